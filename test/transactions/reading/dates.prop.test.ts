import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { compileDateFormat } from "../../../src/transactions/reading/parse-date.js";

const instants = fc.date({
  min: new Date(Date.UTC(1900, 0, 1)),
  max: new Date(Date.UTC(2199, 11, 31, 23, 59, 59, 999)),
  noInvalidDate: true,
});
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number): string => String(value).padStart(2, "0");

/** How each token writes an instant in UTC. */
const WRITERS: Readonly<Record<string, (at: Date) => string>> = {
  yyyy: (at) => String(at.getUTCFullYear()),
  MMM: (at) => MONTHS[at.getUTCMonth()] as string,
  MM: (at) => two(at.getUTCMonth() + 1),
  M: (at) => String(at.getUTCMonth() + 1),
  dd: (at) => two(at.getUTCDate()),
  d: (at) => String(at.getUTCDate()),
  HH: (at) => two(at.getUTCHours()),
  H: (at) => String(at.getUTCHours()),
  h: (at) => String(at.getUTCHours() % 12 || 12),
  a: (at) => (at.getUTCHours() < 12 ? "AM" : "PM"),
  mm: (at) => two(at.getUTCMinutes()),
  ss: (at) => two(at.getUTCSeconds()),
  SSS: (at) => String(at.getUTCMilliseconds()).padStart(3, "0"),
};
const write = (pattern: string, at: Date): string =>
  pattern.replaceAll(/yyyy|MMM|MM?|dd?|HH?|h|a|mm|ss|SSS/g, (token) =>
    (WRITERS[token] as (at: Date) => string)(at),
  );

const days = fc
  .tuple(
    fc.shuffledSubarray(["yyyy", "month", "day"], { minLength: 3 }),
    fc.constantFrom("MMM", "MM", "M"),
    fc.constantFrom("dd", "d"),
    fc.constantFrom("/", "-", ". ", "年"),
  )
  .map(([order, month, day, between]) =>
    order.join(between).replace("month", month).replace("day", day),
  );
const clocks = fc.constantFrom("HH:mm:ss.SSS", "H:mm:ss.SSS", "h:mm:ss.SSS a");

describe("dates", () => {
  test.prop([instants, days, clocks], { numRuns: 2000 })(
    "come back from whatever pattern wrote them",
    (at, day, clock) => {
      const pattern = `${day} ${clock}`;
      expect(compileDateFormat(pattern, "UTC")(write(pattern, at))).toBe(at.getTime());
    },
  );

  test.prop([instants, fc.constantFrom("UTC", "Asia/Tokyo", "America/New_York")], {
    numRuns: 1000,
  })("come back from ISO 8601, in any zone", (at, zone) => {
    const parse = compileDateFormat("auto", zone);
    expect(parse(at.toISOString())).toBe(at.getTime());
    expect(parse(at.toISOString().replaceAll(/[-:]|\.\d+/g, ""))).toBe(
      Math.floor(at.getTime() / 1000) * 1000,
    );
  });

  test.prop([fc.string({ maxLength: 25 })], { numRuns: 2000 })(
    "of any text are an instant from 1900 to 2199, or none",
    (text) => {
      for (const format of ["auto", "epoch-s", "epoch-ms", "d.M.yyyy", "yy年M月d日 H时"]) {
        const atMs = compileDateFormat(format, "Asia/Shanghai")(text);
        if (atMs === undefined) continue;
        expect(Number.isInteger(atMs)).toBe(true);
        expect(atMs).toBeGreaterThanOrEqual(Date.UTC(1900, 0, 1));
        expect(atMs).toBeLessThan(Date.UTC(2200, 0, 1));
      }
    },
  );
});
