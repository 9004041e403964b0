import { checkColumn } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { checkEnough, unfit } from "../data/check-enough.js";
import type { RenewalCounts } from "./types.js";

/** Renewals compressed to one row per number of them, rising. */
export interface DistinctRenewals {
  readonly renewals: Float64Array;
  readonly churned: Float64Array;
  readonly active: Float64Array;
  /** The numbers above, churned or active, that are not 0. */
  readonly weight: Float64Array;
  readonly customers: number;
  /** Customers who left, and renewals that were due, of all customers. */
  readonly leavers: number;
  readonly due: number;
}

/**
 * Checks and compresses renewals to what a fit with so many parameters needs.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH; EMPTY_INPUT; INVALID_DATA for customers who
 * are all alike or stay all
 */
export function readRenewals(counts: RenewalCounts, parameters: number): DistinctRenewals {
  if (typeof counts !== "object" || counts === null) {
    throw invalid("counts", "an object with columns renewals and churned", counts);
  }
  const { renewals, churned, active } = counts;
  checkColumn(renewals, "counts.renewals", "count");
  checkColumn(churned, "counts.churned", "count", renewals.length);
  if (active !== undefined) checkColumn(active, "counts.active", "count", renewals.length);
  const cells = new Map<number, { churned: number; active: number }>();
  for (let row = 0; row < renewals.length; row++) {
    const made = renewals[row] as number;
    const cell = cells.get(made) ?? { churned: 0, active: 0 };
    cell.churned += churned[row] as number;
    cell.active += active?.[row] ?? 0;
    cells.set(made, cell);
  }
  const rows = [...cells].sort(([left], [right]) => left - right);
  const weight = Float64Array.from(
    rows.flatMap(([, cell]) => [cell.churned, cell.active]).filter((count) => count > 0),
  );
  const total = (count: (made: number, left: number, stays: number) => number): number =>
    rows.reduce((sum, [made, cell]) => sum + count(made, cell.churned, cell.active), 0);
  const distinct: DistinctRenewals = {
    renewals: Float64Array.from(rows, ([made]) => made),
    churned: Float64Array.from(rows, ([, cell]) => cell.churned),
    active: Float64Array.from(rows, ([, cell]) => cell.active),
    weight,
    customers: total((_, left, stays) => left + stays),
    leavers: total((_, left) => left),
    due: total((made, left, stays) => made * (left + stays) + left),
  };
  checkEnough(distinct, parameters, "counts");
  if (distinct.leavers === 0) {
    throw unfit("Nobody has left, so there is no chance of leaving to learn", "counts");
  }
  return distinct;
}
