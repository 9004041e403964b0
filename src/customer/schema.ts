import * as z from "zod";
import { checkBirthday } from "./check-birthday.js";
import { contactPointSchema } from "./contact-point/schema.js";
import type { CustomerInput, PartInput } from "./customer-input.js";
import { copyJson } from "./fact/copy-json.js";
import { isTimeZone } from "./fact/intl-names.js";
import {
  checkValidity,
  factFields,
  instant,
  kindsOf,
  languageTag,
  list,
  oneOf,
  partFields,
  text,
  wholeNumber,
} from "./fact/schema.js";
import type { Part } from "./fact/types.js";
import { externalIdKey } from "./find-shared-external-ids.js";
import { type CustomerFrame, inheritProvenance } from "./inherit-provenance.js";
import { organizationNameSchema, personNameSchema } from "./name/schema.js";
import type { Customer, CustomFields, ExternalId, Preference, Relationship } from "./types.js";

/** Schema of an {@link ExternalId} inside a customer. */
export const externalIdSchema: z.ZodType<Part<ExternalId>, PartInput<ExternalId>> = z
  .strictObject(
    { system: text, value: text, ...partFields },
    { error: "an object with system and value" },
  )
  .check(checkValidity);

/** Schema of a {@link Relationship} inside a customer. */
export const relationshipSchema: z.ZodType<Part<Relationship>, PartInput<Relationship>> = z
  .strictObject(
    { kind: text, customerId: text, ...partFields },
    { error: "an object with kind and customerId" },
  )
  .check(checkValidity);

const preferenceFields = {
  topic: text,
  value: z.union([text, z.number(), z.boolean(), z.array(text)], {
    error: "a text, a number, true or false, or a list of texts",
  }),
  ...partFields,
};

const share = z
  .number({ error: "a number from 0 to 1" })
  .min(0, { error: "a number from 0 to 1" })
  .max(1, { error: "a number from 0 to 1" });

/** Schema of a {@link Preference} inside a customer. */
export const preferenceSchema: z.ZodType<
  Part<Preference>,
  PartInput<Preference>
> = z.discriminatedUnion(
  "basis",
  [
    z.strictObject({ basis: z.literal("stated"), ...preferenceFields }).check(checkValidity),
    z
      .strictObject({
        basis: z.literal("inferred"),
        confidence: share.optional(),
        ...preferenceFields,
      })
      .check(checkValidity),
  ],
  kindsOf("basis", "stated", "inferred"),
);

const birthday = z
  .strictObject(
    {
      calendar: oneOf("gregorian", "chinese").default("gregorian"),
      month: wholeNumber(1, 12),
      day: wholeNumber(1, 31),
      year: wholeNumber(1, 9999).optional(),
      isLeapMonth: z.boolean({ error: "true or false" }).optional(),
    },
    { error: "an object with month and day" },
  )
  .check(({ value, issues }) => {
    const problem = checkBirthday(value);
    if (problem === undefined) return;
    const { field, expected } = problem;
    issues.push({ code: "custom", path: [field], message: expected, input: value[field] });
  });

const json = z.json();

const customFields: z.ZodType<CustomFields, { readonly [field: string]: unknown }> = z.pipe(
  z.transform((value: { readonly [field: string]: unknown }, { issues }) => {
    const copied = copyJson(value);
    if (copied.problem === undefined) return copied.value;
    const { path, expected, got } = copied.problem;
    issues.push({ code: "custom", path: [...path], message: expected, input: got });
    return z.NEVER;
  }),
  z.record(z.string(), json, { error: "an object" }),
);

/** Refuses a relationship to oneself, and the same external id twice. */
function checkLinks({ value, issues }: z.core.ParsePayload<CustomerFrame>): void {
  value.relationships.forEach(({ customerId }, index) => {
    if (customerId !== value.id) return;
    const path = ["relationships", index, "customerId"];
    issues.push({ code: "custom", path, message: "the id of another customer", input: customerId });
  });
  const seen = new Set<string>();
  value.externalIds.forEach((externalId, index) => {
    const key = externalIdKey(externalId);
    if (seen.has(key)) {
      const path = ["externalIds", index];
      issues.push({ code: "custom", path, message: "listed once only", input: externalId });
    }
    seen.add(key);
  });
}

/** A schema of both kinds of customer with the given schema for the custom fields. */
function customerOf(custom: z.ZodDefault<typeof customFields>): z.ZodType<Customer, CustomerInput> {
  const common = {
    id: text,
    contactPoints: list(contactPointSchema, "contact points").default([]),
    externalIds: list(externalIdSchema, "external ids").default([]),
    relationships: list(relationshipSchema, "relationships").default([]),
    preferences: list(preferenceSchema, "preferences").default([]),
    language: languageTag.optional(),
    timeZone: text.refine(isTimeZone, { error: "a time zone such as Asia/Shanghai" }).optional(),
    custom,
    ...factFields,
  };
  const person = z.strictObject({
    kind: z.literal("person"),
    names: list(personNameSchema, "names").min(1, { error: "at least one name" }),
    birthday: birthday.optional(),
    ...common,
  });
  const organization = z.strictObject({
    kind: z.literal("organization"),
    names: list(organizationNameSchema, "names").min(1, { error: "at least one name" }),
    industry: text.optional(),
    employeeCount: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional(),
    ...common,
  });
  return z
    .discriminatedUnion(
      "kind",
      [person.check(checkValidity), organization.check(checkValidity)],
      kindsOf("kind", "person", "organization"),
    )
    .check(checkLinks)
    .transform((frame) => inheritProvenance(frame));
}

/** Schema of a {@link Customer} whose custom fields are any JSON. */
export const customerSchema: z.ZodType<Customer, CustomerInput> = customerOf(
  customFields.default({}),
);

/** Schema of a {@link Customer} whose custom fields are looked at by somebody else. */
export const customerFrameSchema: z.ZodType<Customer<unknown>, CustomerInput> = customerOf(
  z.any().default({}),
);

/**
 * The JSON Schema (draft 2020-12) of what `parseCustomer` takes, for forms, other languages and
 * documentation. Rules that JSON Schema cannot express, such as an end of validity after its
 * beginning or a time zone that exists, are left to `parseCustomer`.
 *
 * @returns a new object on every call
 * @example
 * customerJsonSchema().$schema //=> "https://json-schema.org/draft/2020-12/schema"
 */
export function customerJsonSchema(): Record<string, unknown> {
  const definitions = z
    .registry<{ id: string }>()
    .add(json, { id: "Json" })
    .add(instant, { id: "Instant" })
    .add(factFields.provenance, { id: "Provenance" })
    .add(personNameSchema, { id: "PersonName" })
    .add(organizationNameSchema, { id: "OrganizationName" })
    .add(birthday, { id: "Birthday" })
    .add(contactPointSchema, { id: "ContactPoint" })
    .add(externalIdSchema, { id: "ExternalId" })
    .add(relationshipSchema, { id: "Relationship" })
    .add(preferenceSchema, { id: "Preference" });
  return { ...z.toJSONSchema(customerSchema, { io: "input", metadata: definitions }) };
}
