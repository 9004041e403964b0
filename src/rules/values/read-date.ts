import { epochDayFromCivil, isCivilDate } from "../../core/epoch-day.js";

const ZERO = 48;
const HYPHEN = 45;

/** The epoch day of a text written exactly `YYYY-MM-DD`; NaN for anything else. */
export function readEpochDay(raw: unknown): number {
  if (typeof raw !== "string" || raw.length !== 10) return Number.NaN;
  if (raw.charCodeAt(4) !== HYPHEN || raw.charCodeAt(7) !== HYPHEN) return Number.NaN;
  const year = digits(raw, 0, 4);
  const month = digits(raw, 5, 7);
  const day = digits(raw, 8, 10);
  return isCivilDate(year, month, day) ? epochDayFromCivil(year, month, day) : Number.NaN;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
