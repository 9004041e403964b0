import * as z from "zod";
import type { PartInput } from "../customer-input.js";
import { checkValidity, languageTag, oneOf, partFields, text } from "../fact/schema.js";
import type { Part } from "../fact/types.js";
import type { OrganizationName, PersonName } from "./types.js";

/** Schema of a {@link PersonName} inside a customer. */
export const personNameSchema: z.ZodType<Part<PersonName>, PartInput<PersonName>> = z
  .strictObject(
    {
      full: text.optional(),
      given: text.optional(),
      family: text.optional(),
      additional: text.optional(),
      prefix: text.optional(),
      suffix: text.optional(),
      order: oneOf("givenFirst", "familyFirst").optional(),
      use: oneOf("legal", "usual", "alias", "former").optional(),
      language: languageTag.optional(),
      ...partFields,
    },
    { error: "a name: an object with full, or with given and family" },
  )
  .refine(({ full, given, family }) => (full ?? given ?? family) !== undefined, {
    error: "a name with full, given or family",
  })
  .check(checkValidity);

/** Schema of an {@link OrganizationName} inside a customer. */
export const organizationNameSchema: z.ZodType<
  Part<OrganizationName>,
  PartInput<OrganizationName>
> = z
  .strictObject(
    {
      full: text,
      use: oneOf("legal", "trading", "short", "former").optional(),
      language: languageTag.optional(),
      ...partFields,
    },
    { error: "a name: an object with full" },
  )
  .check(checkValidity);
