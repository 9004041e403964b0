import { fc, it as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  formatDecimal,
  formatMoney,
  money,
  type ParseMoneyOptionsInput,
  parseMoney,
} from "../../src/money/index.js";

const INVALID = expect.objectContaining({ code: "INVALID_ARGUMENT" });

/** The minor units of a text, or the code of its refusal. */
function read(text: string, currency = "USD", options?: ParseMoneyOptionsInput): number | string {
  const outcome = parseMoney(text, currency, options);
  return outcome.ok ? outcome.value.minor : outcome.code;
}

describe("parseMoney", () => {
  it.each([
    ["12.50", 1250],
    ["12.5", 1250],
    ["12", 1200],
    [".5", 50],
    ["0012", 1200],
    ["-12.50", -1250],
    ["+12.50", 1250],
    ["\u221212.50", -1250],
    ["- 12.50", -1250],
    [" 12.50\n", 1250],
    ["12.5000", 1250],
    ["$12.50", 1250],
    ["-$12.50", -1250],
    ["$-12.50", -1250],
    ["US$ 12.50", 1250],
    ["12.50 USD", 1250],
    ["USD\u00a012.50", 1250],
    ["90071992547409.91", 9_007_199_254_740_991],
    ["-0", 0],
  ])("reads %j as %i cents", (text, minor) => {
    expect(read(text)).toBe(minor);
  });

  it.each([
    ["￥１２.５０", 1250],
    ["¥12.50", 1250],
    ["１２．５元", 1250],
    ["－￥１２．５０", -1250],
    ["人民币12.50", 1250],
    ["RMB 12.50", 1250],
    ["CNY 12.50元", 1250],
    ["12.50圆", 1250],
  ])("reads %j as Chinese yuan", (text, minor) => {
    expect(read(text, "CNY")).toBe(minor);
  });

  it("knows the decimals of the currency", () => {
    expect(read("1250", "JPY")).toBe(1250);
    expect(read("1.250", "KWD")).toBe(1250);
    expect(read("12.5", "JPY")).toBe("TOO_MANY_DECIMALS");
    expect(read("12.0", "JPY")).toBe(12);
    expect(read("12.5", "XXX")).toBe(1250);
  });

  it.each([
    "",
    " ",
    "-",
    ".",
    "$",
    "5.",
    "1.2.3",
    "--5",
    "-$-5",
    "5-",
    "(5)",
    "1e5",
    "0x10",
    "NaN",
    "Infinity",
    "twelve",
    "12 cents",
    "5²",
    "①",
    "١٢",
    "1 2",
    "1.000.000",
    "12\u0000",
    "9".repeat(101),
  ])("does not take %j for an amount", (text) => {
    expect(read(text)).toBe("NOT_AN_AMOUNT");
  });

  it("does not take for an amount what is no text", () => {
    for (const value of [12.5, null, undefined, {}, ["12"]]) {
      expect(read(value as never)).toBe("NOT_AN_AMOUNT");
    }
  });

  it("is not confused by the sign of another currency", () => {
    expect(read("€12.50")).toBe("OTHER_CURRENCY");
    expect(read("12.50 EUR")).toBe("OTHER_CURRENCY");
    expect(read("HK$12.50")).toBe("OTHER_CURRENCY");
    expect(read("$12.50 CAD")).toBe("OTHER_CURRENCY");
    expect(read("¥1250", "JPY")).toBe(1250);
    expect(read("$12.50", "XXX")).toBe("OTHER_CURRENCY");
  });

  it("refuses grouped digits until they are expected", () => {
    for (const text of ["1,234.56", "1 234.56", "1'234.56", "1,234", "１，２３４"]) {
      expect(read(text)).toBe("GROUPED_DIGITS");
    }
    const grouping = "accept";
    expect(read("1,234.56", "USD", { grouping })).toBe(123_456);
    expect(read("1'234'567.8", "USD", { grouping })).toBe(123_456_780);
    expect(read("12,34,567", "USD", { grouping })).toBe("NOT_AN_AMOUNT");
    expect(read("1,23", "USD", { grouping })).toBe("NOT_AN_AMOUNT");
    expect(read("1,234'567", "USD", { grouping })).toBe("NOT_AN_AMOUNT");
    expect(read("0,123", "USD", { grouping })).toBe("NOT_AN_AMOUNT");
  });

  it("takes the decimal mark that it is told", () => {
    const decimal = ",";
    expect(read("12,5", "EUR", { decimal })).toBe(1250);
    expect(read("1.234", "EUR", { decimal })).toBe("GROUPED_DIGITS");
    expect(read("1.234.567,8", "EUR", { decimal, grouping: "accept" })).toBe(123_456_780);
    expect(read("1,234,567", "EUR", { decimal })).toBe("NOT_AN_AMOUNT");
    expect(read("1,234,567.8", "EUR", { decimal, grouping: "accept" })).toBe("NOT_AN_AMOUNT");
  });

  it("rounds more decimals than the currency has only when told how", () => {
    expect(read("12.345")).toBe("TOO_MANY_DECIMALS");
    expect(read("12.345", "USD", { rounding: "halfEven" })).toBe(1234);
    expect(read("12.345", "USD", { rounding: "halfAwayFromZero" })).toBe(1235);
    expect(read("-12.345", "USD", { rounding: "floor" })).toBe(-1235);
    expect(read("12.34500000000000000000001", "USD", { rounding: "halfEven" })).toBe(1235);
  });

  it("refuses amounts that are not exact", () => {
    expect(read("90071992547409.92")).toBe("UNSAFE_INTEGER");
    expect(read("9007199254740993", "JPY")).toBe("UNSAFE_INTEGER");
  });

  it("says what is wrong and what would do", () => {
    const outcome = parseMoney("1,234", "USD");
    expect(outcome).toMatchObject({
      ok: false,
      message: "the digits are grouped, which can be mistaken for decimals",
      details: { remedy: 'Remove the marks, or accept them with the option grouping: "accept"' },
    });
  });

  it("throws for a broken call", () => {
    expect(() => parseMoney("1", "BTC")).toThrow(
      expect.objectContaining({ code: "UNKNOWN_CURRENCY" }),
    );
    expect(() => read("1", "USD", { decimal: ";" as never })).toThrow(INVALID);
    expect(() => read("1", "USD", { grouping: true as never })).toThrow(INVALID);
    expect(() => read("1", "USD", { rounding: "near" as never })).toThrow(INVALID);
    expect(() => read("1", "USD", { locale: "de" } as never)).toThrow(
      expect.objectContaining({ code: "UNKNOWN_OPTION" }),
    );
  });

  property.prop([fc.maxSafeInteger(), fc.constantFrom("USD", "JPY", "KWD", "CLF", "XXX")])(
    "reads back what formatDecimal writes",
    (minor, currency) => {
      expect(parseMoney(formatDecimal(money(minor, currency)), currency)).toEqual({
        ok: true,
        value: money(minor, currency),
      });
    },
  );

  property.prop([fc.string({ unit: "binary" }), fc.constantFrom("USD", "CNY")])(
    "takes any text without an exception, and only amounts with a digit",
    (text, currency) => {
      const outcome = parseMoney(text, currency, { grouping: "accept", rounding: "halfEven" });
      if (outcome.ok) expect(text).toMatch(/[0-9０-９]/);
    },
  );
});

