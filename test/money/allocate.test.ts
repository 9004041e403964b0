import { fc, it as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { allocate, money } from "../../src/money/index.js";

const INVALID = expect.objectContaining({ code: "INVALID_ARGUMENT" });
const shares = (minor: number, ratios: readonly (number | string)[]): number[] =>
  allocate(money(minor, "USD"), ratios).map((share) => share.minor);

describe("allocate", () => {
  it("gives what is left to the largest remainders, the first among equals", () => {
    expect(shares(1000, [1, 1, 1])).toEqual([334, 333, 333]);
    expect(shares(1001, [1, 1, 1])).toEqual([334, 334, 333]);
    // 0.7, 0.2 and 0.1 of 4: 2.8, 0.8, 0.4.
    expect(shares(4, [7, 2, 1])).toEqual([3, 1, 0]);
    expect(shares(5, ["0.3", 0.7])).toEqual([2, 3]);
  });

  it("reads ratios as the decimals that they are", () => {
    expect(shares(10, [0.1, 0.2, 0.7])).toEqual([1, 2, 7]);
    expect(shares(10, ["1e-30", "9e-30"])).toEqual([1, 9]);
  });

  it("gives nothing to a ratio of zero", () => {
    expect(shares(1, [0, 1, 0])).toEqual([0, 1, 0]);
    expect(shares(101, [0, 50, 50])).toEqual([0, 51, 50]);
  });

  it("splits a debt like the amount", () => {
    expect(shares(-1000, [1, 1, 1])).toEqual([-334, -333, -333]);
    expect(shares(0, [1, 2]).every((share) => Object.is(share, 0))).toBe(true);
  });

  it("is exact for the largest amount", () => {
    expect(shares(Number.MAX_SAFE_INTEGER, [1, 1])).toEqual([
      4_503_599_627_370_496, 4_503_599_627_370_495,
    ]);
  });

  it("refuses ratios that say nothing", () => {
    const amount = money(1, "USD");
    expect(() => allocate(amount, [])).toThrow(expect.objectContaining({ code: "EMPTY_INPUT" }));
    const broken = [[0, 0], [-1, 2], [Number.NaN], ["a"], [Infinity], new Array(2), null, 3, "11"];
    for (const ratios of broken) {
      expect(() => allocate(amount, ratios as never)).toThrow(INVALID);
    }
    expect(() => allocate({ minor: 0.5, currency: "USD" }, [1])).toThrow(INVALID);
  });

  const anyRatios = fc
    .array(
      fc.oneof(
        fc.nat(1000),
        fc.nat(1000).map((n) => n / 1000),
        fc.maxSafeInteger().map(Math.abs),
      ),
      {
        minLength: 1,
        maxLength: 20,
      },
    )
    .filter((ratios) => ratios.some((ratio) => ratio > 0));

  property.prop([fc.maxSafeInteger(), anyRatios])("conserves the total", (minor, ratios) => {
    const total = shares(minor, ratios).reduce((sum, share) => sum + BigInt(share), 0n);
    expect(total).toBe(BigInt(minor));
  });

  property.prop([fc.integer(), anyRatios])(
    "keeps every share within one minor unit of its quota, and zero ratios at zero",
    (minor, ratios) => {
      const whole = ratios.reduce((sum, ratio) => sum + ratio, 0);
      for (const [index, share] of shares(minor, ratios).entries()) {
        const quota = minor * (ratios[index]! / whole);
        expect(Math.abs(share - quota)).toBeLessThan(1 + 1e-6);
        if (ratios[index] === 0) expect(share).toBe(0);
      }
    },
  );

  property.prop([fc.integer(), anyRatios, fc.integer({ min: 1, max: 1000 })])(
    "depends on the proportions of the ratios alone",
    (minor, ratios, factor) => {
      const integers = ratios.map((ratio) => Math.round(ratio * 1000) % 1_000_000);
      fc.pre(integers.some((ratio) => ratio > 0));
      const scaled = integers.map((ratio) => ratio * factor);
      expect(shares(minor, scaled)).toEqual(shares(minor, integers));
      expect(shares(-minor, integers)).toEqual(shares(minor, integers).map((share) => 0 - share));
    },
  );
});
