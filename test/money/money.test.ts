import { describe, expect, it } from "vitest";
import {
  addMoney,
  checkMoney,
  compareMoney,
  type Money,
  money,
  subtractMoney,
  sumMoney,
} from "../../src/money/index.js";

const INVALID = expect.objectContaining({ code: "INVALID_ARGUMENT" });
const UNSAFE = expect.objectContaining({ code: "UNSAFE_INTEGER" });
const UNKNOWN = expect.objectContaining({ code: "UNKNOWN_CURRENCY" });
const MISMATCH = expect.objectContaining({ code: "CURRENCY_MISMATCH" });

const LARGEST = Number.MAX_SAFE_INTEGER;
const usd = (minor: number): Money<"USD"> => money(minor, "USD");

describe("money", () => {
  it("is plain JSON", () => {
    const amount = money(-1050, "USD");
    expect(JSON.parse(JSON.stringify(amount))).toEqual({ minor: -1050, currency: "USD" });
  });

  it("knows no negative zero", () => {
    expect(Object.is(money(-0, "USD").minor, 0)).toBe(true);
    expect(Object.is(subtractMoney(usd(0), usd(0)).minor, 0)).toBe(true);
    expect(Object.is(sumMoney([usd(-0)], "USD").minor, 0)).toBe(true);
  });

  it("is whole minor units", () => {
    for (const minor of [10.5, Number.NaN, Infinity, "10", null, undefined, 10n]) {
      expect(() => money(minor as never, "USD")).toThrow(INVALID);
    }
  });

  it("is exact", () => {
    expect(money(LARGEST, "USD").minor).toBe(LARGEST);
    expect(() => money(LARGEST + 1, "USD")).toThrow(UNSAFE);
    expect(() => money(-LARGEST - 1, "USD")).toThrow(UNSAFE);
  });

  it("is in a currency of ISO 4217", () => {
    for (const currency of ["BTC", "usd", "US", "", "__proto__", "constructor", null, 840]) {
      expect(() => money(1, currency as never)).toThrow(UNKNOWN);
    }
  });
});

describe("checkMoney", () => {
  it("names the part that is wrong", () => {
    expect(() => checkMoney({ minor: 0.5, currency: "USD" }, "order.amount")).toThrow(
      "order.amount.minor must be a whole number, got 0.5",
    );
    expect(() => checkMoney({ minor: 1, currency: "usd" }, "order.amount")).toThrow(
      'order.amount.currency must be an ISO 4217 code such as USD, got "usd"',
    );
    for (const value of [null, undefined, 5, "USD 5"]) {
      expect(() => checkMoney(value as never, "order.amount")).toThrow(INVALID);
    }
  });
});

describe("addMoney, subtractMoney", () => {
  it("add and subtract minor units", () => {
    expect(addMoney(usd(1050), usd(250))).toEqual({ minor: 1300, currency: "USD" });
    expect(subtractMoney(usd(1050), usd(2000))).toEqual({ minor: -950, currency: "USD" });
  });

  it("do not mix currencies that the types did not tell apart", () => {
    const dollars: Money = usd(1);
    const euros: Money = money(1, "EUR");
    expect(() => addMoney(dollars, euros)).toThrow(MISMATCH);
    expect(() => subtractMoney(dollars, euros)).toThrow(MISMATCH);
    expect(() => compareMoney(dollars, euros)).toThrow(MISMATCH);
    expect(() => addMoney(dollars, euros)).toThrow(
      'b.currency must be USD, got "EUR". Convert one of the amounts first',
    );
  });

  it("do not go beyond exact integers", () => {
    expect(() => addMoney(usd(LARGEST), usd(1))).toThrow(UNSAFE);
    expect(() => subtractMoney(usd(-LARGEST), usd(1))).toThrow(UNSAFE);
  });

  it("refuse what is no money", () => {
    expect(() => addMoney({ minor: "1", currency: "USD" } as never, usd(1))).toThrow(INVALID);
    expect(() => addMoney(usd(1), undefined as never)).toThrow(INVALID);
    expect(() => subtractMoney(5 as never, usd(1))).toThrow(INVALID);
  });
});

describe("sumMoney", () => {
  it("sums nothing to zero", () => {
    expect(sumMoney([], "JPY")).toEqual({ minor: 0, currency: "JPY" });
  });

  it("may pass through the unsafe integers, in any order, but not end there", () => {
    const amounts = [usd(LARGEST), usd(LARGEST), usd(-LARGEST), usd(-LARGEST), usd(7)];
    expect(sumMoney(amounts, "USD").minor).toBe(7);
    expect(sumMoney(amounts.toReversed(), "USD").minor).toBe(7);
    expect(() => sumMoney(amounts.slice(0, 2), "USD")).toThrow(UNSAFE);
  });

  it("names the amount that does not fit", () => {
    const mixed: Money[] = [usd(1), money(1, "EUR")];
    expect(() => sumMoney(mixed, "USD" as string)).toThrow(/^amounts\[1\]\.currency must be USD/);
    expect(() => sumMoney([usd(1), null as never], "USD")).toThrow(/^amounts\[1\] must be money/);
    expect(() => sumMoney(null as never, "USD")).toThrow(INVALID);
    expect(() => sumMoney([], "BTC")).toThrow(UNKNOWN);
  });
});

describe("compareMoney", () => {
  it("sorts amounts of one currency", () => {
    const sorted = [usd(3), usd(-1), usd(0)].toSorted(compareMoney);
    expect(sorted.map(({ minor }) => minor)).toEqual([-1, 0, 3]);
    expect(compareMoney(usd(3), usd(3))).toBe(0);
  });
});
