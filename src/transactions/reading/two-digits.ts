const ZERO = 48;
/** So far below zero that no sum with other digits looks like a number of the calendar. */
const NO_DIGITS = -10_000;

/** The number that two digits at `at` write; far below zero where they are no digits. */
export function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS;
}
