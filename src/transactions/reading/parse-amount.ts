/** Why a text is not an amount. */
export type AmountProblem = "badAmount" | "nonFiniteAmount" | "amountTooLarge";

/** An amount in minor units; `rounded` when the text had more decimals than the currency. */
export interface ParsedAmount {
  readonly minor: number;
  readonly rounded: boolean;
}

/** Which character separates the decimals; the other one may group thousands. */
export type DecimalMark = "." | ",";

const CURRENCY_SIGNS = /^(?:US|CN|HK|NT|R|RMB)?[$€£¥￥₩₹]|[$€£¥￥₩₹元]$/i;
const NON_FINITE = /^[+-]?(?:nan|inf|infinity|1\.#inf|1\.#qnan|#num!|#div\/0!)$/i;
const POINT = /^(?<int>\d+|\d{1,3}(?:,\d{3})+)?(?:\.(?<frac>\d*))?(?:e(?<exp>[+-]?\d{1,3}))?$/i;
const COMMA =
  /^(?<int>\d+|\d{1,3}(?:[.' \u00a0\u202f]\d{3})+)?(?:,(?<frac>\d*))?(?:e(?<exp>[+-]?\d{1,3}))?$/i;

/**
 * Reads an amount exactly, without passing through floating point: signs, accounting parentheses,
 * a currency sign, grouped thousands and exponents are understood. Decimals beyond the minor unit
 * are rounded half to even.
 *
 * @param text - the cell, trimmed
 * @param minorDigits - decimals of the currency
 * @param decimal - the decimal mark
 */
export function parseAmount(
  text: string,
  minorDigits: number,
  decimal: DecimalMark = ".",
): ParsedAmount | AmountProblem {
  if (NON_FINITE.test(text)) return "nonFiniteAmount";
  const parenthesised = text.startsWith("(") && text.endsWith(")");
  const signed = (parenthesised ? text.slice(1, -1) : text).trim().replace(/^[\u2212\uff0d]/, "-");
  const sign = signed[0] === "-" ? -1 : 1;
  const unsigned = signed.replace(/^[+-]/, "").replace(CURRENCY_SIGNS, "").trim();
  // "$-5" carries its sign behind the currency sign.
  const inner = unsigned.startsWith("-") && sign === 1 ? -1 : sign;
  const body = inner === sign ? unsigned : unsigned.slice(1);
  const parts = (decimal === "." ? POINT : COMMA).exec(body)?.groups;
  if (parts === undefined || (parts.int === undefined && !parts.frac)) return "badAmount";
  const digits = (parts.int ?? "").replaceAll(/\D/g, "");
  const minor = toMinor(digits, parts.frac ?? "", Number(parts.exp ?? 0) + minorDigits);
  if (minor === undefined) return "amountTooLarge";
  const negative = parenthesised ? inner === 1 : inner === -1;
  return {
    minor: negative && minor.minor !== 0 ? -minor.minor : minor.minor,
    rounded: minor.rounded,
  };
}

/** digits.fraction x 10^shift as an integer, half to even; `undefined` past the safe integers. */
function toMinor(digits: string, fraction: string, shift: number): ParsedAmount | undefined {
  const all = digits + fraction;
  const point = digits.length + shift;
  const kept = point <= 0 ? "" : all.slice(0, point).padEnd(point, "0");
  const dropped =
    point < 0 ? "0".repeat(Math.min(-point, 400)) + all : all.slice(Math.max(point, 0));
  const significant = kept.replace(/^0+/, "");
  if (significant.length > 16) return undefined;
  const floor = Number(significant);
  const up = roundsUp(floor, dropped);
  const minor = up ? floor + 1 : floor;
  if (!Number.isSafeInteger(minor)) return undefined;
  return { minor, rounded: /[1-9]/.test(dropped) };
}

function roundsUp(floor: number, dropped: string): boolean {
  const first = dropped.charCodeAt(0) - 48;
  if (!(first >= 5)) return false;
  const isTie = first === 5 && !/[1-9]/.test(dropped.slice(1));
  return isTie ? floor % 2 === 1 : true;
}
