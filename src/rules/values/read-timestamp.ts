import { leadingDay } from "./read-date.js";
import { readDigits } from "./read-digits.js";

const PLUS = 43;
const HYPHEN = 45;
const POINT = 46;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;
const MOST_FRACTION_DIGITS = 9;

/**
 * The epoch milliseconds of an ISO 8601 timestamp with its offset; NaN for anything else. It reads
 * what `parseTimestamp` of the core reads, character by character: a rule reads one for every event,
 * and must leave nothing behind to be collected.
 */
export function readTimestamp(text: string): number {
  if (text.charCodeAt(10) !== LETTER_T || text.charCodeAt(13) !== COLON) return Number.NaN;
  const hour = readDigits(text, 11, 13);
  const minute = readDigits(text, 14, 16);
  let second = 0;
  let milliseconds = 0;
  let end = 16;
  if (text.charCodeAt(end) === COLON) {
    second = readDigits(text, 17, 19);
    end = 19;
    if (text.charCodeAt(end) === POINT) {
      end = endOfDigits(text, end + 1);
      if (end === 20 || end > 20 + MOST_FRACTION_DIGITS) return Number.NaN;
      const known = Math.min(end, 23);
      milliseconds = readDigits(text, 20, known) * 10 ** (23 - known);
    }
  }
  if (!(hour < 24 && minute < 60 && second < 60)) return Number.NaN;
  const minutes = leadingDay(text) * 1440 + hour * 60 + minute - readOffset(text, end);
  return (minutes * 60 + second) * 1000 + milliseconds;
}

/** The minutes of the offset that ends the text at `from`; NaN when it is no offset. */
function readOffset(text: string, from: number): number {
  const sign = text.charCodeAt(from);
  if (sign === LETTER_Z) return text.length === from + 1 ? 0 : Number.NaN;
  if ((sign !== PLUS && sign !== HYPHEN) || text.charCodeAt(from + 3) !== COLON) return Number.NaN;
  const hours = readDigits(text, from + 1, from + 3);
  const minutes = readDigits(text, from + 4, from + 6);
  if (!(hours < 24 && minutes < 60) || text.length !== from + 6) return Number.NaN;
  return (sign === HYPHEN ? -1 : 1) * (hours * 60 + minutes);
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (!Number.isNaN(readDigits(text, end, end + 1))) end++;
  return end;
}
