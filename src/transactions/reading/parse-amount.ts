import { currenciesOfSign } from "../../money/currency-signs.js";

/** Why a text is not an amount. */
export type AmountProblem = "badAmount" | "nonFiniteAmount" | "amountTooLarge";

/** An amount in minor units. */
export interface ParsedAmount {
  readonly minor: number;
  /** True when the text had more decimals than the currency. */
  readonly rounded: boolean;
  /** The currency sign or code beside the number, in capitals; empty without one. */
  readonly sign: string;
}

/** Which character separates the decimals; the other one may group thousands. */
export type DecimalMark = "." | ",";

const NON_FINITE = /^[+-]?(?:nan|inf|infinity|∞|1\.#inf|1\.#qnan|#num!|#div\/0!)$/i;
const FULL_WIDTH = /[\uff00-\uffef\u2212]/;
const IN_PARENTHESES = /^([^\d()]*)\(([^()]*)\)$/;
const SIGN = String.raw`[^\d\s.,'’()+-]{0,4}`;
const EXPONENT = String.raw`(?:e(?<exponent>[+-]?\d{1,3}))?`;
const FORMS: Readonly<Record<DecimalMark, RegExp>> = {
  // Groups of three, or of two before the last three as in India: 12,34,567.89
  ".": amountForm(
    String.raw`[,'’ \u00a0\u202f]`,
    String.raw`\d{1,2}(?:,\d\d)+,\d{3}`,
    String.raw`\.`,
  ),
  ",": amountForm(String.raw`[.'’ \u00a0\u202f]`, String.raw`\d{1,2}(?:\.\d\d)+\.\d{3}`, ","),
};

function amountForm(gap: string, inPairs: string, mark: string): RegExp {
  const whole = String.raw`(?<whole>\d+|\d{1,3}(?<gap>${gap})\d{3}(?:\k<gap>\d{3})*|${inPairs})?`;
  const number = `${whole}(?:${mark}(?<fraction>\\d*))?${EXPONENT}`;
  return new RegExp(
    String.raw`^(?<before>[+-]?)\s?(?<prefix>${SIGN})\s?(?<inner>[+-]?)\s?${number}(?<after>-?)\s?(?<suffix>${SIGN})$`,
    "i",
  );
}

/**
 * Reads an amount exactly, without passing through floating point: a minus before or behind,
 * accounting parentheses, a currency sign or code, grouped thousands and exponents are understood,
 * and full-width characters. Decimals beyond the minor unit are rounded half to even.
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
  const plain = FULL_WIDTH.test(text) ? text.normalize("NFKC").replaceAll("\u2212", "-") : text;
  if (NON_FINITE.test(plain)) return "nonFiniteAmount";
  const enclosed = IN_PARENTHESES.exec(plain);
  const parts = FORMS[decimal].exec(
    enclosed === null ? plain : `${enclosed[1]}${enclosed[2]}`,
  )?.groups;
  if (parts === undefined) return "badAmount";
  const {
    before,
    prefix = "",
    inner,
    whole = "",
    fraction = "",
    exponent = "0",
    after,
    suffix = "",
  } = parts;
  const signs = `${enclosed === null ? "" : "-"}${before}${inner}${after}`;
  const sign = (prefix || suffix).toUpperCase();
  if (whole + fraction === "" || signs.length > 1 || (prefix !== "" && suffix !== ""))
    return "badAmount";
  if (sign !== "" && currenciesOfSign(sign).length === 0) return "badAmount";
  const digits = whole.replaceAll(/\D/g, "");
  const shifted = toMinor(digits, fraction, Number(exponent) + minorDigits);
  if (shifted === undefined) return "amountTooLarge";
  // Subtracting from zero gives 0, never -0.
  return { ...shifted, minor: signs === "-" ? 0 - shifted.minor : shifted.minor, sign };
}

/** digits.fraction x 10^shift as an integer, half to even; `undefined` past the safe integers. */
function toMinor(
  digits: string,
  fraction: string,
  shift: number,
): { readonly minor: number; readonly rounded: boolean } | undefined {
  const all = digits + fraction;
  const point = digits.length + shift;
  const kept = point <= 0 ? "" : all.slice(0, point).padEnd(point, "0");
  const dropped = point < 0 ? `0${all}` : all.slice(Math.max(point, 0));
  const significant = kept.replace(/^0+/, "");
  if (significant.length > 16) return undefined;
  const floor = Number(significant);
  const minor = roundsUp(floor, dropped) ? floor + 1 : floor;
  if (!Number.isSafeInteger(minor)) return undefined;
  return { minor, rounded: /[1-9]/.test(dropped) };
}

function roundsUp(floor: number, dropped: string): boolean {
  const first = dropped.charCodeAt(0) - 48;
  if (!(first >= 5)) return false;
  const isTie = first === 5 && !/[1-9]/.test(dropped.slice(1));
  return isTie ? floor % 2 === 1 : true;
}
