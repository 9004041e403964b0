import { ClienteleError } from "../core/index.js";
import type { Fraction } from "./fraction.js";
import { roundBigQuotient, roundQuotient } from "./round-quotient.js";
import type { RoundingMode } from "./types.js";

/** Multiplies minor units by a fixed fraction and rounds the exact product. */
export type MinorScaler = (minor: number) => number;

/**
 * Prepares the multiplication by a fraction, for use on many amounts: plain numbers as long as the
 * product is a safe integer, big integers beyond.
 *
 * @returns a function that throws ClienteleError UNSAFE_INTEGER when the result passes 2^53 - 1
 */
export function createMinorScaler(fraction: Fraction, rounding: RoundingMode): MinorScaler {
  const numerator = Number(fraction.numerator);
  const denominator = Number(fraction.denominator);
  const isExact = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  const farthest = isExact
    ? Math.floor(Number.MAX_SAFE_INTEGER / Math.max(Math.abs(numerator), 1))
    : -1;
  return (minor) => {
    if (Math.abs(minor) <= farthest) return roundQuotient(minor * numerator, denominator, rounding);
    const product = BigInt(minor) * fraction.numerator;
    return toSafeInteger(roundBigQuotient(product, fraction.denominator, rounding));
  };
}

function toSafeInteger(value: bigint): number {
  const minor = Number(value);
  if (Number.isSafeInteger(minor)) return minor;
  throw new ClienteleError(
    "UNSAFE_INTEGER",
    "the amount must be at most 2^53 - 1 minor units; an exact result is not possible beyond",
    { where: "minor", expected: "at most 2^53 - 1 minor units" },
  );
}
