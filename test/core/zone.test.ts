import { describe, expect, it } from "vitest";
import {
  checkZone,
  formatIsoDate,
  localDays,
  parseIsoDate,
  zoneRules,
} from "../../src/core/index.js";

const HOUR = 3_600_000;
const INVALID = expect.objectContaining({ code: "INVALID_ARGUMENT" });
const UNKNOWN = expect.objectContaining({ code: "UNKNOWN_TIME_ZONE" });

/** The first instant of a local day, as a text. */
function startOf(date: string, zone: string): string {
  return new Date(zoneRules(zone).startOfDay(parseIsoDate(date)!)).toISOString();
}

/** The local day at an instant, as a text. */
function dayAt(instant: string, zone: string): string {
  return formatIsoDate(zoneRules(zone).toEpochDay(Date.parse(instant)));
}

describe("the names of zones", () => {
  it.each(["UTC", "GMT", "Etc/UTC", "Asia/Shanghai", "Asia/Kolkata", "asia/SHANGHAI"])(
    "%s is a zone",
    (zone) => {
      expect(() => checkZone(zone)).not.toThrow();
    },
  );

  it.each(["", "Mars/Olympus", "local", "Asia/Shanghai ", "__proto__", "UTC+8"])(
    "%j is none",
    (zone) => {
      expect(() => checkZone(zone)).toThrow(UNKNOWN);
    },
  );

  it("a missing zone is not the zone of the machine", () => {
    for (const zone of [undefined, null, 8, {}]) {
      expect(() => zoneRules(zone as never)).toThrow(UNKNOWN);
    }
  });

  it("the error names the place and a remedy", () => {
    expect(() => checkZone("Mars/Olympus", "options.zone")).toThrow(
      'options.zone must be an IANA time zone, got "Mars/Olympus". Give a name such as Asia/Shanghai, Europe/Berlin or UTC',
    );
  });

  it("two names of one zone keep the same time", () => {
    const atMs = Date.UTC(2024, 6, 1);
    expect(zoneRules("Asia/Calcutta").offsetMs(atMs)).toBe(5.5 * HOUR);
    expect(zoneRules("Asia/Kolkata").offsetMs(atMs)).toBe(5.5 * HOUR);
  });
});

describe("offsets", () => {
  it.each([
    ["UTC", "2024-07-01T00:00:00Z", 0],
    ["America/New_York", "2024-03-10T06:59:59.999Z", -5 * HOUR],
    ["America/New_York", "2024-03-10T07:00:00Z", -4 * HOUR],
    ["America/New_York", "2024-11-03T05:59:59.999Z", -4 * HOUR],
    ["America/New_York", "2024-11-03T06:00:00Z", -5 * HOUR],
    ["Asia/Kathmandu", "2024-01-01T00:00:00Z", 5.75 * HOUR],
    ["Australia/Lord_Howe", "2024-01-01T00:00:00Z", 11 * HOUR],
    ["Australia/Lord_Howe", "2024-07-01T00:00:00Z", 10.5 * HOUR],
    // Local mean time kept seconds.
    ["Africa/Monrovia", "1970-01-01T00:00:00Z", -(44 * 60 + 30) * 1000],
    ["Europe/Amsterdam", "1890-01-01T00:00:00Z", (17 * 60 + 30) * 1000],
    // Two changes a week apart.
    ["America/Recife", "2000-10-08T02:59:59Z", -3 * HOUR],
    ["America/Recife", "2000-10-08T03:00:00Z", -2 * HOUR],
    ["America/Recife", "2000-10-15T01:59:59Z", -2 * HOUR],
    ["America/Recife", "2000-10-15T02:00:00Z", -3 * HOUR],
    // Outside the years that are kept.
    ["Europe/Berlin", "2399-07-01T00:00:00Z", 2 * HOUR],
    ["Europe/Berlin", "1800-07-01T00:00:00Z", (53 * 60 + 28) * 1000],
  ])("%s at %s", (zone, instant, offset) => {
    expect(zoneRules(zone).offsetMs(Date.parse(instant))).toBe(offset);
  });

  it.each([Number.NaN, Infinity, 8.64e15 + 1, "0" as never, undefined as never])(
    "%s is no instant",
    (atMs) => {
      for (const zone of ["UTC", "Europe/Berlin"]) {
        const rules = zoneRules(zone);
        expect(() => rules.offsetMs(atMs)).toThrow(INVALID);
        expect(() => rules.toEpochDay(atMs)).toThrow(INVALID);
        expect(() => rules.toLocalMs(atMs)).toThrow(INVALID);
        expect(() => rules.toInstant(atMs)).toThrow(INVALID);
      }
    },
  );

  it("the farthest instants of a JavaScript Date have an offset", () => {
    for (const zone of ["Asia/Shanghai", "America/New_York"]) {
      expect(zoneRules(zone).offsetMs(8.64e15)).toBe(
        zone === "Asia/Shanghai" ? 8 * HOUR : -4 * HOUR,
      );
    }
  });
});

