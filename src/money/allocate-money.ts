import { invalid } from "../core/errors.js";
import { checkMoney } from "./create-money.js";
import { type Fraction, leastCommonMultiple, parseDecimal } from "./fraction.js";
import type { Decimal, Money } from "./types.js";

/**
 * Splits an amount in proportion to ratios without losing or making a minor unit (largest
 * remainder, Hamilton's method): every share is rounded towards zero, and what is left goes, one
 * unit each, to the largest remainders, the first among equals.
 *
 * @param ratios - non-negative decimals, not all zero; a share of ratio 0 is 0
 * @returns one share per ratio; their sum is the amount
 * @throws ClienteleError INVALID_ARGUMENT, EMPTY_INPUT
 * @example
 * allocate(money(1000, "USD"), [1, 1, 1]).map(({ minor }) => minor) //=> [334, 333, 333]
 */
export function allocate<Currency extends string>(
  amount: Money<Currency>,
  ratios: readonly Decimal[],
): Money<Currency>[] {
  checkMoney(amount, "amount");
  const weights = readWeights(ratios);
  const shares = splitInteger(BigInt(Math.abs(amount.minor)), weights);
  const sign = amount.minor < 0 ? -1 : 1;
  return shares.map((share) => ({ minor: sign * Number(share) + 0, currency: amount.currency }));
}

/** The ratios as integers with the same proportions. */
function readWeights(ratios: readonly Decimal[]): bigint[] {
  if (!Array.isArray(ratios)) throw invalid("ratios", "an array of numbers", ratios);
  if (ratios.length === 0) {
    throw invalid("ratios", "at least one number", ratios, { code: "EMPTY_INPUT" });
  }
  // `from` also visits the holes of an array, which `map` would leave in the result.
  const fractions = Array.from<Decimal, Fraction>(ratios, (ratio, index) => {
    const fraction = parseDecimal(ratio, `ratios[${index}]`);
    if (fraction.numerator < 0n) throw invalid(`ratios[${index}]`, "non-negative", ratio);
    return fraction;
  });
  const common = fractions.reduce(
    (so, { denominator }) => leastCommonMultiple(so, denominator),
    1n,
  );
  const weights = fractions.map(({ numerator, denominator }) => numerator * (common / denominator));
  if (weights.every((weight) => weight === 0n)) throw invalid("ratios", "not all zero", ratios);
  return weights;
}

function splitInteger(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((so, weight) => so + weight, 0n);
  const parts = weights.map((weight, index) => {
    const product = total * weight;
    return { index, share: product / sum, remainder: product % sum };
  });
  const left = Number(total - parts.reduce((so, { share }) => so + share, 0n));
  const largestFirst = parts.toSorted(
    (a, b) => compareBigInt(b.remainder, a.remainder) || a.index - b.index,
  );
  for (const part of largestFirst.slice(0, left)) part.share += 1n;
  return parts.map(({ share }) => share);
}

function compareBigInt(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
