import { DAYS_PER_UNIT, type TimeUnit } from "../../core/calendar.js";
import { invalid } from "../../core/errors.js";

/** A length of time that carries its unit: `{ weeks: 52 }` or `{ value: 52, unit: "week" }`. */
export type Duration =
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly years: number }
  | { readonly value: number; readonly unit: TimeUnit };

const UNIT_OF_KEY: ReadonlyMap<string, TimeUnit> = new Map([
  ["days", "day"],
  ["weeks", "week"],
  ["months", "month"],
  ["years", "year"],
]);

/**
 * A length of time in the given unit; a month is a twelfth of the mean Gregorian year.
 *
 * @param duration - not negative; exactly one unit
 * @param unit - in which it is wanted
 * @param where - its name in errors
 * @throws ClienteleError INVALID_ARGUMENT for a bare number, several units, or a value that is negative or not finite
 * @example
 * durationIn({ years: 1 }, "week"); //=> 52.1775
 */
export function durationIn(
  duration: Duration | undefined,
  unit: TimeUnit,
  where = "duration",
): number {
  const given = readDuration(duration);
  if (given === undefined || !Object.hasOwn(DAYS_PER_UNIT, given.unit)) {
    throw invalid(where, "a length with its unit such as { weeks: 52 }", duration);
  }
  const { value } = given;
  if (typeof value !== "number" || !(value >= 0 && value < Infinity)) {
    throw invalid(where, "a length that is finite and not negative", value);
  }
  return value * unitRatio(given.unit, unit);
}

/** How many `to` one `from` is; exactly 1 for the same unit. */
export function unitRatio(from: TimeUnit, to: TimeUnit): number {
  return from === to ? 1 : DAYS_PER_UNIT[from] / DAYS_PER_UNIT[to];
}

function readDuration(
  duration: Duration | undefined,
): { value: unknown; unit: TimeUnit } | undefined {
  if (typeof duration !== "object" || duration === null) return undefined;
  if ("value" in duration) return duration;
  const [entry, ...others] = Object.entries(duration);
  if (entry === undefined || others.length > 0) return undefined;
  const unit = UNIT_OF_KEY.get(entry[0]);
  return unit === undefined ? undefined : { value: entry[1], unit };
}
