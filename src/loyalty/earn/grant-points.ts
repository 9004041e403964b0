import { invalid } from "../../core/index.js";
import { roundBigQuotient } from "../../money/round-quotient.js";
import { exactFraction } from "../ledger/carry.js";
import type { ExactFraction } from "../ledger/entry-types.js";
import type { CompiledCap } from "../program/compile-caps.js";
import type { BaseRule, CompiledEarning } from "../program/compile-earning.js";
import type { Award } from "./award-points.js";

/** Whole points given by a rule. */
export interface Grant {
  readonly rule: BaseRule;
  /** Without caps. */
  readonly desired: number;
  readonly granted: number;
  /** The name of the cap that made the difference. */
  readonly cap?: string;
}

/** Whole points given by all rules. */
export interface Grants {
  readonly grants: readonly Grant[];
  /** What rounding left of the exact points, for the next order; only where the programme carries. */
  readonly carryShare: ExactFraction | undefined;
}

/** How much is left under a cap. */
export type Room = (cap: CompiledCap) => number;

/**
 * Makes exact points whole, within caps. Where the whole order is rounded, each rule gets what its
 * points add to the rounded running total, so that the parts sum to the whole.
 */
export function grantPoints(
  earning: CompiledEarning,
  awards: readonly Award[],
  room: Room,
  carry: ExactFraction | undefined,
): Grants {
  const { mode, remainder } = earning.rounding;
  const scale = carry === undefined ? 1n : BigInt(carry.denominator);
  const denominator = earning.denominator * scale;
  const carried = carry === undefined ? 0n : BigInt(carry.numerator) * earning.denominator;
  let [exactSum, givenSum] = [0n, 0n];
  let [desiredExact, desiredSum] = [carried, 0n];
  const grants = awards.map(({ rule, exact }): Grant => {
    const wanted = exact * scale;
    const { most, cap } = tightest([...rule.gate.caps, ...earning.caps], earning, room, givenSum);
    exactSum += smaller(wanted, most === undefined ? wanted : most * denominator);
    const rounded = roundBigQuotient(carried + exactSum, denominator, mode) - givenSum;
    const granted = smaller(rounded < 0n ? 0n : rounded, most ?? rounded);
    givenSum += granted;
    desiredExact += wanted;
    const desired = roundBigQuotient(desiredExact, denominator, mode) - desiredSum;
    desiredSum += desired;
    const given = { rule, desired: toPoints(desired), granted: toPoints(granted) };
    return desired > granted && cap !== undefined ? { ...given, cap } : given;
  });
  const carryShare =
    remainder === "carry"
      ? exactFraction(exactSum - givenSum * denominator, denominator)
      : undefined;
  return { grants, carryShare };
}

/** The least room under caps; `undefined` when nothing bounds. */
function tightest(
  caps: readonly CompiledCap[],
  { caps: common }: CompiledEarning,
  room: Room,
  givenSum: bigint,
): { readonly most: bigint | undefined; readonly cap: string | undefined } {
  let most: bigint | undefined;
  let name: string | undefined;
  for (const cap of caps) {
    const left = room(cap);
    if (cap.counts === "times" && left > 0) continue;
    const points = common.includes(cap) ? BigInt(left) - givenSum : BigInt(left);
    const bounded = points < 0n ? 0n : points;
    if (most !== undefined && most <= bounded) continue;
    most = bounded;
    name = cap.name;
  }
  return { most, cap: name };
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function toPoints(whole: bigint): number {
  const points = Number(whole);
  if (Number.isSafeInteger(points)) return points;
  throw invalid("the points earned", "at most 2^53 - 1", whole, { code: "UNSAFE_INTEGER" });
}
