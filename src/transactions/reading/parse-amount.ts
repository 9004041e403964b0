import { currenciesOfSign } from "../../money/currency-signs.js";
import { roundDecimal } from "./round-decimal.js";

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

/** What almost all amounts look like: no more digits than a number holds exactly. */
const SIMPLE = /^(-?)(\d{1,11})(?:([.,])(\d{1,4}))?$/;
const NON_FINITE = /^[+-]?(?:nan|inf|infinity|∞|1\.#inf|1\.#qnan|#num!|#div\/0!)$/i;
const WIDE_OR_MINUS = /[\uff00-\uffef\u2212]/;
const IN_PARENTHESES = /^([^\d()]*)\(([^()]*)\)$/;
const SIGN = String.raw`[^\d\s.,'’()+-]{0,4}`;
/** Groups of three, or of two before the last three as in India: 12,34,567.89 */
const FORMS: Readonly<Record<DecimalMark, RegExp>> = {
  ".": amountForm(
    String.raw`[,'’ \u00a0\u202f]`,
    String.raw`\d{1,2}(?:,\d\d)+,\d{3}`,
    String.raw`\.`,
  ),
  ",": amountForm(String.raw`[.'’ \u00a0\u202f]`, String.raw`\d{1,2}(?:\.\d\d)+\.\d{3}`, ","),
};

function amountForm(gap: string, inPairs: string, mark: string): RegExp {
  const whole = String.raw`(?<whole>\d+|\d{1,3}(?<gap>${gap})\d{3}(?:\k<gap>\d{3})*|${inPairs})?`;
  const places = String.raw`(?:${mark}(?<fraction>\d*))?(?:e(?<exponent>[+-]?\d{1,3}))?`;
  const before = String.raw`(?<before>[+-]?)\s?(?<prefix>${SIGN})\s?(?<inner>[+-]?)\s?`;
  const after = String.raw`(?<after>-?)\s?(?<suffix>${SIGN})`;
  return new RegExp(`^${before}${whole}${places}${after}$`, "i");
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
  return parseSimple(text, minorDigits, decimal) ?? parseAnyForm(text, minorDigits, decimal);
}

/** The amount of a text that needs no more than its digits put together: several times faster. */
function parseSimple(
  text: string,
  minorDigits: number,
  decimal: DecimalMark,
): ParsedAmount | undefined {
  const parts = SIMPLE.exec(text);
  if (parts === null) return undefined;
  const [, minus, whole = "", mark, fraction = ""] = parts;
  if ((mark !== undefined && mark !== decimal) || fraction.length > minorDigits) return undefined;
  const minor = Number(whole + fraction) * 10 ** (minorDigits - fraction.length);
  return { minor: signed(minor, minus === "-"), rounded: false, sign: "" };
}

function parseAnyForm(
  text: string,
  minorDigits: number,
  decimal: DecimalMark,
): ParsedAmount | AmountProblem {
  const plain = WIDE_OR_MINUS.test(text) ? text.normalize("NFKC").replaceAll("\u2212", "-") : text;
  if (NON_FINITE.test(plain)) return "nonFiniteAmount";
  const [, outside, inside] = IN_PARENTHESES.exec(plain) ?? [];
  const isEnclosed = inside !== undefined;
  const parts = FORMS[decimal].exec(isEnclosed ? `${outside}${inside}` : plain)?.groups;
  if (parts === undefined) return "badAmount";
  const { before, prefix = "", inner, after, suffix = "" } = parts;
  const { whole = "", fraction = "", exponent = "0" } = parts;
  const signs = `${isEnclosed ? "-" : ""}${before}${inner}${after}`;
  const sign = `${prefix}${suffix}`.toUpperCase();
  if (signs.length > 1 || whole + fraction === "") return "badAmount";
  if (prefix !== "" && suffix !== "") return "badAmount";
  if (sign !== "" && currenciesOfSign(sign).length === 0) return "badAmount";
  const digits = whole.replaceAll(/\D/g, "");
  const found = roundDecimal(digits, fraction, Number(exponent) + minorDigits);
  if (found === undefined) return "amountTooLarge";
  return { minor: signed(found.integer, signs === "-"), rounded: found.rounded, sign };
}

/** Subtracting from zero gives 0, never -0. */
function signed(minor: number, isNegative: boolean): number {
  return isNegative ? 0 - minor : minor;
}
