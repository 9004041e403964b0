import { describe, expect, it } from "vitest";
import {
  checkRates,
  convert,
  integerScaler,
  type Money,
  money,
  multiplyMoney,
  type RoundingMode,
  rateConverter,
} from "../../src/money/index.js";

const INVALID = expect.objectContaining({ code: "INVALID_ARGUMENT" });
const UNSAFE = expect.objectContaining({ code: "UNSAFE_INTEGER" });
const UNKNOWN = expect.objectContaining({ code: "UNKNOWN_CURRENCY" });
const HALF_EVEN = { rounding: "halfEven" } as const;

describe("roundings", () => {
  it.each<[RoundingMode, number[]]>([
    ["halfEven", [-2, -2, -1, 0, 0, 0, 1, 2, 2]],
    ["halfUp", [-2, -1, -1, 0, 0, 1, 1, 2, 3]],
    ["halfAwayFromZero", [-3, -2, -1, -1, 0, 1, 1, 2, 3]],
    ["down", [-2, -1, -1, 0, 0, 0, 1, 1, 2]],
    ["up", [-3, -2, -1, -1, 0, 1, 1, 2, 3]],
    ["floor", [-3, -2, -1, -1, 0, 0, 1, 1, 2]],
    ["ceiling", [-2, -1, -1, 0, 0, 1, 1, 2, 3]],
  ])("%s of -2.5, -1.5, -1, -0.5, 0, 0.5, 1, 1.5 and 2.5", (rounding, expected) => {
    const scale = integerScaler("0.5", { rounding });
    expect([-5, -3, -2, -1, 0, 1, 2, 3, 5].map(scale)).toEqual(expected);
  });

  it("have no default", () => {
    expect(() => multiplyMoney(money(1, "USD"), 2, undefined as never)).toThrow(INVALID);
    expect(() => multiplyMoney(money(1, "USD"), 2, {} as never)).toThrow(INVALID);
    expect(() => integerScaler(2, { rounding: "HALF_UP" as never })).toThrow(INVALID);
    expect(() => rateConverter({ base: "EUR", rates: {} }, {} as never)).toThrow(INVALID);
  });
});

describe("multiplyMoney", () => {
  it("is exact where floating point is not", () => {
    // 1.005 is stored as 1.00499999999999989…
    expect(multiplyMoney(money(100_000, "USD"), 1.005, HALF_EVEN).minor).toBe(100_500);
    expect(multiplyMoney(money(1000, "USD"), "1.0005", { rounding: "halfUp" }).minor).toBe(1001);
    expect(
      multiplyMoney(money(9_007_199_254_740_991, "USD"), "0.5", { rounding: "down" }).minor,
    ).toBe(4_503_599_627_370_495);
  });

  it("takes ratios, exponents and negative factors", () => {
    const third = { numerator: 1, denominator: 3 };
    expect(multiplyMoney(money(100, "USD"), third, HALF_EVEN)).toEqual(money(33, "USD"));
    expect(multiplyMoney(money(100, "USD"), "-25e-2", HALF_EVEN)).toEqual(money(-25, "USD"));
    expect(multiplyMoney(money(100, "USD"), 1e-7, { rounding: "up" })).toEqual(money(1, "USD"));
    expect(multiplyMoney(money(100, "USD"), 0, HALF_EVEN)).toEqual(money(0, "USD"));
  });

  it("refuses a factor that is none", () => {
    const factors = [
      Number.NaN,
      Infinity,
      "",
      ".",
      "-",
      "1.",
      "+1",
      "1,5",
      "0x10",
      "1e9999",
      " 1",
      "1/3",
    ];
    const ratios = [null, {}, { numerator: 1, denominator: 0 }, { numerator: 1, denominator: -2 }];
    const others = [{ numerator: 0.5, denominator: 1 }, [], true, 1n, "9".repeat(1000)];
    for (const factor of [...factors, ...ratios, ...others]) {
      expect(() => multiplyMoney(money(1, "USD"), factor as never, HALF_EVEN)).toThrow(INVALID);
    }
  });

  it("does not go beyond exact integers", () => {
    expect(() => multiplyMoney(money(2 ** 52, "USD"), 2, HALF_EVEN)).toThrow(UNSAFE);
    expect(() => multiplyMoney(money(1, "USD"), "1e400", HALF_EVEN)).toThrow(UNSAFE);
  });
});

