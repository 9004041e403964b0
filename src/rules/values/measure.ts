import { DAYS_PER_UNIT } from "../../core/calendar.js";
import { type Period, parsePeriod } from "../../core/period.js";
import type { MoneyLiteral, OrderedKind } from "../types.js";
import { readEpochDay } from "./read-date.js";
import { readInstantMs } from "./read-instant.js";

/** ISO 4217 for "no currency": what a sum of no amounts has. */
export const NO_CURRENCY = "XXX";

const MS_PER_DAY = 86_400_000;
const LETTER_P = 0x50;

/** The place of a value on the scale of its kind; NaN for a value of another kind. */
export function measure(raw: unknown, kind: OrderedKind): number {
  switch (kind) {
    case "number":
      return typeof raw === "number" && Math.abs(raw) < Infinity ? raw : Number.NaN;
    case "money":
      return isMoney(raw) ? raw.minor : Number.NaN;
    case "date":
      return readEpochDay(raw);
    case "instant":
      return readInstantMs(raw);
    case "period": {
      const period = readPeriod(raw);
      return period === undefined ? Number.NaN : meanLengthMs(period);
    }
  }
}

/** Below, at or above 0 as the left value is; NaN when the two have no common scale. */
export function compareValues(left: unknown, right: unknown, kind: OrderedKind): number {
  if (kind === "money") return compareMoney(left, right);
  return measure(left, kind) - measure(right, kind);
}

/** The kind that a value shows by itself: dates, instants and periods look like text or numbers. */
export function kindOf(raw: unknown): "boolean" | "text" | "number" | "money" | undefined {
  if (typeof raw === "number") return Number.isFinite(raw) ? "number" : undefined;
  if (typeof raw === "string") return "text";
  if (typeof raw === "boolean") return "boolean";
  return isMoney(raw) ? "money" : undefined;
}

/** Whether the value is an amount of money: whole minor units and a currency. */
export function isMoney(raw: unknown): raw is MoneyLiteral {
  if (typeof raw !== "object" || raw === null) return false;
  const { minor, currency } = raw as Partial<MoneyLiteral>;
  return Number.isSafeInteger(minor) && typeof currency === "string";
}

/** The period that a text holds; `undefined` for anything else. */
export function readPeriod(raw: unknown): Period | undefined {
  if (typeof raw !== "string" || raw.charCodeAt(0) !== LETTER_P) return undefined;
  try {
    return parsePeriod(raw);
  } catch {
    return undefined;
  }
}

/** The length of a period with months of mean Gregorian length: an order that no zone changes. */
export function meanLengthMs(period: Period): number {
  const months = period.years * 12 + period.months;
  const days = months * DAYS_PER_UNIT.month + period.weeks * 7 + period.days;
  const seconds = (period.hours * 60 + period.minutes) * 60 + period.seconds;
  return days * MS_PER_DAY + seconds * 1000;
}

/** Amounts of different currencies have no order; the sum of no amounts compares with any. */
function compareMoney(left: unknown, right: unknown): number {
  if (!isMoney(left) || !isMoney(right)) return Number.NaN;
  const isComparable = left.currency === right.currency || isNoAmount(left) || isNoAmount(right);
  return isComparable ? left.minor - right.minor : Number.NaN;
}

/** Whether the value is the sum of no amounts. */
export function isNoAmount(value: unknown): boolean {
  return isMoney(value) && value.minor === 0 && value.currency === NO_CURRENCY;
}
