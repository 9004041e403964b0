import { checkNumber, invalid } from "../../core/index.js";
import { checkMoney, type Money } from "../../money/index.js";
import { roundBigQuotient } from "../../money/round-quotient.js";

/** Revenue deferred for points, and how much of it has been released: plain JSON. */
export interface DeferredRevenue<Currency extends string = string> {
  readonly deferred: Money<Currency>;
  /** Points granted. */
  readonly points: number;
  readonly redeemed: number;
  readonly lapsed: number;
  readonly released: Money<Currency>;
}

/** What became of points in a period. */
export interface RevenueUse {
  readonly redeemed?: number;
  readonly lapsed?: number;
  /** How many points of all granted are now expected to be redeemed in the end. */
  readonly expectedRedeemed: number;
}

/** Revenue of a period, and what remains. */
export interface RevenueRelease<Currency extends string = string> {
  readonly state: DeferredRevenue<Currency>;
  /** Negative when more redemption is expected than before. */
  readonly revenue: Money<Currency>;
}

/**
 * Starts the account of revenue deferred for points.
 *
 * @param deferred - from `allocateSale`, for one sale or summed over a vintage
 * @param points - granted for it, at least 1
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * const state = deferRevenue(money(868, "EUR"), 100);
 */
export function deferRevenue<Currency extends string>(
  deferred: Money<Currency>,
  points: number,
): DeferredRevenue<Currency> {
  checkMoney(deferred, "deferred");
  if (deferred.minor < 0) throw invalid("deferred", "not negative", deferred.minor);
  checkNumber(points, "points", "count");
  checkNumber(points, "points", "positive");
  const released = { minor: 0, currency: deferred.currency };
  return { deferred, points, redeemed: 0, lapsed: 0, released };
}

/**
 * Releases deferred revenue in proportion to the points redeemed of all that are expected to be, so
 * that breakage is recognised along with redemption (IFRS 15.B46; ASC 606-10-55-48), and whatever is
 * left when no point is. Cumulative and rounded down, so that no sequence of releases can give more
 * than was deferred, and all of them give exactly that.
 *
 * @throws ClienteleError INVALID_ARGUMENT when more points are used than were granted, or fewer are
 *   expected to be redeemed than have been
 * @example
 * releaseRevenue(state, { redeemed: 40, expectedRedeemed: 80 }).revenue; //=> half of it
 */
export function releaseRevenue<Currency extends string>(
  state: DeferredRevenue<Currency>,
  use: RevenueUse,
): RevenueRelease<Currency> {
  const { deferred, points, released } = checkState(state);
  const redeemed = state.redeemed + readCount(use?.redeemed ?? 0, "use.redeemed");
  const lapsed = state.lapsed + readCount(use.lapsed ?? 0, "use.lapsed");
  const expected = readCount(use.expectedRedeemed, "use.expectedRedeemed");
  if (redeemed + lapsed > points) {
    throw invalid("use", `at most ${points} points in all`, redeemed + lapsed);
  }
  if (expected < redeemed || expected > points - lapsed) {
    throw invalid("use.expectedRedeemed", `from ${redeemed} to ${points - lapsed}`, expected);
  }
  const isOver = redeemed + lapsed === points;
  const total = isOver ? deferred.minor : shareOf(deferred.minor, redeemed, expected);
  const revenue = { minor: total - released.minor, currency: deferred.currency };
  const changed = { minor: total, currency: deferred.currency };
  return { state: { deferred, points, redeemed, lapsed, released: changed }, revenue };
}

function checkState<Currency extends string>(
  state: DeferredRevenue<Currency>,
): DeferredRevenue<Currency> {
  if (typeof state !== "object" || state === null) throw invalid("state", "of deferRevenue", state);
  checkMoney(state.deferred, "state.deferred");
  checkMoney(state.released, "state.released");
  for (const part of ["points", "redeemed", "lapsed"] as const) {
    readCount(state[part], `state.${part}`);
  }
  return state;
}

function readCount(count: number, where: string): number {
  checkNumber(count, where, "count");
  return count;
}

function shareOf(minor: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  return Number(roundBigQuotient(BigInt(minor) * BigInt(part), BigInt(whole), "floor"));
}
