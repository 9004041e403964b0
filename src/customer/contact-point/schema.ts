import * as z from "zod";
import type { PartInput } from "../customer-input.js";
import { checkValidity, instant, kindsOf, list, oneOf, partFields, text } from "../fact/schema.js";
import type { Part } from "../fact/types.js";
import type { ContactPoint } from "./types.js";

const common = {
  use: oneOf("personal", "work", "billing", "shipping").optional(),
  verification: z
    .strictObject(
      { outcome: oneOf("verified", "failed"), at: instant, method: text.optional() },
      { error: "an object with outcome and at" },
    )
    .optional(),
  ...partFields,
};

const email = z.strictObject({
  kind: z.literal("email"),
  // Loose on purpose: whether an address reaches somebody is for `verification` to say.
  address: text.regex(/^[^\s@]+@[^\s@]+$/u, { error: "an e-mail address" }),
  ...common,
});

const phone = z.strictObject({
  kind: z.literal("phone"),
  number: text.refine((number) => /(?:\p{Nd}\P{Nd}*){3}/u.test(number), {
    error: "a telephone number",
  }),
  line: oneOf("mobile", "fixed", "fax").optional(),
  ...common,
});

const postal = z.strictObject({
  kind: z.literal("postal"),
  country: text
    .regex(/^[A-Z]{2}$/u, { error: "an ISO 3166-1 country code of two letters such as CN" })
    .optional(),
  region: text.optional(),
  city: text.optional(),
  district: text.optional(),
  postalCode: text.optional(),
  lines: list(text, "address lines").min(1, { error: "at least one address line" }),
  recipient: text.optional(),
  ...common,
});

const social = z.strictObject({
  kind: z.literal("social"),
  service: text,
  handle: text,
  ...common,
});

const web = z.strictObject({
  kind: z.literal("web"),
  url: z.url({ protocol: /^https?$/u, error: "an http or https address" }),
  ...common,
});

/** Schema of a {@link ContactPoint} inside a customer. */
export const contactPointSchema: z.ZodType<
  Part<ContactPoint>,
  PartInput<ContactPoint>
> = z.discriminatedUnion(
  "kind",
  [
    email.check(checkValidity),
    phone.check(checkValidity),
    postal.check(checkValidity),
    social.check(checkValidity),
    web.check(checkValidity),
  ],
  kindsOf("kind", "email", "phone", "postal", "social", "web"),
);
