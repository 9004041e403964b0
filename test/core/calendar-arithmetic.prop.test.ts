import { fc, it } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  addPeriod,
  countPeriods,
  type Period,
  parsePeriod,
  subtractPeriod,
} from "../../src/core/index.js";
import { instantsShowing, readClock, ZONES } from "./zone-oracle.js";

const anyZone = fc.constantFrom(...ZONES);
const anyInstant = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) });
const anyCount = fc.integer({ min: 0, max: 60 });

const NOTHING = parsePeriod("P0D");
const calendarPeriod: fc.Arbitrary<Period> = fc
  .record({ years: fc.nat(3), months: fc.nat(14), weeks: fc.nat(3), days: fc.nat(40) })
  .map((parts) => ({ ...NOTHING, ...parts }));
const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(calendarPeriod, fc.record({ hours: fc.nat(50), minutes: fc.nat(90), seconds: fc.nat(90) }))
  .map(([date, time]) => ({ ...date, ...time }))
  .filter((period) => Object.values(period).some((part) => part > 0));

/** The wall clock a period later, by the Date of the platform. */
function clockLater(localMs: number, period: Period, count: number): number {
  const date = new Date(localMs);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + (period.years * 12 + period.months) * count);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay) + (period.weeks * 7 + period.days) * count);
  return date.getTime();
}

describe("calendar arithmetic", () => {
  it.prop([anyInstant, calendarPeriod, anyCount])(
    "in UTC is that of the platform's Date",
    (atMs, period, count) => {
      expect(addPeriod(atMs, period, "UTC", { count })).toBe(clockLater(atMs, period, count));
      expect(subtractPeriod(atMs, period, "UTC", { count })).toBe(clockLater(atMs, period, -count));
    },
  );

  it.prop([anyZone, anyInstant, calendarPeriod], { numRuns: 200 })(
    "shows the wall clock of the later date, wherever the zone shows it at all",
    (zone, atMs, period) => {
      const local = readClock(atMs, zone);
      const wanted = clockLater(local, period, 1);
      if (wanted === local) return;
      const shown = instantsShowing(wanted, zone);
      const [first, last] = [shown[0], shown.at(-1)];
      if (first === undefined) return;
      expect(addPeriod(atMs, period, zone)).toBe(first);
      expect(addPeriod(atMs, period, zone, { overlap: "later" })).toBe(last);
    },
  );

  it.prop([anyZone, anyInstant, anyInstant, anyPeriod])(
    "counts the periods that are over, and no more",
    (zone, fromMs, toMs, period) => {
      const count = countPeriods(fromMs, toMs, period, zone);
      const later = (times: number): number =>
        times < 0
          ? subtractPeriod(fromMs, period, zone, { count: -times })
          : addPeriod(fromMs, period, zone, { count: times });
      expect(later(count)).toBeLessThanOrEqual(toMs);
      expect(later(count + 1)).toBeGreaterThan(toMs);
    },
  );

  it.prop([anyZone, anyInstant, fc.nat(1000), fc.nat(1000)])(
    "adds exact time in one step or in two",
    (zone, atMs, hours, minutes) => {
      const both = addPeriod(atMs, { ...NOTHING, hours, minutes }, zone);
      const inTurn = addPeriod(
        addPeriod(atMs, { ...NOTHING, hours }, zone),
        { ...NOTHING, minutes },
        zone,
      );
      expect(both).toBe(inTurn);
      expect(subtractPeriod(both, { ...NOTHING, hours, minutes }, zone)).toBe(atMs);
    },
  );
});
