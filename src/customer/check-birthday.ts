import { isCivilDate } from "../core/epoch-day.js";
import type { Birthday } from "./types.js";

/** A leap year, so that 29 February is a day where the year is not known. */
const ANY_LEAP_YEAR = 2000;

/**
 * What is wrong with a birthday whose month and day are in their ranges.
 *
 * @returns the field and what it must be; `undefined` for a day that its calendar has
 */
export function checkBirthday(
  birthday: Birthday,
): { readonly field: keyof Birthday; readonly expected: string } | undefined {
  const { calendar, month, day, year = ANY_LEAP_YEAR, isLeapMonth } = birthday;
  if (calendar === "gregorian") {
    if (isLeapMonth)
      return { field: "isLeapMonth", expected: "left out in the Gregorian calendar" };
    return isCivilDate(year, month, day)
      ? undefined
      : { field: "day", expected: "a day of that month" };
  }
  return day <= 30 ? undefined : { field: "day", expected: "at most 30 in the Chinese calendar" };
}
