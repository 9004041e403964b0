import * as z from "zod";
import { isCurrency } from "./minor-digits.js";
import type { Money, RateTable } from "./types.js";

const currency = z
  .string()
  .refine(isCurrency, "must be an ISO 4217 code such as USD")
  .describe("ISO 4217 code; XXX is no currency");

const decimal = z
  .union([
    z.string().regex(/^(?=[0.]*[1-9])(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d{1,3})?$/i),
    z.number().positive(),
  ])
  .describe("A positive decimal; as text it is exact");

/** Schema of {@link Money} from outside. */
export const moneySchema: z.ZodType<Money> = z
  .strictObject({
    minor: z.int().describe("Whole minor units: cents of USD, yen of JPY"),
    currency,
  })
  .describe("An exact amount of money");

/** Schema of {@link RateTable} from outside. */
export const rateTableSchema: z.ZodType<RateTable> = z
  .strictObject({
    base: currency,
    rates: z.record(z.string().regex(/^[A-Z]{3}$/), decimal),
  })
  .describe("One unit of base is rates[currency] units of that currency");
