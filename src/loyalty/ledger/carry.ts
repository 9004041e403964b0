import type { ExactFraction } from "./entry-types.js";

/** The fraction of integers, in lowest terms; `undefined` for nothing at all. */
export function exactFraction(numerator: bigint, denominator: bigint): ExactFraction | undefined {
  if (numerator === 0n) return undefined;
  const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return {
    numerator: String(numerator / divisor),
    denominator: String(denominator / divisor),
  };
}

/** The sum of two fractions, of which an absent one is nothing. */
export function addFractions(
  a: ExactFraction | undefined,
  b: ExactFraction | undefined,
): ExactFraction | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const [numeratorA, denominatorA] = [BigInt(a.numerator), BigInt(a.denominator)];
  const [numeratorB, denominatorB] = [BigInt(b.numerator), BigInt(b.denominator)];
  const numerator = numeratorA * denominatorB + numeratorB * denominatorA;
  return exactFraction(numerator, denominatorA * denominatorB);
}

/** The fraction with the other sign. */
export function negateFraction({ numerator, denominator }: ExactFraction): ExactFraction {
  return { numerator: String(-BigInt(numerator)), denominator };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}
