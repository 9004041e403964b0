import { fc, it } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { integerScaler, type RoundingMode } from "../../src/money/index.js";

/** What each rounding promises of the result r of n / d, checked without dividing. */
const PROMISES: Readonly<Record<RoundingMode, (n: bigint, d: bigint, r: bigint) => boolean>> = {
  floor: (n, d, r) => r * d <= n && n < (r + 1n) * d,
  ceiling: (n, d, r) => r * d >= n && n > (r - 1n) * d,
  down: (n, d, r) => abs(r) * d <= abs(n) && abs(n) < (abs(r) + 1n) * d && r * n >= 0n,
  up: (n, d, r) => abs(r) * d >= abs(n) && abs(n) > (abs(r) - 1n) * d && r * n >= 0n,
  halfEven: (n, d, r) => isNearest(n, d, r) && (!isTie(n, d, r) || r % 2n === 0n),
  halfUp: (n, d, r) => isNearest(n, d, r) && (!isTie(n, d, r) || r * d > n),
  halfAwayFromZero: (n, d, r) => isNearest(n, d, r) && (!isTie(n, d, r) || abs(r) * d > abs(n)),
};

const isNearest = (n: bigint, d: bigint, r: bigint): boolean => 2n * abs(r * d - n) <= d;
const isTie = (n: bigint, d: bigint, r: bigint): boolean => 2n * abs(r * d - n) === d;
const abs = (value: bigint): bigint => (value < 0n ? -value : value);

const anyRounding = fc.constantFrom(...(Object.keys(PROMISES) as RoundingMode[]));
const small = fc.integer({ min: -50, max: 50 });
const safe = fc.maxSafeInteger();
const denominator = fc.oneof(
  fc.integer({ min: 1, max: 20 }),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
);

describe("integerScaler", () => {
  it.prop([anyRounding, fc.oneof(small, safe), fc.oneof(small, safe), denominator], {
    numRuns: 5000,
  })("rounds the exact product as its name says", (rounding, value, numerator, denominator) => {
    const exact = BigInt(value) * BigInt(numerator);
    const isFar = abs(exact) / BigInt(denominator) >= BigInt(Number.MAX_SAFE_INTEGER);
    const scale = integerScaler({ numerator, denominator }, { rounding });
    if (isFar) {
      fc.pre(abs(exact) / BigInt(denominator) > BigInt(Number.MAX_SAFE_INTEGER));
      expect(() => scale(value)).toThrow(expect.objectContaining({ code: "UNSAFE_INTEGER" }));
      return;
    }
    const result = scale(value);
    expect(Object.is(result, -0)).toBe(false);
    expect(PROMISES[rounding](exact, BigInt(denominator), BigInt(result))).toBe(true);
  });

  it.prop([
    fc.constantFrom("halfEven", "halfAwayFromZero", "down", "up"),
    small,
    small,
    denominator,
  ])("is symmetric about zero where its rounding is", (rounding, value, numerator, denominator) => {
    const scale = integerScaler({ numerator, denominator }, { rounding });
    expect(scale(-value)).toBe(0 - scale(value));
  });

  it.prop([safe, anyRounding])(
    "leaves integers alone when the factor is one",
    (value, rounding) => {
      for (const one of [1, "1", "1.0", "10e-1", { numerator: 7, denominator: 7 }]) {
        expect(integerScaler(one, { rounding })(value)).toBe(value);
      }
    },
  );

  it.prop([fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(10_000), anyRounding])(
    "reads a number as the decimal that it prints as",
    (value, tenThousandths, rounding) => {
      const scale = integerScaler(tenThousandths / 10_000, { rounding });
      const exact = integerScaler({ numerator: tenThousandths, denominator: 10_000 }, { rounding });
      expect(scale(value)).toBe(exact(value));
    },
  );
});
