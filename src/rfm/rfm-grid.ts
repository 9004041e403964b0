import { checkColumn, checkLength } from "../core/column.js";
import type { CustomerSummaries } from "../transactions/types.js";
import { checkScores } from "./check-scores.js";
import { countByGroup, groupByScore, groupWithin, sumByGroup } from "./groups.js";
import { countCustomers } from "./measure-rfm.js";
import type { RfmGrid, RfmScoreColumns } from "./types.js";

/**
 * Lays customers and their spend out on the grid of recency and frequency scores, for a heat map.
 *
 * @param scores - scores of all customers
 * @param summaries - the same customers in the same order
 * @returns matrices indexed `[recency score - 1][frequency score - 1]`; zeros for no customers
 * @throws ClienteleError INVALID_ARGUMENT; LENGTH_MISMATCH
 * @example
 * const { customers, meanSpend } = rfmGrid(scores, summaries);
 * const best = customers[4][4]; // recency score 5, frequency score 5
 */
export function rfmGrid(scores: RfmScoreColumns, summaries: CustomerSummaries): RfmGrid {
  checkScores(scores);
  const total = countCustomers(summaries);
  checkLength(scores.recency, "scores.recency", total);
  checkColumn(summaries.totalSpend, "summaries.totalSpend", "finite", total);
  const { recency: rows, frequency: columns } = scores.bins;
  const cell = groupWithin(groupByScore(scores.recency), scores.frequency, columns);
  const counts = countByGroup(cell, rows * columns);
  const sums = sumByGroup(summaries.totalSpend, cell, rows * columns);
  const customers = toRows(counts, rows, columns);
  const spend = toRows(sums, rows, columns);
  const meanSpend = spend.map((row, r) =>
    row.map((sum, f) => {
      const count = customers[r]?.[f] ?? 0;
      return count === 0 ? undefined : sum / count;
    }),
  );
  return { customers, spend, meanSpend };
}

function toRows(cells: ArrayLike<number>, rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cells[row * columns + column] as number),
  );
}
