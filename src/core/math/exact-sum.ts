import { ClienteleError } from "../errors.js";

/** A sum that is rounded once, at the end, so that neither order nor grouping changes it. */
export interface ExactSum {
  add(value: number): void;
  /** The exact sum so far, as numbers that do not overlap; adding them elsewhere merges two sums. */
  parts(): readonly number[];
  /** @throws ClienteleError OUT_OF_RANGE when the sum is beyond the numbers */
  value(): number;
}

/** An exact sum by growing expansions: Shewchuk (1997), "Adaptive Precision Floating-Point Arithmetic". */
export function exactSum(): ExactSum {
  const parts: number[] = [];

  const add = (value: number): void => {
    let carry = value;
    let kept = 0;
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index] as number;
      const sum = carry + part;
      const partSeen = sum - carry;
      const error = carry - (sum - partSeen) + (part - partSeen);
      if (error !== 0) parts[kept++] = error;
      carry = sum;
    }
    parts[kept] = carry;
    parts.length = kept + 1;
  };

  return { add, parts: () => [...parts], value: () => roundOnce(parts) };
}

/** Adds the parts from the largest down; only the first rounding can be inexact, or half-way. */
function roundOnce(parts: readonly number[]): number {
  let index = parts.length - 1;
  let sum = parts[index] ?? 0;
  let error = 0;
  while (index > 0 && error === 0) {
    const part = parts[--index] as number;
    const next = sum + part;
    error = part - (next - sum);
    sum = next;
  }
  if (!Number.isFinite(sum)) {
    throw new ClienteleError("OUT_OF_RANGE", "the values are too large to be added up", {
      expected: "a sum below 1.8e308",
    });
  }
  return sum + halfWayCorrection(sum, error, parts[index - 1] ?? 0);
}

/** Where the rest is just half a unit in the last place, the sign of what lies below it decides. */
function halfWayCorrection(sum: number, error: number, below: number): number {
  if (error === 0 || Math.sign(error) !== Math.sign(below)) return 0;
  const doubled = error * 2;
  return sum + doubled - sum === doubled ? doubled : 0;
}
