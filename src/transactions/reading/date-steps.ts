import { twoDigits } from "./two-digits.js";

const ZERO = 48;
const NINE = 57;
const PLUS = 43;
const MINUS = 45;
const COLON = 58;
const LETTER_Z = 90;
const NONE = -1;
/** Set in small ASCII letters and not in capital ones. */
const CASE_BIT = 0x20;

/** The numbers of a date while it is read. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** 0 for AM, 1 for PM; `undefined` on a clock of 24 hours. */
  half: number | undefined;
  /** Local time less UTC; `undefined` where the text does not say it. */
  offsetMs: number | undefined;
}

/** Reads one part at `at`, puts its number into `parts`, and returns its end; -1 when it is not there. */
export type DateStep = (bytes: Uint8Array, at: number, parts: DateParts) => number;

/** Exactly these bytes. */
export function readLiteral(text: string): DateStep {
  const literal = new TextEncoder().encode(text);
  return (bytes, at) => {
    for (let index = 0; index < literal.length; index++) {
      if (bytes[at + index] !== literal[index]) return NONE;
    }
    return at + literal.length;
  };
}

/** A number of `least` to `most` digits. */
export function readNumber(
  part: "year" | "month" | "day" | "hour" | "minute" | "second" | "millisecond",
  least: number,
  most: number,
): DateStep {
  return (bytes, from, parts) => {
    let at = from;
    let value = 0;
    while (at - from < most && bytes[at]! >= ZERO && bytes[at]! <= NINE) {
      value = value * 10 + bytes[at++]! - ZERO;
    }
    parts[part] = value;
    return at - from < least ? NONE : at;
  };
}

/** Two digits: 00 to 69 are of this century, 70 to 99 of the last. */
export const readShortYear: DateStep = (bytes, at, parts) => {
  const year = twoDigits(bytes, at);
  parts.year = year + (year < 70 ? 2000 : 1900);
  return year < 0 ? NONE : at + 2;
};

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** The first three letters of an English month. */
export const readMonthName: DateStep = (bytes, at, parts) => {
  parts.month = MONTHS.indexOf(smallLetters(bytes, at, 3)) + 1;
  return parts.month === 0 ? NONE : at + 3;
};

/** AM or PM. */
export const readHalf: DateStep = (bytes, at, parts) => {
  const half = ["am", "pm"].indexOf(smallLetters(bytes, at, 2));
  parts.half = half;
  return half < 0 ? NONE : at + 2;
};

/** `Z`, `+08:00` or `+0800`. */
export const readOffset: DateStep = (bytes, at, parts) => {
  const sign = bytes[at];
  parts.offsetMs = 0;
  if (sign === LETTER_Z) return at + 1;
  const minuteFrom = bytes[at + 3] === COLON ? at + 4 : at + 3;
  const hours = twoDigits(bytes, at + 1);
  const minutes = twoDigits(bytes, minuteFrom);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return NONE;
  parts.offsetMs = (hours * 60 + minutes) * (sign === MINUS ? -60_000 : 60_000);
  return sign === PLUS || sign === MINUS ? minuteFrom + 2 : NONE;
};

function smallLetters(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length).map((byte) => byte | CASE_BIT));
}