describe("local days", () => {
  it.each([
    ["2024-12-31T15:59:59.999Z", "Asia/Shanghai", "2024-12-31"],
    ["2024-12-31T16:00:00Z", "Asia/Shanghai", "2025-01-01"],
    ["2024-01-01T04:59:59Z", "America/New_York", "2023-12-31"],
    ["2024-02-29T23:30:00Z", "UTC", "2024-02-29"],
    ["1969-12-31T23:59:59.999Z", "UTC", "1969-12-31"],
    // Samoa went from the 29th to the 31st at midnight.
    ["2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"],
    ["2199-12-31T23:59:59Z", "Pacific/Kiritimati", "2200-01-01"],
  ])("%s in %s is %s", (instant, zone, date) => {
    expect(dayAt(instant, zone)).toBe(date);
  });

  it("a column is read like its values, whatever kind of array it is", () => {
    const atMs = [0, -1, 1.7e12, 1.7e12 + 0.5];
    const expected = Int32Array.from([0, -1, 19_675, 19_675]);
    expect(localDays(atMs, "UTC")).toEqual(expected);
    expect(localDays(Float64Array.from(atMs), "UTC")).toEqual(expected);
    expect(localDays({ length: 1, 0: -1 }, "UTC")).toEqual(Int32Array.of(-1));
    expect(localDays([], "Asia/Shanghai")).toEqual(new Int32Array(0));
  });

  it("the place of a bad value is named", () => {
    expect(() => localDays([0, Number.NaN], "UTC")).toThrow(
      /^atMs\[1\] must be epoch milliseconds/,
    );
    expect(() => localDays([0, "5" as never], "Asia/Shanghai")).toThrow(/^atMs\[1\]/);
    expect(() => localDays([new Date(0) as never], "UTC")).toThrow(/^atMs\[0\]/);
    // A hole in an array is no instant either.
    expect(() => localDays(new Array<number>(2), "UTC")).toThrow(/^atMs\[0\]/);
  });

  it("what is no column is refused", () => {
    for (const column of [null, undefined, 5, "12", {}, new Map()]) {
      expect(() => localDays(column as never, "UTC")).toThrow(INVALID);
    }
  });
});

describe("the start of a day", () => {
  it.each([
    ["2024-03-10", "UTC", "2024-03-10T00:00:00.000Z"],
    ["2024-03-10", "Asia/Shanghai", "2024-03-09T16:00:00.000Z"],
    ["2024-03-10", "America/New_York", "2024-03-10T05:00:00.000Z"],
    ["2024-03-11", "America/New_York", "2024-03-11T04:00:00.000Z"],
    // Clocks went from 00:00 to 01:00.
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
    ["2024-03-31", "Asia/Beirut", "2024-03-30T22:00:00.000Z"],
    // Clocks went from 23:30 to 00:30: the day began half an hour in.
    ["1919-03-31", "America/Toronto", "1919-03-31T04:30:00.000Z"],
    // Clocks went back from 00:00 to 23:00 and showed the end of the day before twice.
    ["2018-02-18", "America/Sao_Paulo", "2018-02-18T03:00:00.000Z"],
    // Clocks went back from 00:01 to 23:01 and showed midnight twice; the first is the start.
    ["2006-10-29", "America/St_Johns", "2006-10-29T02:30:00.000Z"],
    // The day that Samoa skipped begins and ends when it was skipped.
    ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["2011-12-31", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["2012-01-01", "Pacific/Apia", "2011-12-31T10:00:00.000Z"],
    // Kwajalein skipped 21 August 1993, crossing the date line the other way in its offset.
    ["1993-08-21", "Pacific/Kwajalein", "1993-08-21T12:00:00.000Z"],
    // Manila skipped the last day of 1844; its clocks were 15:56 behind before.
    ["1844-12-31", "Asia/Manila", "1844-12-31T15:56:08.000Z"],
  ])("%s in %s", (date, zone, instant) => {
    expect(startOf(date, zone)).toBe(instant);
  });

  it.each([0.5, Number.NaN, Infinity, 100_000_001, "1" as never])("%s is no day", (day) => {
    expect(() => zoneRules("UTC").startOfDay(day)).toThrow(INVALID);
    expect(() => zoneRules("Europe/Berlin").startOfDay(day)).toThrow(INVALID);
  });
});

describe("the instant of a wall-clock time", () => {
  const newYork = zoneRules("America/New_York");
  const at = (local: string, policy?: Parameters<typeof newYork.toInstant>[1]): string =>
    new Date(newYork.toInstant(Date.parse(`${local}Z`), policy)).toISOString();

  it("is plain outside of changes", () => {
    expect(at("2024-03-10T01:59:59.999")).toBe("2024-03-10T06:59:59.999Z");
    expect(at("2024-03-10T03:00:00")).toBe("2024-03-10T07:00:00.000Z");
    expect(at("2024-11-03T00:59:59")).toBe("2024-11-03T04:59:59.000Z");
    expect(at("2024-11-03T02:00:00")).toBe("2024-11-03T07:00:00.000Z");
  });

  it("in a gap is as much later, or earlier, as the gap is long", () => {
    expect(at("2024-03-10T02:30:00")).toBe("2024-03-10T07:30:00.000Z");
    expect(at("2024-03-10T02:30:00", { gap: "later", overlap: "later" })).toBe(
      "2024-03-10T07:30:00.000Z",
    );
    expect(at("2024-03-10T02:30:00", { gap: "earlier", overlap: "earlier" })).toBe(
      "2024-03-10T06:30:00.000Z",
    );
  });

  it("in an overlap is the first, or the second, of two", () => {
    expect(at("2024-11-03T01:30:00")).toBe("2024-11-03T05:30:00.000Z");
    expect(at("2024-11-03T01:30:00", { gap: "earlier", overlap: "earlier" })).toBe(
      "2024-11-03T05:30:00.000Z",
    );
    expect(at("2024-11-03T01:30:00", { gap: "later", overlap: "later" })).toBe(
      "2024-11-03T06:30:00.000Z",
    );
  });
});
