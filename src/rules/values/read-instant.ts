import { readTimestamp } from "./read-timestamp.js";

/** The last instant of the year 9999: what four digits can write, and far from where Date ends. */
const FARTHEST_MS = 253_402_300_799_999;

/**
 * The epoch milliseconds of an instant: a whole number, a Date, an object with `epochMilliseconds`
 * (Temporal), or an ISO 8601 text with an offset; NaN for anything else.
 */
export function readInstantMs(raw: unknown): number {
  if (typeof raw === "number") return isInstantMs(raw) ? raw : Number.NaN;
  if (typeof raw === "string") return readTimestamp(raw);
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
