import { fc, it } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { localDays, zoneRules } from "../../src/core/index.js";
import { instantsShowing, readClock, ZONES } from "./zone-oracle.js";

const MS_PER_DAY = 86_400_000;
const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(2200, 0, 1);

const anyZone = fc.constantFrom(...ZONES);
const anyInstant = fc.integer({ min: FIRST, max: LAST });
/** Zones with changes at midnight, by half an hour, by a whole day, or twice in a month. */
const oddZone = fc.constantFrom(
  "America/Sao_Paulo",
  "America/St_Johns",
  "Asia/Beirut",
  "Asia/Gaza",
  "Asia/Tehran",
  "Africa/Cairo",
  "Africa/Casablanca",
  "America/Havana",
  "Australia/Lord_Howe",
  "Antarctica/Troll",
  "Europe/Dublin",
  "Pacific/Apia",
  "Pacific/Kwajalein",
);

/** An instant within two days of a change of the clocks; any instant in a zone that has none. */
const nearChange = fc
  .tuple(
    fc.oneof(anyZone, oddZone),
    anyInstant,
    fc.integer({ min: -2 * MS_PER_DAY, max: 2 * MS_PER_DAY }),
  )
  .map(([zone, atMs, distance]) => ({ zone, atMs: nextChange(zone, atMs) + distance }));

function nextChange(zone: string, fromMs: number): number {
  const { offsetMs } = zoneRules(zone);
  for (let month = 0; month < 24; month++) {
    let before = fromMs + month * 28 * MS_PER_DAY;
    let after = before + 28 * MS_PER_DAY;
    if (offsetMs(before) === offsetMs(after)) continue;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offsetMs(middle) === offsetMs(before)) before = middle;
      else after = middle;
    }
    return after;
  }
  return fromMs;
}

describe("a zone", () => {
  it.prop([anyZone, anyInstant], { numRuns: 3000 })(
    "shows the wall clock that Intl writes",
    (zone, atMs) => {
      expect(zoneRules(zone).toLocalMs(atMs)).toBe(readClock(atMs, zone));
    },
  );

  it.prop([nearChange], { numRuns: 1000 })(
    "does so near a change of its clocks",
    ({ zone, atMs }) => {
      expect(zoneRules(zone).toLocalMs(atMs)).toBe(readClock(atMs, zone));
    },
  );

  it.prop([anyZone, fc.array(anyInstant, { maxLength: 30 })])(
    "counts the days of a column as Intl writes their dates",
    (zone, atMs) => {
      const days = atMs.map((at) => Math.floor(readClock(at, zone) / MS_PER_DAY));
      expect(Array.from(localDays(atMs, zone))).toEqual(days);
    },
  );

  it.prop([nearChange], { numRuns: 300 })(
    "finds the instants that a wall-clock time stands for",
    ({ zone, atMs }) => {
      const rules = zoneRules(zone);
      const localMs = Math.floor(atMs);
      const shown = instantsShowing(localMs, zone);
      const first = rules.toInstant(localMs, { gap: "earlier", overlap: "earlier" });
      const last = rules.toInstant(localMs, { gap: "later", overlap: "later" });
      if (shown.length > 0) {
        expect([first, last]).toEqual([shown[0], shown.at(-1)]);
      } else {
        // A gap: one clock shows it as much too early as the other shows it too late.
        expect(rules.toLocalMs(first)).toBeLessThan(localMs);
        expect(rules.toLocalMs(last)).toBeGreaterThan(localMs);
        expect(last - first).toBe(rules.offsetMs(last) - rules.offsetMs(first));
      }
    },
  );

  it.prop([nearChange], { numRuns: 300 })(
    "starts a day at the first instant that shows it or a later one",
    ({ zone, atMs }) => {
      const rules = zoneRules(zone);
      const day = Math.floor(readClock(atMs, zone) / MS_PER_DAY);
      const start = rules.startOfDay(day);
      expect(Math.floor(readClock(start, zone) / MS_PER_DAY)).toBe(day);
      // Nowhere in the two days before.
      for (let minutes = 1; minutes <= 2 * 24 * 60; minutes += 7) {
        const clock = readClock(start - minutes * 60_000, zone);
        expect(clock).toBeLessThan(day * MS_PER_DAY);
      }
      expect(readClock(start - 1, zone)).toBeLessThan(day * MS_PER_DAY);
    },
  );
});
