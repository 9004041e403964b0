import { epochDayFromCivil, formatIsoDate, isCivilDate } from "../../core/epoch-day.js";
import { readDigits } from "./read-digits.js";

const DATE_LENGTH = 10;
const HYPHEN = 45;
const FIRST_DAY = epochDayFromCivil(0, 1, 1);
const LAST_DAY = epochDayFromCivil(9999, 12, 31);

/** The epoch day of a text written exactly `YYYY-MM-DD`; NaN for anything else. */
export function readEpochDay(raw: unknown): number {
  return typeof raw === "string" && raw.length === DATE_LENGTH ? leadingDay(raw) : Number.NaN;
}

/** The epoch day of the date that a text begins with; NaN when it begins with none. */
export function leadingDay(text: string): number {
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return Number.NaN;
  const year = readDigits(text, 0, 4);
  const month = readDigits(text, 5, 7);
  const day = readDigits(text, 8, DATE_LENGTH);
  return isCivilDate(year, month, day) ? epochDayFromCivil(year, month, day) : Number.NaN;
}

/** The text of an epoch day; `undefined` outside of the years that four digits can write. */
export function writeEpochDay(epochDay: number): string | undefined {
  return epochDay >= FIRST_DAY && epochDay <= LAST_DAY ? formatIsoDate(epochDay) : undefined;
}
