import { invalid } from "./errors.js";

/** A day of the proleptic Gregorian calendar. */
export interface CivilDate {
  /** Astronomical year: 0 is 1 BC. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The days that a JavaScript Date can hold reach this far to either side of 1970-01-01. */
const FARTHEST_DAY = 100_000_000;
const FARTHEST_YEAR = 275_760;
const FARTHEST_MONTH = 12 * 273_800;

// The arithmetic counts years from 1 March, so that a leap day is the last day of its year
// (C. Neri and L. Schneider, "Euclidean Affine Functions and their Application to Calendar
// Algorithms", 2022). It starts 700 eras of 400 years before the year 0, so that every quantity
// is a non-negative 32-bit integer and `| 0` is an exact floor.
const DAYS_PER_ERA = 146_097;
const ORIGIN_YEAR = -280_000;
const ORIGIN_DAY = -719_468 - 700 * DAYS_PER_ERA;
const DAYS_PER_WEEK = 7;
/** Monday 1969-12-29 begins the week of 1970-01-01, a Thursday. */
const MONDAY_TO_EPOCH = 3;

/**
 * The number of days from 1970-01-01 to a date.
 *
 * @param year - astronomical year, -275760 to 275760
 * @param month - 1 to 12
 * @param day - 1 to the length of the month
 * @throws ClienteleError INVALID_ARGUMENT when there is no such day
 * @example
 * epochDayFromCivil(2000, 2, 29) //=> 11016
 */
export function epochDayFromCivil(year: number, month: number, day: number): number {
  if (!isCivilDate(year, month, day)) {
    throw invalid("date", "a day of the calendar", `${year}-${month}-${day}`);
  }
  return countDays(year, month, day);
}

/** True when the Gregorian calendar has the day. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  return (
    isInt32(year) &&
    Math.abs(year) <= FARTHEST_YEAR &&
    isInt32(month) &&
    month >= 1 &&
    month <= 12 &&
    isInt32(day) &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** The days of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * The date of an epoch day.
 *
 * @throws ClienteleError INVALID_ARGUMENT when it is no integer within 100,000,000 days of 1970
 * @example
 * civilFromEpochDay(11016) //=> { year: 2000, month: 2, day: 29 }
 */
export function civilFromEpochDay(epochDay: number): CivilDate {
  const month = monthIndex(epochDay);
  const year = Math.floor(month / 12);
  return {
    year: 1970 + year,
    month: month - year * 12 + 1,
    day: epochDay - monthStart(month) + 1,
  };
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads a date written exactly `YYYY-MM-DD`.
 *
 * @returns its epoch day; `undefined` when the text has another form or names no day
 * @example
 * parseIsoDate("2024-02-30") //=> undefined
 */
export function parseIsoDate(text: string): number | undefined {
  const parts = typeof text === "string" ? ISO_DATE.exec(text) : null;
  if (parts === null) return undefined;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  return isCivilDate(year, month, day) ? countDays(year, month, day) : undefined;
}

/**
 * Writes an epoch day as `YYYY-MM-DD`.
 *
 * @throws ClienteleError OUT_OF_RANGE outside the years 0 to 9999, which four digits cannot hold
 * @example
 * formatIsoDate(11016) //=> "2000-02-29"
 */
export function formatIsoDate(epochDay: number): string {
  const { year, month, day } = civilFromEpochDay(epochDay);
  if (year < 0 || year > 9999) {
    throw invalid("epochDay", "a day from 0000-01-01 to 9999-12-31", epochDay, {
      code: "OUT_OF_RANGE",
    });
  }
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/**
 * The day some calendar months later (or earlier), clamped to the end of a shorter month.
 *
 * @throws ClienteleError INVALID_ARGUMENT when an argument is no integer or the calendar ends before
 * @example
 * formatIsoDate(addMonths(parseIsoDate("2024-01-31"), 1)) //=> "2024-02-29"
 */
export function addMonths(epochDay: number, months: number): number {
  const from = monthIndex(epochDay);
  const start = monthStart(from + months);
  const lastDay = monthStart(from + months + 1) - 1;
  return Math.min(start + epochDay - monthStart(from), lastDay);
}

/** The day of the week: 1 for Monday to 7 for Sunday (ISO 8601). */
export function isoWeekday(epochDay: number): number {
  return epochDay - weekStart(weekIndex(epochDay)) + 1;
}

/** Weeks that begin on Monday, counted from 0 for the week of 1970-01-01 (1969-12-29 to 1970-01-04). */
export function weekIndex(epochDay: number): number {
  checkDay(epochDay);
  return Math.floor((epochDay + MONDAY_TO_EPOCH) / DAYS_PER_WEEK);
}

/** Calendar months since January 1970, which is 0. */
export function monthIndex(epochDay: number): number {
  checkDay(epochDay);
  const quarterDays = 4 * (epochDay - ORIGIN_DAY) + 3;
  const century = (quarterDays / DAYS_PER_ERA) | 0;
  const quarterDaysOfCentury = (quarterDays - century * DAYS_PER_ERA) | 3;
  const yearOfCentury = (quarterDaysOfCentury / 1461) | 0;
  const dayOfYear = (quarterDaysOfCentury - yearOfCentury * 1461) >> 2;
  const monthFromMarch = ((5 * dayOfYear + 2) / 153) | 0;
  return (ORIGIN_YEAR - 1970 + century * 100 + yearOfCentury) * 12 + monthFromMarch + 2;
}

/** Calendar quarters since January 1970, whose quarter is 0. */
export function quarterIndex(epochDay: number): number {
  return Math.floor(monthIndex(epochDay) / 3);
}

/** Calendar years since 1970, which is 0. */
export function yearIndex(epochDay: number): number {
  return Math.floor(monthIndex(epochDay) / 12);
}

/** The first day (a Monday) of the week with the given {@link weekIndex}. */
export function weekStart(index: number): number {
  checkIndex(index, FARTHEST_DAY / DAYS_PER_WEEK + 1);
  return index * DAYS_PER_WEEK - MONDAY_TO_EPOCH;
}

/** The first day of the month with the given {@link monthIndex}. */
export function monthStart(index: number): number {
  checkIndex(index, FARTHEST_MONTH);
  const year = Math.floor(index / 12);
  return countDays(1970 + year, index - year * 12 + 1, 1);
}

/** The first day of the quarter with the given {@link quarterIndex}. */
export function quarterStart(index: number): number {
  checkIndex(index, FARTHEST_MONTH / 3);
  return monthStart(index * 3);
}

/** The first day of the year with the given {@link yearIndex}. */
export function yearStart(index: number): number {
  checkIndex(index, FARTHEST_MONTH / 12);
  return monthStart(index * 12);
}

function countDays(year: number, month: number, day: number): number {
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const yearFromMarch = (month > 2 ? year : year - 1) - ORIGIN_YEAR;
  const century = (yearFromMarch / 100) | 0;
  const leapDays = (yearFromMarch >> 2) - century + (century >> 2);
  const dayOfYear = (((153 * monthFromMarch + 2) / 5) | 0) + day - 1;
  return yearFromMarch * 365 + leapDays + dayOfYear + ORIGIN_DAY;
}

function checkDay(epochDay: number): void {
  if (!isInt32(epochDay) || Math.abs(epochDay) > FARTHEST_DAY) {
    throw invalid("epochDay", "whole days since 1970-01-01, at most 100,000,000 away", epochDay);
  }
}

function checkIndex(index: number, farthest: number): void {
  if (!isInt32(index) || Math.abs(index) > farthest) {
    throw invalid("index", "a whole number of calendar periods since 1970", index);
  }
}

function isInt32(value: number): boolean {
  return (value | 0) === value;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
