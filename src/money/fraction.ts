import { checkNumber } from "../core/column.js";
import { invalid } from "../core/errors.js";
import type { Decimal, Ratio } from "./types.js";

/** An exact fraction of integers of any size; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const DECIMAL = /^(-?)(\d*)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;
const LONGEST_TEXT = 100;

/**
 * Reads a decimal exactly, without passing through floating point.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function parseDecimal(decimal: Decimal, where: string): Fraction {
  // The shortest decimal that names the number is the one its author wrote.
  const text = typeof decimal === "number" ? String(decimal) : decimal;
  const match = typeof text === "string" && text.length <= LONGEST_TEXT ? DECIMAL.exec(text) : null;
  const [, sign, integer = "", fraction = "", exponent = "0"] = match ?? [];
  const digits = integer + fraction;
  if (digits === "") throw invalid(where, "a decimal number such as 1.0832", decimal);
  const scale = Number(exponent) - fraction.length;
  const unsigned = BigInt(digits) * 10n ** BigInt(Math.max(scale, 0));
  return reduce({
    numerator: sign === "-" ? -unsigned : unsigned,
    denominator: 10n ** BigInt(Math.max(-scale, 0)),
  });
}

/**
 * Reads a decimal or a ratio exactly.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function readFraction(factor: Decimal | Ratio, where: string): Fraction {
  if (typeof factor !== "object") return parseDecimal(factor, where);
  if (factor === null) throw invalid(where, "a decimal or a ratio", factor);
  checkNumber(factor.numerator, `${where}.numerator`, "integer");
  checkNumber(factor.denominator, `${where}.denominator`, "integer");
  checkNumber(factor.denominator, `${where}.denominator`, "positive");
  return reduce({
    numerator: BigInt(factor.numerator),
    denominator: BigInt(factor.denominator),
  });
}

/** The product of two fractions, in lowest terms. */
export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return reduce({
    numerator: a.numerator * b.numerator,
    denominator: a.denominator * b.denominator,
  });
}

/** One over a positive fraction. */
export function invertFraction(fraction: Fraction): Fraction {
  return { numerator: fraction.denominator, denominator: fraction.numerator };
}

/** Ten to an integer power. */
export function powerOfTen(exponent: number): Fraction {
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0
    ? { numerator: 1n, denominator: power }
    : { numerator: power, denominator: 1n };
}

/** The smallest integer that two positive integers divide. */
export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function reduce({ numerator, denominator }: Fraction): Fraction {
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
