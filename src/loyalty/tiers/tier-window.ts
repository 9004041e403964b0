import { unitStart } from "../../core/calendar-unit.js";
import {
  addPeriod,
  countPeriods,
  parsePeriod,
  subtractPeriod,
  type ZoneRules,
} from "../../core/index.js";
import type { TierWindow } from "../program/tier-types.js";

/**
 * A qualification period. Whatever its kind, something counts from its own instant until it leaves
 * the period, and nothing else needs to be known of it.
 */
export interface CompiledWindow {
  /** The first instant at which something of that instant no longer counts. */
  leavesMs(atMs: number, openedMs: number): number;
  /** From when on things count at an instant; `undefined` for always. */
  startMs(atMs: number, openedMs: number): number | undefined;
  /** When a new period starts with nothing; `undefined` where things leave one by one, or never. */
  endMs(atMs: number, openedMs: number): number | undefined;
}

/** Prepares a qualification period. */
export function compileWindow(window: TierWindow, zone: string, clock: ZoneRules): CompiledWindow {
  if (window === "ever") {
    return { leavesMs: () => Infinity, startMs: () => undefined, endMs: () => undefined };
  }
  if ("rolling" in window) {
    const period = parsePeriod(window.rolling, "tiers.window.rolling");
    return {
      leavesMs: (atMs) => addPeriod(atMs, period, zone),
      // What happened exactly a period ago has just left.
      startMs: (atMs) => subtractPeriod(atMs, period, zone) + 1,
      endMs: () => undefined,
    };
  }
  if ("calendar" in window) {
    const unit = window.calendar;
    const end = (atMs: number) => clock.startOfDay(unitStart(unit, clock.toEpochDay(atMs), -1));
    return {
      leavesMs: end,
      startMs: (atMs) => clock.startOfDay(unitStart(unit, clock.toEpochDay(atMs))),
      endMs: end,
    };
  }
  // Counted from the opening each time, so that the 31st does not drift to the 28th.
  const period = parsePeriod(window.anniversary, "tiers.window.anniversary");
  const turn = (atMs: number, openedMs: number, more: 0 | 1) => {
    const count = countPeriods(openedMs, atMs, period, zone) + more;
    return addPeriod(openedMs, period, zone, { count });
  };
  return {
    leavesMs: (atMs, openedMs) => turn(atMs, openedMs, 1),
    startMs: (atMs, openedMs) => turn(atMs, openedMs, 0),
    endMs: (atMs, openedMs) => turn(atMs, openedMs, 1),
  };
}
