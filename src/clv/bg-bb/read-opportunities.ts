import { invalid } from "../../core/errors.js";
import { impossibleRow, isCount, readColumn } from "../data/read-column.js";
import type { OpportunityHistories } from "./types.js";

/** A likelihood is a sum over opportunities; more of them are a mistake. */
export const MOST_OPPORTUNITIES = 100_000;

/** Checked histories in plain columns. */
export interface OpportunityColumns {
  /** x, t_x and n. */
  readonly columns: readonly [Float64Array, Float64Array, Float64Array];
  /** How many customers each row stands for; `undefined` for one each. */
  readonly customers: Float64Array | undefined;
}

/**
 * Checks the histories row by row.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; INVALID_DATA with the
 * customer and the reason for a history that cannot be
 */
export function readOpportunities(histories: OpportunityHistories): OpportunityColumns {
  if (typeof histories !== "object" || histories === null) {
    throw invalid(
      "histories",
      "an object with columns repeatCount, lastAt and opportunities",
      histories,
    );
  }
  const { customerIds, customerCount } = histories;
  const counts = readColumn(histories.repeatCount, "histories.repeatCount");
  const rows = counts.length;
  const lasts = readColumn(histories.lastAt, "histories.lastAt", rows);
  const ends = readColumn(histories.opportunities, "histories.opportunities", rows);
  const customers =
    customerCount === undefined
      ? undefined
      : readColumn(customerCount, "histories.customerCount", rows);
  for (let row = 0; row < rows; row++) {
    const fault =
      findFault(counts[row]!, lasts[row]!, ends[row]!) ?? findCountFault(customers?.[row] ?? 1);
    if (fault !== undefined) throw impossibleRow(row, fault, customerIds);
  }
  return { columns: [counts, lasts, ends], customers };
}

function findFault(x: number, last: number, end: number): string | undefined {
  if (!isCount(x)) return `its repeatCount ${x} is no whole number of purchases`;
  if (!isCount(last)) return `its lastAt ${last} is not the number of an opportunity`;
  if (!isCount(end)) return `its opportunities ${end} are no whole number`;
  if (end > MOST_OPPORTUNITIES) return `its opportunities ${end} are more than a hundred thousand`;
  if (last > end) {
    return `its last purchase, at opportunity ${last}, is after the last opportunity, ${end}`;
  }
  if (x > last) return `it has ${x} purchases in ${last} opportunities up to the last one of them`;
  if (x === 0 && last > 0) return `it has no purchase, but a last one at opportunity ${last}`;
  return undefined;
}

function findCountFault(customers: number): string | undefined {
  if (isCount(customers)) return undefined;
  return `its customerCount ${customers} is no whole number of customers`;
}