describe("convert", () => {
  it("changes the minor unit with the currency", () => {
    const yen = convert(money(1000, "USD"), { from: "USD", to: "JPY", rate: "151.255" }, HALF_EVEN);
    expect(yen).toEqual({ minor: 1513, currency: "JPY" });
    const dinars = convert(
      money(1000, "JPY"),
      { from: "JPY", to: "KWD", rate: "0.00203" },
      HALF_EVEN,
    );
    expect(dinars).toEqual({ minor: 2030, currency: "KWD" });
  });

  it("rounds once, from the exact value", () => {
    const rate = { from: "USD", to: "EUR", rate: "0.925" } as const;
    expect(convert(money(1, "USD"), rate, { rounding: "down" }).minor).toBe(0);
    expect(convert(money(100, "USD"), rate, HALF_EVEN).minor).toBe(92);
    expect(convert(money(300, "USD"), rate, HALF_EVEN).minor).toBe(278);
  });

  it("refuses another currency than the rate is from", () => {
    const dollars: Money = money(1, "USD");
    expect(() => convert(dollars, { from: "EUR", to: "JPY", rate: 160 }, HALF_EVEN)).toThrow(
      expect.objectContaining({ code: "CURRENCY_MISMATCH" }),
    );
  });

  it("refuses a rate that is none", () => {
    for (const rate of [0, -1, "-1.5", "0.000", Number.NaN, Infinity, "", "1,5", null, undefined]) {
      const exchange = { from: "USD", to: "EUR", rate: rate as never } as const;
      expect(() => convert(money(1, "USD"), exchange, HALF_EVEN)).toThrow(INVALID);
    }
    expect(() => convert(money(1, "USD"), null as never, HALF_EVEN)).toThrow(INVALID);
    expect(() => convert(money(1, "USD"), { from: "USD", to: "BTC", rate: 1 }, HALF_EVEN)).toThrow(
      UNKNOWN,
    );
  });
});

describe("rateConverter", () => {
  const table = { base: "EUR", rates: { USD: "1.08", JPY: 162.5, KWD: "0.33", BTC: "0.000016" } };

  it("divides by rates that tell what one unit of the base is worth", () => {
    const toEuro = rateConverter(table);
    expect(toEuro(10_800, "USD")).toBe(10_000);
    expect(toEuro(1625, "JPY")).toBe(1000);
    expect(toEuro(330, "KWD")).toBe(100);
    expect(toEuro(-10_800, "USD")).toBe(-10_000);
    expect(toEuro(5, "EUR")).toBe(5);
  });

  it("rounds half to even, or as asked", () => {
    const half = { base: "EUR", rates: { USD: 2 } };
    expect([1, 3, 5].map((minor) => rateConverter(half)(minor, "USD"))).toEqual([0, 2, 2]);
    const up = rateConverter(half, { rounding: "up" });
    expect([1, 3, 5].map((minor) => up(minor, "USD"))).toEqual([1, 2, 3]);
  });

  it("has no answer where the table has no rate, or the currency no minor unit", () => {
    const toEuro = rateConverter(table);
    for (const currency of ["GBP", "BTC", "usd", "", "constructor", "__proto__"]) {
      expect(toEuro(1, currency)).toBeUndefined();
    }
  });

  it("refuses amounts that are not whole or not exact", () => {
    const toEuro = rateConverter({ base: "EUR", rates: { USD: "0.01" } });
    expect(() => toEuro(0.5, "USD")).toThrow(INVALID);
    expect(() => toEuro(Number.NaN, "EUR")).toThrow(INVALID);
    expect(() => toEuro(2 ** 52, "USD")).toThrow(UNSAFE);
  });

  it("is exact beyond what floating point holds", () => {
    const toEuro = rateConverter({ base: "EUR", rates: { USD: "1.000000000000000000001" } });
    expect(toEuro(9_007_199_254_740_991, "USD")).toBe(9_007_199_254_740_991);
    const third = rateConverter({ base: "JPY", rates: { USD: "3" } }, { rounding: "down" });
    expect(third(9_007_199_254_740_991, "USD")).toBe(30_023_997_515_803);
  });

  it("keeps working when the table is changed afterwards", () => {
    const rates = { USD: 2 };
    const toEuro = rateConverter({ base: "EUR", rates });
    rates.USD = 4;
    expect(toEuro(100, "USD")).toBe(50);
  });
});

describe("checkRates", () => {
  it("takes a published table, its base included", () => {
    expect(() =>
      checkRates({ base: "USD", rates: { USD: 1, EUR: 0.92, XAU: "0.0004" } }),
    ).not.toThrow();
    expect(() => checkRates({ base: "USD", rates: {} })).not.toThrow();
  });

  it.each([
    [null, /^rates must be a rate table/],
    [{ base: "USD" }, /^rates\.rates must be an object/],
    [{ base: "USD", rates: [1] }, /^rates\.rates must be an object/],
    [{ base: "USD", rates: { EUR: 0 } }, /^rates\.rates\.EUR must be a positive rate/],
    [{ base: "USD", rates: { EUR: "n/a" } }, /^rates\.rates\.EUR must be a decimal/],
    [{ base: "USD", rates: { eur: 1 } }, /^rates\.rates\.eur must be named by a three-letter code/],
    [{ base: "USD", rates: JSON.parse('{"__proto__":1}') }, /__proto__ must be named/],
    [
      { base: "USD", rates: { USD: "1.1" } },
      /^rates\.rates\.USD must be 1, because it is the base/,
    ],
  ])("refuses %j", (table, message) => {
    expect(() => checkRates(table as never)).toThrow(INVALID);
    expect(() => checkRates(table as never)).toThrow(message);
  });

  it("refuses a base that is no currency", () => {
    expect(() => checkRates({ base: "BTC", rates: {} })).toThrow(UNKNOWN);
    expect(() => checkRates({ rates: {} } as never)).toThrow(UNKNOWN);
  });
});
