import type { RiskCustomer, RiskList, ValuedCustomers } from "../../value-types.js";

/** Above, silence means nothing yet; below, the customer is most likely gone for good. */
const WATCHED = { aliveFrom: 0.1, aliveTo: 0.8 } as const;

/**
 * Picks the customers with most value at risk: what they would bring if they were known to be
 * customers still, times the probability that they are not. A one-time buyer has no rhythm to fall
 * out of, and is not watched.
 *
 * @returns the list, most value at risk first, ties in the order of the customers
 */
export function riskList(
  { probabilityAlive, expectedValue }: ValuedCustomers,
  repeatCount: Int32Array,
  limit: number,
): RiskList {
  const found: RiskCustomer[] = [];
  let value = 0;
  for (let row = 0; row < probabilityAlive.length; row++) {
    const alive = probabilityAlive[row] as number;
    if (repeatCount[row] === 0) continue;
    if (alive < WATCHED.aliveFrom || alive > WATCHED.aliveTo) continue;
    const valueIfAlive = (expectedValue[row] as number) / alive;
    const valueAtRisk = valueIfAlive * (1 - alive);
    if (!(valueAtRisk > 0)) continue;
    value += valueAtRisk;
    found.push({ row, valueIfAlive, valueAtRisk });
  }
  found.sort((a, b) => b.valueAtRisk - a.valueAtRisk || a.row - b.row);
  return { ...WATCHED, customers: found.length, value, listed: found.slice(0, limit) };
}
