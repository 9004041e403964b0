import { parseIsoDate } from "./epoch-day.js";

const TIMESTAMP =
  /^(?<date>\d{4}-\d\d-\d\d)T(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:\.(?<fraction>\d{1,9}))?)?(?:Z|(?<sign>[+-])(?<offsetHour>[01]\d|2[0-3]):(?<offsetMinute>[0-5]\d))$/;

/**
 * Reads an ISO 8601 timestamp that carries its offset, such as `2024-03-31T18:00:00+08:00` or
 * `2024-03-31T10:00Z`; digits beyond the millisecond are cut off.
 *
 * @returns epoch milliseconds; `undefined` when the text has another form, no offset, or names no
 *   time that exists
 * @example
 * parseTimestamp("1970-01-01T08:00:00+08:00") //=> 0
 */
export function parseTimestamp(text: string): number | undefined {
  const parts = typeof text === "string" ? TIMESTAMP.exec(text)?.groups : undefined;
  const day = parts === undefined ? undefined : parseIsoDate(parts.date!);
  if (parts === undefined || day === undefined) return undefined;
  const { hour, minute, second = 0, fraction = "", sign, offsetHour = 0, offsetMinute = 0 } = parts;
  const offset = Number(offsetHour) * 60 + Number(offsetMinute);
  const clock = Number(hour) * 60 + Number(minute);
  const minutes = day * 1440 + clock - (sign === "-" ? -offset : offset);
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
  return (minutes * 60 + Number(second)) * 1000 + milliseconds;
}
