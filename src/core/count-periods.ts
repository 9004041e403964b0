import { invalid } from "./errors.js";
import { checkPeriod, formatPeriod, type Period } from "./period.js";
import { checkPolicy, checkWithinCalendar, meanLengthMs, shiftInstant } from "./shift-instant.js";
import { LOCAL_TIME_POLICY, type LocalTimePolicy, zoneRules } from "./zone.js";

/**
 * The number of whole periods from one instant to another: the largest `n`, negative if need be,
 * for which `fromMs` plus `n` periods is not after `toMs`. Full years of age, months as a customer
 * and the index of a repeating window are counts of this kind.
 *
 * @throws ClienteleError INVALID_ARGUMENT, also for a period of no length; UNKNOWN_TIME_ZONE; OUT_OF_RANGE
 * @example
 * countPeriods(Date.UTC(2024, 0, 31), Date.UTC(2024, 1, 29), parsePeriod("P1M"), "UTC") //=> 1
 */
export function countPeriods(
  fromMs: number,
  toMs: number,
  period: Period,
  zone: string,
  policy: LocalTimePolicy = LOCAL_TIME_POLICY,
): number {
  const rules = zoneRules(zone);
  checkWithinCalendar(fromMs, "fromMs");
  checkWithinCalendar(toMs, "toMs");
  checkPeriod(period);
  checkPolicy(policy, "policy");
  const meanMs = meanLengthMs(period);
  if (meanMs === 0) throw invalid("period", "longer than nothing", formatPeriod(period));
  const isReached = (count: number): boolean => {
    const atMs = shiftInstant(fromMs, period, count, rules, policy);
    return atMs === undefined ? count < 0 : atMs <= toMs;
  };
  // The mean length is a period or two off at most: calendar months differ from it by days.
  let count = Math.floor((toMs - fromMs) / meanMs);
  while (!isReached(count)) count--;
  while (isReached(count + 1)) count++;
  return count;
}

/** The local days from one instant to another: 0 on the same day, 1 from 23:59 to 00:01, negative backwards. */
export function daysBetween(fromMs: number, toMs: number, zone: string): number {
  const rules = zoneRules(zone);
  return rules.toEpochDay(toMs) - rules.toEpochDay(fromMs);
}
