import { unitStart } from "../../core/calendar-unit.js";
import { type Period, parsePeriod } from "../../core/period.js";
import { shiftInstant } from "../../core/shift-instant.js";
import { LOCAL_TIME_POLICY, type ZoneRules, zoneRules } from "../../core/zone.js";
import type { Facts } from "../../rules/index.js";
import { clockOf, momentMs } from "../../rules/time/moment.js";
import { readPeriod } from "../../rules/values/measure.js";
import { isInstantMs } from "../../rules/values/read-instant.js";
import { compilePath } from "../../rules/values/read-path.js";
import type { CalendarMoment, Duration, FactDuration, FactMoment } from "../types.js";
import type { Due } from "./types.js";

const UNIT_MS = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

/** When a period from the start of the time is over, by the calendar of the zone. */
export function planPeriod(text: string, zone: string): Due {
  const period = parsePeriod(text);
  const rules = zoneRules(zone);
  return (_facts, sinceMs) => later(sinceMs, period, rules);
}

/** When a duration is over that may be each customer's own. */
export function planDuration(duration: Duration, zone: string): Due {
  if (typeof duration === "string") return planPeriod(duration, zone);
  const own = planOwnDuration(duration, zone);
  const otherwise = optional(duration.otherwise, zone);
  const atLeast = optional(duration.atLeast, zone);
  const atMost = optional(duration.atMost, zone);
  return (facts, sinceMs) => {
    const ownMs = own(facts, sinceMs);
    if (ownMs === undefined) return otherwise?.(facts, sinceMs) ?? Infinity;
    const longestMs = atMost?.(facts, sinceMs) ?? Infinity;
    const shortestMs = atLeast?.(facts, sinceMs) ?? -Infinity;
    return Math.max(Math.min(ownMs, longestMs), shortestMs);
  };
}

/** When the moment of a fact comes, whatever the start of the time. */
export function planFactMoment({ fact, before, after }: FactMoment, zone: string): Due {
  const read = compilePath(fact);
  const clock = clockOf(zone);
  const shiftBack = before === undefined ? undefined : parsePeriod(before);
  const shiftOn = after === undefined ? undefined : parsePeriod(after);
  return (facts) => {
    const atMs = momentMs(read(facts, facts, 0), clock);
    if (Number.isNaN(atMs)) return Infinity;
    const backMs = shiftBack === undefined ? atMs : earlier(atMs, shiftBack, clock.rules);
    return shiftOn === undefined ? backMs : later(backMs, shiftOn, clock.rules);
  };
}

/** When the next unit of the calendar begins. */
export function planCalendarMoment({ next }: CalendarMoment, zone: string): Due {
  const rules = zoneRules(zone);
  return (_facts, sinceMs) => rules.startOfDay(unitStart(next, rules.toEpochDay(sinceMs), -1));
}

/** The customer's own duration; `undefined` when the fact does not tell. */
function planOwnDuration(
  { fact, unit, times = 1 }: FactDuration,
  zone: string,
): (facts: Facts, sinceMs: number) => number | undefined {
  const read = compilePath(fact);
  const rules = zoneRules(zone);
  if (unit === undefined) {
    return (facts, sinceMs) => {
      const period = readPeriod(read(facts, facts, 0));
      return period === undefined ? undefined : later(sinceMs, period, rules);
    };
  }
  return (facts, sinceMs) => {
    const count = read(facts, facts, 0);
    if (typeof count !== "number" || !(count >= 0 && count < Infinity)) return undefined;
    return reachable(sinceMs + Math.round(count * times * UNIT_MS[unit]));
  };
}

function optional(period: string | undefined, zone: string): Due | undefined {
  return period === undefined ? undefined : planPeriod(period, zone);
}

/** A period later; never, when that lies beyond what rules can read as an instant. */
function later(atMs: number, period: Period, rules: ZoneRules): number {
  return reachable(shiftInstant(atMs, period, 1, rules, LOCAL_TIME_POLICY) ?? Infinity);
}

function earlier(atMs: number, period: Period, rules: ZoneRules): number {
  return shiftInstant(atMs, period, -1, rules, LOCAL_TIME_POLICY) ?? -Infinity;
}

function reachable(atMs: number): number {
  return isInstantMs(atMs) ? atMs : Infinity;
}
