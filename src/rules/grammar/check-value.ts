import { ClienteleError, describeValue } from "../../core/errors.js";
import { checkZone } from "../../core/zone.js";
import type { Report } from "../finding.js";
import { compilePattern } from "../pattern/compile-pattern.js";
import { readPeriod } from "../values/measure.js";
import { readEpochDay } from "../values/read-date.js";
import { memberPath } from "./json-path.js";
import { isRecord } from "./record.js";

/** The units of a calendar window. */
export const CALENDAR_UNITS = ["day", "week", "month", "quarter", "year"] as const;
/** How many units a calendar window may lie back. */
export const FARTHEST_BACK = 1000;

/** Reports a value that is no period. */
export function checkPeriodValue(value: unknown, path: string, report: Report): void {
  if (readPeriod(value) !== undefined) return;
  const got = describeValue(value);
  report(path, "WRONG_VALUE", `must be an ISO 8601 period such as P30D or PT12H, got ${got}`);
}

/** Reports a value that names no time zone. */
export function checkZoneValue(value: unknown, path: string, report: Report): void {
  tryOut(() => checkZone(value as string, path), path, report);
}

/** Reports a value that is no pattern. */
export function checkPatternValue(value: unknown, path: string, report: Report): void {
  tryOut(() => compilePattern(value as string, path), path, report);
}

/** Reports a value that is no window in time. */
export function checkWindow(value: unknown, path: string, report: Report): void {
  if (value === "ever") return;
  if (!isRecord(value)) {
    checkPeriodValue(value, path, report);
    return;
  }
  const isCalendar = Object.hasOwn(value, "calendar");
  const known = isCalendar ? ["calendar", "back"] : ["from", "to"];
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    const keys = "`calendar` and `back`, or `from` and `to`";
    report(memberPath(path, unknown), "UNKNOWN_KEY", `is not a key of a window; it has ${keys}`);
  }
  if (isCalendar) checkCalendarWindow(value, path, report);
  else checkDateWindow(value, path, report);
}

function checkCalendarWindow(
  { calendar, back }: Readonly<Record<string, unknown>>,
  path: string,
  report: Report,
): void {
  if (!(CALENDAR_UNITS as readonly unknown[]).includes(calendar)) {
    const message = `must be one of ${CALENDAR_UNITS.join(", ")}, got ${describeValue(calendar)}`;
    report(memberPath(path, "calendar"), "WRONG_VALUE", message);
  }
  const isCount =
    Number.isInteger(back) && (back as number) >= 0 && (back as number) <= FARTHEST_BACK;
  if (back !== undefined && !isCount) {
    const message = `must be a whole number from 0 to ${FARTHEST_BACK}, got ${describeValue(back)}`;
    report(memberPath(path, "back"), "WRONG_VALUE", message);
  }
}

function checkDateWindow(
  { from, to }: Readonly<Record<string, unknown>>,
  path: string,
  report: Report,
): void {
  if (from === undefined && to === undefined) {
    report(path, "MISSING_KEY", "a window needs `calendar`, `from` or `to`");
  }
  for (const [key, date] of [
    ["from", from],
    ["to", to],
  ] as const) {
    if (date === undefined || !Number.isNaN(readEpochDay(date))) continue;
    const message = `must be a day such as 2024-02-29, got ${describeValue(date)}`;
    report(memberPath(path, key), "WRONG_VALUE", message);
  }
  if (readEpochDay(from) >= readEpochDay(to)) {
    report(
      path,
      "NEVER_TRUE",
      "`from` must lie before `to`, which is no longer part of the window",
    );
  }
}

/** Turns the error of a strict reader into a finding. */
function tryOut(read: () => unknown, path: string, report: Report): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof ClienteleError)) throw error;
    const code = error.code === "LIMIT_EXCEEDED" ? "TOO_LARGE" : "WRONG_VALUE";
    const prefix = `${path}: `;
    const text = error.message;
    report(path, code, text.startsWith(prefix) ? text.slice(prefix.length) : text);
  }
}