describe("formatDecimal", () => {
  it.each([
    [5, "USD", "0.05"],
    [-5, "USD", "-0.05"],
    [123_456, "USD", "1234.56"],
    [0, "USD", "0.00"],
    [5, "JPY", "5"],
    [5, "KWD", "0.005"],
    [-12_345, "CLF", "-1.2345"],
    [9_007_199_254_740_991, "USD", "90071992547409.91"],
  ])("writes %i of %s as %s", (minor, currency, text) => {
    expect(formatDecimal(money(minor, currency))).toBe(text);
  });

  it("refuses what is no money", () => {
    expect(() => formatDecimal({ minor: 0.5, currency: "USD" })).toThrow(INVALID);
    expect(() => formatDecimal(null as never)).toThrow(INVALID);
  });
});

describe("formatMoney", () => {
  it.each([
    [123_450, "USD", "en-US", "$1,234.50"],
    [-123_450, "USD", "en-US", "-$1,234.50"],
    [123_450, "CNY", "zh-CN", "¥1,234.50"],
    [123_450, "USD", "zh-CN", "US$1,234.50"],
    [1234, "JPY", "en-US", "¥1,234"],
    [123_450, "XXX", "en-US", "1,234.50"],
    [9_007_199_254_740_991, "USD", "en-US", "$90,071,992,547,409.91"],
  ])("writes %i minor units of %s for %s as %s", (minor, currency, locale, text) => {
    expect(formatMoney(money(minor, currency), locale)).toBe(text);
  });

  it("writes all decimals of ISO 4217, where Intl alone would drop them", () => {
    expect(formatMoney(money(1_234_567, "IQD"), "en-US").replace(/\s/, " ")).toBe("IQD 1,234.567");
    expect(formatMoney(money(123_450, "HUF"), "en-US").replace(/\s/, " ")).toBe("HUF 1,234.50");
  });

  it("refuses a locale that is none, also a missing one", () => {
    for (const locale of ["", "not a locale", undefined, null, 5, ["en-US"]]) {
      expect(() => formatMoney(money(1, "USD"), locale as never)).toThrow(INVALID);
    }
  });
});
