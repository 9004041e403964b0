import { checkOneOf } from "../core/column.js";
import type { RoundingMode } from "./types.js";

const ROUNDING_MODES: readonly RoundingMode[] = [
  "halfEven",
  "halfUp",
  "halfAwayFromZero",
  "down",
  "up",
  "floor",
  "ceiling",
];

/**
 * Refuses a word that names no rounding.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkRounding(rounding: RoundingMode, where = "options.rounding"): void {
  checkOneOf(rounding, where, ROUNDING_MODES);
}

/**
 * The quotient of two safe integers as an integer, exactly rounded.
 *
 * @param denominator - positive
 */
export function roundQuotient(
  numerator: number,
  denominator: number,
  rounding: RoundingMode,
): number {
  const remainder = numerator % denominator;
  const truncated = (numerator - remainder) / denominator;
  if (remainder === 0) return truncated;
  const half = Math.sign(2 * Math.abs(remainder) - denominator);
  const isNegative = numerator < 0;
  if (!goesOut(rounding, isNegative, half, truncated % 2 !== 0)) return truncated;
  return isNegative ? truncated - 1 : truncated + 1;
}

/** The same for integers of any size. */
export function roundBigQuotient(
  numerator: bigint,
  denominator: bigint,
  rounding: RoundingMode,
): bigint {
  const remainder = numerator % denominator;
  const truncated = numerator / denominator;
  if (remainder === 0n) return truncated;
  const isNegative = numerator < 0n;
  const excess = 2n * (isNegative ? -remainder : remainder) - denominator;
  const half = excess === 0n ? 0 : excess < 0n ? -1 : 1;
  if (!goesOut(rounding, isNegative, half, truncated % 2n !== 0n)) return truncated;
  return isNegative ? truncated - 1n : truncated + 1n;
}

/**
 * Whether a truncated quotient with a remainder moves one away from zero.
 *
 * @param half - sign of the remainder less one half
 */
function goesOut(
  rounding: RoundingMode,
  isNegative: boolean,
  half: number,
  isOdd: boolean,
): boolean {
  switch (rounding) {
    case "halfEven":
      return half > 0 || (half === 0 && isOdd);
    case "halfUp":
      return half > 0 || (half === 0 && !isNegative);
    case "halfAwayFromZero":
      return half >= 0;
    case "down":
      return false;
    case "up":
      return true;
    case "floor":
      return isNegative;
    case "ceiling":
      return !isNegative;
  }
}
