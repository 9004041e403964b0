import { describe, expect, it } from "vitest";
import * as z from "zod";
import { checkRates, moneySchema, rateTableSchema } from "../../src/money/index.js";

describe("moneySchema", () => {
  it("takes an amount of money as it is", () => {
    expect(moneySchema.parse({ minor: -5, currency: "KWD" })).toEqual({
      minor: -5,
      currency: "KWD",
    });
  });

  it.each([
    { minor: 0.5, currency: "USD" },
    { minor: 2 ** 53, currency: "USD" },
    { minor: Number.NaN, currency: "USD" },
    { minor: "5", currency: "USD" },
    { minor: 5, currency: "usd" },
    { minor: 5, currency: "BTC" },
    { minor: 5 },
    { minor: 5, currency: "USD", amount: 5 },
    null,
  ])("refuses %j", (value) => {
    expect(moneySchema.safeParse(value).success).toBe(false);
  });

  it("is also a JSON Schema", () => {
    expect(z.toJSONSchema(moneySchema)).toMatchObject({
      type: "object",
      required: ["minor", "currency"],
      additionalProperties: false,
    });
  });
});

describe("rateTableSchema", () => {
  it.each([
    { base: "EUR", rates: { USD: "1.08", JPY: 162.5, BTC: "1.6e-5" } },
    { base: "EUR", rates: { USD: ".5" } },
    { base: "EUR", rates: {} },
  ])("takes %j, as checkRates does", (table) => {
    expect(rateTableSchema.safeParse(table).success).toBe(true);
    expect(() => checkRates(table as never)).not.toThrow();
  });

  it.each([
    { base: "BTC", rates: {} },
    { base: "EUR" },
    { base: "EUR", rates: { usd: 1 } },
    { base: "EUR", rates: { USD: 0 } },
    { base: "EUR", rates: { USD: "0.00" } },
    { base: "EUR", rates: { USD: "-1" } },
    { base: "EUR", rates: { USD: "1,5" } },
    { base: "EUR", rates: { USD: "1." } },
    { base: "EUR", rates: { USD: null } },
  ])("refuses %j, as checkRates does", (table) => {
    expect(rateTableSchema.safeParse(table).success).toBe(false);
    expect(() => checkRates(table as never)).toThrow();
  });
});
