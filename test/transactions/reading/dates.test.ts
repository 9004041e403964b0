import { describe, expect, it } from "vitest";
import { compileDateFormat } from "../../../src/transactions/reading/parse-date.js";
import { readError, readOrders } from "./support/read.js";

/** The instant that a text is read as, in ISO 8601; `undefined` when it is no date. */
function read(text: string, format = "auto", zone = "UTC"): string | undefined {
  const atMs = compileDateFormat(format, zone)(text);
  return atMs === undefined ? undefined : new Date(atMs).toISOString();
}

/** Reads a date as a cell of a file, once on the plain path and once quoted with blanks. */
async function readCell(text: string, dateFormat: string, zone: string): Promise<string[]> {
  const file = `customer,date,amount\nA,${text},1\nA," ${text} ",1\n`;
  return (await readOrders(file, { dateFormat, zone, delimiter: "," })).map(([, at]) => at);
}

describe("dates by themselves", () => {
  it.each([
    ["2025-01-31", "2025-01-31T00:00:00.000Z"],
    ["2025/1/31", "2025-01-31T00:00:00.000Z"],
    ["2025.01.31", "2025-01-31T00:00:00.000Z"],
    ["20250131", "2025-01-31T00:00:00.000Z"],
    ["2025年1月31日", "2025-01-31T00:00:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["1900-01-01", "1900-01-01T00:00:00.000Z"],
    ["2199-12-31", "2199-12-31T00:00:00.000Z"],
    ["2025-01-31 10:15", "2025-01-31T10:15:00.000Z"],
    ["2025-01-31T10:15:30", "2025-01-31T10:15:30.000Z"],
    ["2025-01-31t10:15:30z", "2025-01-31T10:15:30.000Z"],
    ["2025-01-31 9:05:30.5", "2025-01-31T09:05:30.500Z"],
    ["2025-01-31 10:15:30,123456789", "2025-01-31T10:15:30.123Z"],
    ["2025-01-31 10:15:30.9999", "2025-01-31T10:15:30.999Z"],
    ["2025-01-31T10:15:30+08:00", "2025-01-31T02:15:30.000Z"],
    ["2025-01-31T10:15:30-0330", "2025-01-31T13:45:30.000Z"],
    ["2025-01-31 10:15:30+08", "2025-01-31T02:15:30.000Z"],
    ["2025-01-31 10:15:30 UTC", "2025-01-31T10:15:30.000Z"],
    ["2025-01-31T10:15:30.250+01:00[Europe/Berlin]", "2025-01-31T09:15:30.250Z"],
    ["20250131 10:15", "2025-01-31T10:15:00.000Z"],
    ["20250131T101530Z", "2025-01-31T10:15:30.000Z"],
    ["20250131101530", "2025-01-31T10:15:30.000Z"],
    ["2025/01/31 10:15:30", "2025-01-31T10:15:30.000Z"],
    ["2025年1月31日 10:15", "2025-01-31T10:15:00.000Z"],
    ["2025年01月31日10时15分30秒", "2025-01-31T10:15:30.000Z"],
    ["1738318530123", "2025-01-31T10:15:30.123Z"],
  ])("%s", (text, at) => {
    expect(read(text)).toBe(at);
  });

  it.each([
    "31/01/2025",
    "01-31-2025",
    "2025-02-29",
    "2025-13-01",
    "2025-00-10",
    "2025-1/31",
    "1899-12-31",
    "2200-01-01",
    "2025-01-31 24:00",
    "2025-01-31 10:60",
    "2025-01-31 10:15:60",
    "2025-01-31 10:15:30+24:00",
    "2025-01-31 10:15:30+08:60",
    "2025-01-31Z",
    "2025-01",
    "202501",
    "2025013",
    "201501311015",
    "1738318530",
    "12345.5",
    "45688",
    "NaN",
    "yesterday",
    "２０２５-01-31",
    "2025-01-31 \u0000",
    `2025-01-31${" ".repeat(200)}10:15`,
  ])("%j is none", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it("lie from 1900 to 2199 in UTC, however their zone writes them", () => {
    expect(read("1900-01-01", "auto", "Asia/Shanghai")).toBeUndefined();
    expect(read("1900-01-02", "auto", "Asia/Shanghai")).toBe("1900-01-01T15:54:17.000Z");
    expect(read("2199-12-31 23:00", "auto", "America/New_York")).toBeUndefined();
    expect(read("1900-01-01T00:00+00:01")).toBeUndefined();
    expect(read("1900-01-01T23:59:59Z", "auto", "Asia/Shanghai")).toBe("1900-01-01T23:59:59.000Z");
    expect(read("1899-12-31T23:00-02:00")).toBe("1900-01-01T01:00:00.000Z");
  });
});

describe("dates in a zone", () => {
  it.each([
    ["2025-07-01", "Asia/Shanghai", "2025-06-30T16:00:00.000Z"],
    ["2025-07-01 00:30:00", "Europe/Berlin", "2025-06-30T22:30:00.000Z"],
    // Clocks go from 02:00 to 03:00: the hour between is read an hour later.
    ["2025-03-30 02:30:00", "Europe/Berlin", "2025-03-30T01:30:00.000Z"],
    // 02:30 comes twice: the first counts.
    ["2025-10-26 02:30:00", "Europe/Berlin", "2025-10-26T00:30:00.000Z"],
    // The day begins at 01:00 in Santiago when clocks go forward at midnight.
    ["2025-09-07", "America/Santiago", "2025-09-07T04:00:00.000Z"],
    // A day that Samoa skipped begins where the next one does.
    ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    // An offset of the text's own counts before the zone.
    ["2025-07-01T00:00:00Z", "Asia/Shanghai", "2025-07-01T00:00:00.000Z"],
  ])("%s in %s", async (text, zone, at) => {
    expect(read(text, "auto", zone)).toBe(at);
    const day = at.replace("T00:00:00.000Z", "");
    expect(await readCell(text, "auto", zone)).toEqual([day, day]);
  });
});

describe("dates after a pattern", () => {
  it.each([
    ["dd/MM/yyyy", "31/01/2025", "2025-01-31T00:00:00.000Z"],
    ["M/d/yyyy", "1/31/2025", "2025-01-31T00:00:00.000Z"],
    ["M/d/yyyy", "01/31/2025", "2025-01-31T00:00:00.000Z"],
    ["d.M.yy", "31.1.69", "2069-01-31T00:00:00.000Z"],
    ["d.M.yy", "31.1.70", "1970-01-31T00:00:00.000Z"],
    ["dd-MMM-yyyy", "31-JAN-2025", "2025-01-31T00:00:00.000Z"],
    ["MMM d yyyy", "Dec 5 2025", "2025-12-05T00:00:00.000Z"],
    ["dd/MM/yyyy HH:mm", "31/01/2025 10:15", "2025-01-31T10:15:00.000Z"],
    ["M/d/yyyy H:mm", "12/1/2010 8:26", "2010-12-01T08:26:00.000Z"],
    ["M/d/yyyy h:mm a", "1/31/2025 12:05 AM", "2025-01-31T00:05:00.000Z"],
    ["M/d/yyyy hh:mm:ss a", "1/31/2025 12:05:09 pm", "2025-01-31T12:05:09.000Z"],
    ["M/d/yyyy h:mm a", "1/31/2025 11:59 PM", "2025-01-31T23:59:00.000Z"],
    ["dd.MM.yyyy HH:mm:ss.SSS", "31.01.2025 10:15:30.250", "2025-01-31T10:15:30.250Z"],
    ["dd/MM/yyyy HH:mm:ss XXX", "31/01/2025 10:15:30 +0800", "2025-01-31T02:15:30.000Z"],
    ["dd/MM/yyyy HH:mmXXX", "31/01/2025 10:15-03:30", "2025-01-31T13:45:00.000Z"],
    ["yyyyMMdd'T'HHmm", "20250131T1015", "2025-01-31T10:15:00.000Z"],
    ["yyyyMMddTHHmm", "20250131T1015", "2025-01-31T10:15:00.000Z"],
    ["'on' dd.MM.yyyy", "on 31.01.2025", "2025-01-31T00:00:00.000Z"],
    ["yyyy年M月d日H时", "2025年1月31日9时", "2025-01-31T09:00:00.000Z"],
  ])("%s reads %s", async (pattern, text, at) => {
    expect(read(text, pattern)).toBe(at);
    const day = at.replace("T00:00:00.000Z", "");
    expect(await readCell(text, pattern, "UTC")).toEqual([day, day]);
  });

  it.each([
    ["dd/MM/yyyy", "1/1/2025"],
    ["dd/MM/yyyy", "31/02/2025"],
    ["dd/MM/yyyy", "31/01/2025 "],
    ["dd/MM/yyyy", "31/01/20255"],
    ["dd/MM/yyyy", "31.01.2025"],
    ["d/M/yyyy", "/1/2025"],
    ["dd/MM/yyyy HH:mm", "31/01/2025 24:00"],
    ["dd/MM/yyyy HH:mm", "31/01/2025 10:60"],
    ["M/d/yyyy h:mm a", "1/31/2025 13:05 AM"],
    ["M/d/yyyy h:mm a", "1/31/2025 0:05 AM"],
    ["M/d/yyyy h:mm a", "1/31/2025 1:05 XM"],
    ["M/d/yyyy h:mm a", "1/31/2025 1:05 A"],
    ["dd-MMM-yyyy", "31-JAX-2025"],
    ["dd-MMM", "31-JA"],
    ["dd/MM/yyyy HH:mmXXX", "31/01/2025 10:15+24:00"],
    ["dd/MM/yyyy HH:mmXXX", "31/01/2025 10:15*08:00"],
    ["yyyy年M月d日", "2025月1月31日"],
  ])("%s does not read %j", (pattern, text) => {
    const format = pattern === "dd-MMM" ? "yyyy dd-MMM" : pattern;
    expect(read(pattern === "dd-MMM" ? `2025 ${text}` : text, format)).toBeUndefined();
  });

  it("keep the zone's clock, a day without a time its start", () => {
    expect(read("30/03/2025 02:30", "dd/MM/yyyy HH:mm", "Europe/Berlin")).toBe(
      "2025-03-30T01:30:00.000Z",
    );
    expect(read("07/09/2025", "dd/MM/yyyy", "America/Santiago")).toBe("2025-09-07T04:00:00.000Z");
  });

  it("may hold the field separator, and read no further than their field", async () => {
    const file = 'customer,date,amount\nA,"Jan 31, 2025",1\nB,Feb 1, 2025,1\n';
    expect(await readOrders(file, { dateFormat: "MMM d, yyyy", delimiter: "," })).toEqual([
      ["A", "2025-01-31", 100],
    ]);
  });

  it.each([
    ["dd/MM", "auto, epoch-s, epoch-ms or a pattern with yyyy, MM and dd"],
    ["DD/MM/YYYY", 'free of "DD"'],
    ["yyyy-MM-dd EEE", 'free of "EEE"'],
    ["dd.MMMM.yyyy", 'free of "MMMM"'],
    ["dd/MM/yyyy dd", "a pattern that names the day once"],
    ["dd/MM/yyyy mm", "a pattern that has the hour beside the minute"],
    ["dd/MM/yyyy HH:ss", "a pattern that has the minute beside the second"],
    ["dd/MM/yyyy hh:mm", "a pattern with h and a (AM, PM), or with HH"],
    ["dd/MM/yyyy HH:mm a", "a pattern with h and a (AM, PM), or with HH"],
    ["dd/MM/yyyy 'o", "a pattern whose quotes are closed"],
    ["__proto__", 'free of "p"'],
    ["", "auto, epoch-s, epoch-ms or a pattern with yyyy, MM and dd"],
    ["d".repeat(61), "a pattern of at most 60 characters"],
  ])("%s is refused as pattern", async (dateFormat, expected) => {
    const error = await readError("customer,date,amount\n", { dateFormat });
    expect(error.code).toBe("INVALID_ARGUMENT");
    expect(error.message).toContain(`mapping.dateFormat must be ${expected}`);
  });
});

describe("dates as seconds or milliseconds since 1970", () => {
  it.each([
    ["epoch-s", "1738318530", "2025-01-31T10:15:30.000Z"],
    ["epoch-s", "1738318530.123", "2025-01-31T10:15:30.123Z"],
    ["epoch-s", "1738318530.1239", "2025-01-31T10:15:30.123Z"],
    ["epoch-s", "0", "1970-01-01T00:00:00.000Z"],
    ["epoch-s", "-1.5", "1969-12-31T23:59:58.500Z"],
    ["epoch-ms", "1738318530123", "2025-01-31T10:15:30.123Z"],
    ["epoch-ms", "1738318530123.9", "2025-01-31T10:15:30.123Z"],
    ["epoch-ms", "-2208988800000", "1900-01-01T00:00:00.000Z"],
  ])("%s %s", (format, text, at) => {
    expect(read(text, format)).toBe(at);
  });

  it.each([
    ["epoch-s", "1738318530123"],
    ["epoch-s", "2025-01-31"],
    ["epoch-ms", "-2208988800001"],
    ["epoch-ms", "7258118400000"],
    ["epoch-ms", "1e12"],
    ["epoch-ms", ""],
  ])("%s is not %j", (format, text) => {
    expect(read(text, format)).toBeUndefined();
  });
});

describe("dates that cannot be read", () => {
  const file = (...dates: string[]) =>
    `customer,date,amount\n${dates.map((date) => `A,${date},1\n`).join("")}`;

  it.each([
    [["31/12/2025", "01/02/2025"], '; these look like --date-format "dd/MM/yyyy"'],
    [["1/31/2025", "12/1/2025"], '; these look like --date-format "M/d/yyyy"'],
    [["1/31/2025 8:05", "12/1/2025 18:05"], '; these look like --date-format "M/d/yyyy H:mm"'],
    [["31.12.25 08:05:09"], '; these look like --date-format "dd.MM.yy HH:mm:ss"'],
    [["1/31/2025 8:05 PM"], '; these look like --date-format "M/d/yyyy h:mm a"'],
    [
      ["01-02-2025"],
      '; give their form: --date-format "dd-MM-yyyy" when the day comes first, "MM-dd-yyyy" when the month does',
    ],
    [["1738318530"], "; these look like epoch seconds: --date-format epoch-s"],
    [["31/12/2025", "12/31/2025"], "; give the form of the dates with --date-format, such as"],
    [["soon"], "; give the form of the dates with --date-format, such as dd/MM/yyyy or epoch-s"],
  ])("%j: the error suggests their form", async (dates, advice) => {
    const error = await readError(file(...dates));
    expect(error.code).toBe("TOO_MANY_REJECTED");
    expect(error.message).toContain(advice);
  });

  it.each([
    ["dd/MM/yyyy", ["31/12/2025", "01/02/2025"]],
    ["M/d/yyyy h:mm a", ["1/31/2025 8:05 PM", "1/31/2025 11:05 am"]],
    ["dd.MM.yy HH:mm:ss", ["31.12.25 08:05:09"]],
  ])("the suggestion %s then reads them all", async (dateFormat, dates) => {
    expect((await readError(file(...dates))).message).toContain(`"${dateFormat}"`);
    expect(await readOrders(file(...dates), { dateFormat })).toHaveLength(dates.length);
  });
});
