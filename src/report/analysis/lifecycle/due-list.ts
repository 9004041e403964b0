import type { DueCustomer, DueList } from "../../lifecycle-types.js";
import { sumSpend } from "../sum-spend.js";

/**
 * Puts the customers who are about to leave their stage in the order of what they are worth; ties in
 * the order of the customers.
 *
 * @param worth - of every customer, major units
 * @param minorDigits - decimals of the currency
 */
export function dueList(
  found: readonly DueCustomer[],
  worth: Float64Array,
  limit: number,
  minorDigits: number,
): DueList {
  const worthOf = ({ row }: DueCustomer): number => worth[row] as number;
  const sorted = [...found].sort((a, b) => worthOf(b) - worthOf(a) || a.row - b.row);
  return {
    customers: found.length,
    worth: sumSpend(found.map(worthOf), minorDigits),
    listed: sorted.slice(0, limit),
  };
}
