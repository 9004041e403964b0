import { readEpochDay } from "./read-date.js";

/** The last instant of the year 9999: what four digits can write, and far from where Date ends. */
const FARTHEST_MS = 253_402_300_799_999;
/** RFC 3339: the `T` and the offset make an instant out of a wall-clock time. */
const ISO_INSTANT =
  /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * The epoch milliseconds of an instant: a whole number, a Date, an object with `epochMilliseconds`
 * (Temporal), or an ISO 8601 text with an offset; NaN for anything else.
 */
export function readInstantMs(raw: unknown): number {
  if (typeof raw === "number") return isInstantMs(raw) ? raw : Number.NaN;
  if (typeof raw === "string") {
    const isInstant = ISO_INSTANT.test(raw) && !Number.isNaN(readEpochDay(raw.slice(0, 10)));
    return isInstant ? Date.parse(raw) : Number.NaN;
  }
  if (typeof raw !== "object" || raw === null) return Number.NaN;
  const atMs =
    raw instanceof Date
      ? Date.prototype.getTime.call(raw)
      : (raw as { epochMilliseconds?: unknown }).epochMilliseconds;
  return typeof atMs === "number" && isInstantMs(atMs) ? atMs : Number.NaN;
}

/** Whether a number is an instant: whole milliseconds up to the year 9999. */
export function isInstantMs(atMs: number): boolean {
  return Math.abs(atMs) <= FARTHEST_MS && Number.isInteger(atMs);
}
