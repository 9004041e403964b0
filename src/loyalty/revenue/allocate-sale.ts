import { checkNumber, invalid } from "../../core/index.js";
import { parseDecimal } from "../../money/fraction.js";
import { allocate, checkMoney, type Decimal, type Money } from "../../money/index.js";
import type { PointValue } from "../program/types.js";

/** What is sold together: goods, and the right to points. */
export interface SaleParts<Currency extends string = string> {
  /** What the customer pays. */
  readonly price: Money<Currency>;
  /** What each of the goods costs when sold alone. */
  readonly goods: readonly Money<Currency>[];
  /** Points granted with the sale. */
  readonly points: number;
  /** What points can be redeemed for. */
  readonly value: PointValue;
  /** The share of points that is expected to be redeemed, from 0 to 1. */
  readonly redemption: Decimal;
}

/** The price, shared out; the parts sum to it. */
export interface SaleAllocation<Currency extends string = string> {
  /** Revenue now, in the order of the goods. */
  readonly goods: readonly Money<Currency>[];
  /** Revenue deferred until the points are redeemed or lapse. */
  readonly points: Money<Currency>;
}

/**
 * Shares the price of a sale between goods and points by their stand-alone prices, the points at
 * their value times the share expected to be redeemed (IFRS 15.73-80 and B39-B43; ASC 606-10-32-28
 * to 32-35 and 55-41 to 55-45): exact ratios, rounded once to minor units, nothing lost.
 *
 * @throws ClienteleError INVALID_ARGUMENT, EMPTY_INPUT, CURRENCY_MISMATCH
 * @example
 * // 100.00 for goods of 100.00, with 100 points worth 0.10 each of which 95 % are redeemed
 * allocateSale({
 *   price: money(10000, "EUR"), goods: [money(10000, "EUR")], points: 100,
 *   value: { points: 10, value: money(100, "EUR") }, redemption: "0.95",
 * }).points; //=> { minor: 868, currency: "EUR" }
 */
export function allocateSale<Currency extends string>(
  parts: SaleParts<Currency>,
): SaleAllocation<Currency> {
  if (typeof parts !== "object" || parts === null) throw invalid("parts", "what is sold", parts);
  const { price, goods, points, value, redemption } = parts;
  checkMoney(price, "price");
  if (price.minor < 0) throw invalid("price", "not negative", price.minor);
  checkNumber(points, "points", "count");
  checkNumber(value?.points, "value.points", "count");
  checkNumber(value.points, "value.points", "positive");
  if (!Array.isArray(goods) || goods.length === 0) {
    throw invalid("goods", "a list with at least one price", goods, { code: "EMPTY_INPUT" });
  }
  const alone = [...goods, value.value];
  alone.forEach((amount, index) => {
    const where = index < goods.length ? `goods[${index}]` : "value.value";
    checkMoney(amount, where);
    if (amount.minor < 0) throw invalid(where, "not negative", amount.minor);
    if (amount.currency !== price.currency) {
      throw invalid(where, price.currency, amount.currency, { code: "CURRENCY_MISMATCH" });
    }
  });
  const share = parseDecimal(redemption, "redemption");
  if (share.numerator < 0n || share.numerator > share.denominator) {
    throw invalid("redemption", "a share from 0 to 1", redemption);
  }
  // All over the same denominator, so that the ratios are integers.
  const scale = BigInt(value.points) * share.denominator;
  const ofPoints = BigInt(points) * BigInt(value.value.minor) * share.numerator;
  const ratios = [...goods.map(({ minor }) => BigInt(minor) * scale), ofPoints];
  const shared = allocate(price, ratios.map(String));
  return { goods: shared.slice(0, -1), points: shared.at(-1)! };
}
