import { fc, it as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { checkPeriod, formatPeriod, type Period, parsePeriod } from "../../src/core/index.js";

const INVALID = expect.objectContaining({ code: "INVALID_ARGUMENT" });

const NOTHING: Period = {
  years: 0,
  months: 0,
  weeks: 0,
  days: 0,
  hours: 0,
  minutes: 0,
  seconds: 0,
};

describe("parsePeriod", () => {
  it("reads every part in its place", () => {
    expect(parsePeriod("P1Y2M3W4DT5H6M7S")).toEqual({
      years: 1,
      months: 2,
      weeks: 3,
      days: 4,
      hours: 5,
      minutes: 6,
      seconds: 7,
    });
  });

  it("tells months from minutes by the T", () => {
    expect(parsePeriod("P5M")).toEqual({ ...NOTHING, months: 5 });
    expect(parsePeriod("PT5M")).toEqual({ ...NOTHING, minutes: 5 });
  });

  it.each(["P0D", "PT0S", "P0Y0M"])("%s is no time at all", (text) => {
    expect(parsePeriod(text)).toEqual(NOTHING);
  });

  it.each([
    "",
    "P",
    "PT",
    "P1YT",
    "1M",
    "p1m",
    "P1",
    "P-1M",
    "-P1M",
    "+P1M",
    "P1.5M",
    "PT1.5S",
    "PT1,5S",
    "P1M1Y",
    "P1DT",
    "P1H",
    "PT1D",
    " P1M",
    "P1M\n",
    "P١M",
    "P99999999999999999999D",
    `P${"1".repeat(1_000_000)}D`,
  ])("refuses %.30j", (text) => {
    expect(() => parsePeriod(text)).toThrow(INVALID);
  });

  it("refuses what is no text", () => {
    for (const value of [undefined, null, 5, {}, ["P1M"]]) {
      expect(() => parsePeriod(value as never)).toThrow(INVALID);
    }
  });

  it("says where and what would be right", () => {
    expect(() => parsePeriod("1 month", "rule.within")).toThrow(
      'rule.within must be an ISO 8601 duration of whole numbers such as P1M, P14D or PT12H, got "1 month"',
    );
  });
});

describe("formatPeriod", () => {
  it("writes the parts that are not zero, and P0D for none", () => {
    expect(formatPeriod({ ...NOTHING, months: 14, minutes: 90 })).toBe("P14MT90M");
    expect(formatPeriod({ ...NOTHING, seconds: 1 })).toBe("PT1S");
    expect(formatPeriod(NOTHING)).toBe("P0D");
  });

  const part = fc.nat({ max: 1_000_000 });
  property.prop([
    fc.record<Period>({
      years: part,
      months: part,
      weeks: part,
      days: part,
      hours: part,
      minutes: part,
      seconds: part,
    }),
  ])("writes what parsePeriod reads back", (period) => {
    expect(parsePeriod(formatPeriod(period))).toEqual(period);
  });
});

describe("checkPeriod", () => {
  it.each([
    [{ ...NOTHING, months: -1 }, "period.months"],
    [{ ...NOTHING, days: 0.5 }, "period.days"],
    [{ ...NOTHING, hours: Number.NaN }, "period.hours"],
    [{ ...NOTHING, seconds: 2 ** 53 }, "period.seconds"],
    [{ ...NOTHING, weeks: "1" }, "period.weeks"],
    [{ months: 1 }, "period.years"],
  ])("names the part of %j that is wrong", (period, where) => {
    expect(() => checkPeriod(period as Period)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ where }) }),
    );
  });

  it("refuses a text, which parsePeriod reads", () => {
    expect(() => checkPeriod("P1M" as never)).toThrow(INVALID);
    expect(() => checkPeriod(null as never)).toThrow(INVALID);
  });
});
