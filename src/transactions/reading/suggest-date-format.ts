import type { RejectedRow } from "./quarantine.js";

/** `31/12/2025`, then perhaps `18:30`, `18:30:00` or `6:30 PM`. */
const NUMERIC =
  /^(?<first>\d{1,2})(?<sep>[-/.])(?<second>\d{1,2})\k<sep>(?<year>\d{4}|\d\d)(?<time> (?<hour>\d{1,2}):\d\d(?<seconds>:\d\d)?(?<half> ?[AP]M)?)?$/i;
const EPOCH_SECONDS = /^\d{10}$/;

/**
 * The date format that unreadable dates seem to have, as advice; `undefined` when they tell nothing.
 * Which of two numbers is the day shows only where one is over 12.
 */
export function suggestDateFormat(rejected: readonly RejectedRow[]): string | undefined {
  const dates = rejected.filter(({ reason }) => reason === "badDate").map(({ value }) => value);
  if (dates.every((value) => EPOCH_SECONDS.test(value))) {
    return "these look like epoch seconds: --date-format epoch-s";
  }
  const parts = dates
    .map((value) => NUMERIC.exec(value)?.groups)
    .filter((found) => found !== undefined);
  const [sample] = parts;
  if (sample === undefined) return undefined;
  const dayFirst = parts.some(({ first }) => Number(first) > 12);
  const monthFirst = parts.some(({ second }) => Number(second) > 12);
  if (dayFirst && monthFirst) return undefined;
  const isPadded = parts.every(({ first, second, hour = "00" }) =>
    [first, second, hour].every((number) => number?.length === 2),
  );
  const [day, month, hours] = isPadded ? ["dd", "MM", "HH"] : ["d", "M", "H"];
  const { sep, year = "", time, seconds, half = "" } = sample;
  const clock = `${hours}:mm${seconds === undefined ? "" : ":ss"}`;
  const ending = half === "" ? clock : `${clock.toLowerCase()}${half.startsWith(" ") ? " " : ""}a`;
  const rest = `${sep}${year.length === 4 ? "yyyy" : "yy"}${time === undefined ? "" : ` ${ending}`}`;
  const [dmy, mdy] = [`${day}${sep}${month}${rest}`, `${month}${sep}${day}${rest}`];
  if (dayFirst) return `these look like --date-format "${dmy}"`;
  if (monthFirst) return `these look like --date-format "${mdy}"`;
  return `give their form: --date-format "${dmy}" when the day comes first, "${mdy}" when the month does`;
}
