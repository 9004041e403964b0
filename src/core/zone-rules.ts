import type { NumberColumn } from "./column.js";
import { type ClienteleError, invalid } from "./errors.js";
import { MS_PER_DAY } from "./time-unit.js";
import { findChange, type ZoneOffsets } from "./zone-offsets.js";

/**
 * Which instant is meant by a wall-clock time that the zone never shows (a gap, when clocks go
 * forward) or shows twice (an overlap, when they go back).
 */
export interface LocalTimePolicy {
  /** In a gap of an hour, 02:30 becomes 03:30 (`later`) or 01:30 (`earlier`). */
  readonly gap: "later" | "earlier";
  /** The first (`earlier`) or the second (`later`) of the two instants. */
  readonly overlap: "earlier" | "later";
}

/** The choice of RFC 5545 (iCalendar) and of ECMAScript's Temporal. */
export const LOCAL_TIME_POLICY: LocalTimePolicy = { gap: "later", overlap: "earlier" };

/** The clock of one time zone: instants are epoch milliseconds, days are epoch days. */
export interface ZoneRules {
  /** Local time less UTC at an instant, in milliseconds. */
  offsetMs(atMs: number): number;
  /** The local day at an instant. */
  toEpochDay(atMs: number): number;
  /** The local day at every instant of a column. */
  toEpochDays(atMs: NumberColumn): Int32Array;
  /**
   * The first instant at which the local day is the given one; where clocks skipped that day, the
   * instant at which they did.
   */
  startOfDay(epochDay: number): number;
  /** What the wall clock shows at an instant, as the epoch milliseconds of a clock in UTC showing it. */
  toLocalMs(atMs: number): number;
  /** The instant at which the wall clock shows `localMs`; without a policy, {@link LOCAL_TIME_POLICY}. */
  toInstant(localMs: number, policy?: LocalTimePolicy): number;
}

const FARTHEST_DAY = 100_000_000;
const FARTHEST_MS = FARTHEST_DAY * MS_PER_DAY;
/** No zone was ever farther from UTC: Manila kept -15:56:08 until 1844. */
const WIDEST_OFFSET_MS = 16 * 3_600_000;

/** Makes the clock of a zone from its offsets. */
export function createZoneRules(offsetAt: ZoneOffsets): ZoneRules {
  /** The offsets before and after the only change that can lie near a wall-clock time. */
  const offsetsAround = (localMs: number): readonly [before: number, after: number] => [
    offsetAt(Math.max(localMs - WIDEST_OFFSET_MS, -FARTHEST_MS)),
    offsetAt(Math.min(localMs + WIDEST_OFFSET_MS, FARTHEST_MS)),
  ];

  return {
    offsetMs(atMs) {
      checkInstant(atMs, "atMs");
      return offsetAt(atMs);
    },

    toLocalMs(atMs) {
      checkInstant(atMs, "atMs");
      return atMs + offsetAt(atMs);
    },

    toEpochDay(atMs) {
      checkInstant(atMs, "atMs");
      return Math.floor((atMs + offsetAt(atMs)) / MS_PER_DAY);
    },

    toEpochDays(column) {
      const days = new Int32Array(column.length);
      for (let index = 0; index < days.length; index++) {
        const atMs = column[index]!;
        if (!isInstant(atMs)) throw notAnInstant(atMs, `atMs[${index}]`);
        days[index] = Math.floor((atMs + offsetAt(atMs)) / MS_PER_DAY);
      }
      return days;
    },

    startOfDay(epochDay) {
      if (!Number.isInteger(epochDay) || Math.abs(epochDay) > FARTHEST_DAY) {
        throw invalid("epochDay", "whole days since 1970-01-01", epochDay);
      }
      const midnight = epochDay * MS_PER_DAY;
      const [before, after] = offsetsAround(midnight);
      const first = midnight - before;
      if (before === after || offsetAt(first) === before) return first;
      const second = midnight - after;
      if (offsetAt(second) === after) return second;
      // Midnight is in a gap, which may have begun before midnight (Toronto 1919: 23:30 to 00:30).
      return findChange(second, first, (atMs) => offsetAt(atMs) === after);
    },

    toInstant(localMs, policy = LOCAL_TIME_POLICY) {
      checkInstant(localMs, "localMs");
      const [before, after] = offsetsAround(localMs);
      const byBefore = localMs - before;
      if (before === after) return byBefore;
      const byAfter = localMs - after;
      const isBefore = offsetAt(byBefore) === before;
      const isAfter = offsetAt(byAfter) === after;
      if (isBefore && isAfter) return policy.overlap === "earlier" ? byBefore : byAfter;
      if (isBefore || isAfter) return isBefore ? byBefore : byAfter;
      return policy.gap === "later" ? byBefore : byAfter;
    },
  };
}

/**
 * Refuses what is no time that a JavaScript Date can hold.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkInstant(atMs: number, where: string): void {
  if (!isInstant(atMs)) throw notAnInstant(atMs, where);
}

function isInstant(atMs: number): boolean {
  return typeof atMs === "number" && Math.abs(atMs) <= FARTHEST_MS;
}

function notAnInstant(atMs: number, where: string): ClienteleError {
  return invalid(where, "epoch milliseconds from -8.64e15 to 8.64e15", atMs);
}
