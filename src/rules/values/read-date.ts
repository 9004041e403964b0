import { epochDayFromCivil, formatIsoDate, isCivilDate } from "../../core/epoch-day.js";

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

const FIRST_DAY = epochDayFromCivil(0, 1, 1);
const LAST_DAY = epochDayFromCivil(9999, 12, 31);

/** The text of an epoch day; `undefined` outside of the years that four digits can write. */
export function writeEpochDay(epochDay: number): string | undefined {
  return epochDay >= FIRST_DAY && epochDay <= LAST_DAY ? formatIsoDate(epochDay) : undefined;
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
