import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addSums, sumMarks } from "../../../src/loyalty/tiers/qualifying-sum.js";

const mark = fc
  .record({ fromMs: fc.nat(50), lengthMs: fc.nat(50), amount: fc.nat(20) })
  .map(({ fromMs, lengthMs, amount }) => ({ fromMs, untilMs: fromMs + lengthMs, amount }));

describe("the sum of sums", () => {
  it("answers as the sum of all marks does", () => {
    fc.assert(
      fc.property(fc.array(fc.array(mark)), fc.nat(100), fc.nat(60), (parts, atMs, threshold) => {
        const sum = addSums(parts.map(sumMarks));
        const whole = sumMarks(parts.flat());
        expect(sum.at(atMs)).toBe(whole.at(atMs));
        expect(sum.nextFallMs(atMs)).toBe(whole.nextFallMs(atMs));
        expect(sum.firstBelowMs(threshold, atMs)).toBe(whole.firstBelowMs(threshold, atMs));
        expect(sum.belowSinceMs(threshold, atMs)).toBe(whole.belowSinceMs(threshold, atMs));
      }),
    );
  });
});
