import * as z from "zod";
import type { InstantInput, ProvenanceInput } from "../customer-input.js";
import { isLanguageTag } from "./intl-names.js";
import type { Provenance } from "./types.js";

// Every `error` completes the sentence "<path> must be …".

const LONGEST_TEXT = 2000;

/** One line of text. */
export const text: z.ZodString = z
  .string({ error: "a text" })
  .max(LONGEST_TEXT, { error: `a text of at most ${LONGEST_TEXT} characters`, abort: true })
  .min(1, { error: "a text that is not blank", abort: true })
  .refine((line) => /\S/u.test(line), { error: "a text that is not blank", abort: true })
  .refine((line) => !/\p{Cc}/u.test(line), {
    error: "a text without line breaks and other control characters",
  });

/** A BCP 47 tag. */
export const languageTag: z.ZodString = text.refine(isLanguageTag, {
  error: "a BCP 47 language tag such as zh-Hans",
});

/** One of the listed words. */
export function oneOf<const Words extends readonly string[]>(
  ...words: Words
): z.ZodType<Words[number], Words[number]> {
  return z.enum(words, { error: `one of ${words.join(", ")}` });
}

/** The message for what is not one of several kinds of object, told apart by a field. */
export function kindsOf(
  field: string,
  ...kinds: readonly string[]
): { readonly error: (issue: { readonly code: string }) => string } {
  const words = kinds.join(", ");
  return {
    error: ({ code }) =>
      code === "invalid_union" ? `one of ${words}` : `an object with ${field}: one of ${words}`,
  };
}

/** A list of the given items. */
export function list<Item extends z.ZodType>(item: Item, of: string): z.ZodArray<Item> {
  return z.array(item, { error: `a list of ${of}` });
}

/** An integer in a range. */
export function wholeNumber(from: number, to: number): z.ZodInt {
  const error = `a whole number from ${from} to ${to}`;
  return z.int({ error }).min(from, { error, abort: true }).max(to, { error, abort: true });
}

/** The farthest time from 1970 that a JavaScript Date holds (ECMA-262, time values). */
const FARTHEST_MS = 8.64e15;

/** Any form of a point in time, made epoch milliseconds. */
export const instant: z.ZodType<number, InstantInput> = z.pipe(
  z.transform((value: InstantInput) => {
    if (value instanceof Date) return value.getTime();
    return typeof value === "object" && value !== null ? value.epochMilliseconds : value;
  }),
  z.union(
    [
      wholeNumber(-FARTHEST_MS, FARTHEST_MS),
      z.iso.datetime({ offset: true }).transform((time) => Date.parse(time)),
    ],
    { error: "a time such as 2026-03-31T09:00:00Z, or epoch milliseconds" },
  ),
);

const provenance: z.ZodType<Provenance, ProvenanceInput> = z.strictObject(
  { source: text, observedAt: instant, recordId: text.optional() },
  { error: "an object with source and observedAt" },
);

const day = z.iso.date({ error: "a date such as 2026-03-31" });

/** The fields of every fact. */
export const factFields: {
  readonly provenance: typeof provenance;
  readonly validFrom: z.ZodOptional<z.ZodISODate>;
  readonly validTo: z.ZodOptional<z.ZodISODate>;
} = { provenance, validFrom: day.optional(), validTo: day.optional() };

/** The fields of a fact inside a customer, whose provenance it takes where it has none. */
export const partFields: Omit<typeof factFields, "provenance"> & {
  readonly provenance: z.ZodOptional<typeof provenance>;
} = { ...factFields, provenance: provenance.optional() };

interface Validity {
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

/** Refuses a fact that ends before it begins. */
export function checkValidity({ value, issues }: z.core.ParsePayload<Validity>): void {
  const { validFrom, validTo } = value;
  if (validFrom === undefined || validTo === undefined || validFrom < validTo) return;
  const message = "later than validFrom";
  issues.push({ code: "custom", path: ["validTo"], message, input: validTo });
}
