/** A unit in which lengths of time are expressed. */
export type TimeUnit = "day" | "week" | "month" | "year";

/**
 * The days of each unit; a year is the mean Gregorian year (146,097 days in 400 years) and a month
 * its twelfth. For lengths of time only: calendar months are added by a period.
 */
export const DAYS_PER_UNIT: Readonly<Record<TimeUnit, number>> = {
  day: 1,
  week: 7,
  month: 365.2425 / 12,
  year: 365.2425,
};

/** Of a day of 24 hours, which is not every day of a zone. */
export const MS_PER_DAY = 86_400_000;
