const LONGEST = 40;

/** Dates, amounts and their usual placeholders, which tell nothing about a person. */
const HARMLESS: readonly RegExp[] = [
  // 2025-13-45 25:61, 31/12/2025, 2025年13月1日, 20251345
  /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|(?:19|20|21)\d{6})(?:[T ]*\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d{1,9})?)?)?(?: ?(?:[AP]M|Z|[+-]\d\d:?\d\d))?$/i,
  // 1.234,56, (12.50), $5-, 12.5e3, 12%: at most eight digits
  /^(?!(?:\D*\d){9})[-+(]*[$€£¥￥]?[-+]?\d{0,6}(?:[.,']\d{3})*(?:[.,]\d{0,6})?(?:e[-+]?\d{1,3})?[-)%元€]*$/i,
  /^(?:[+-]?(?:nan|inf|infinity)|n\/?a|null|none|nil|#[A-Z0-9/]{1,8}[!?]?|unknown|tbd|free|test|empty|invalid date)$/i,
  // Marks alone, or what could be the code of a currency.
  /^(?:[^\p{L}\p{N}]*|[A-Z]{3}|[a-z]{3})$/u,
];

/** The value as it is where it can only be a date, an amount or a placeholder; otherwise masked. */
export function maskSuspect(value: string): string {
  return value.length <= LONGEST && HARMLESS.some((form) => form.test(value))
    ? value
    : maskPersonal(value);
}

/** Keeps the shape and hides the content: letters become `a`, digits `9`, ideographs `文`. */
export function maskPersonal(value: string): string {
  const shape = value
    .slice(0, LONGEST)
    .replaceAll(/\p{Nd}/gu, "9")
    .replaceAll(/\p{Script=Han}|\p{L}|\p{M}/gu, (letter) => (HAN.test(letter) ? "文" : "a"));
  return value.length > LONGEST ? `${shape}… (${value.length} characters)` : shape;
}

const HAN = /\p{Script=Han}/u;
