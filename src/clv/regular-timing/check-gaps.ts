import { ClienteleError } from "../../core/errors.js";
import { impossibleRow } from "../data/read-column.js";

/** Two sums over the same gaps differ by rounding only. */
const ROUNDING = 1e-9;

/**
 * Refuses sums of logarithms that no gaps have: x gaps that make up t_x have logarithms of at most
 * x ln(t_x / x), where they are equal.
 *
 * @throws ClienteleError INVALID_DATA with the row
 */
export function checkLogGaps(
  sums: Float64Array,
  repeatCount: Float64Array,
  recency: Float64Array,
): void {
  sums.forEach((sum, row) => {
    const x = repeatCount[row]!;
    const highest = x === 0 ? 0 : x * Math.log(recency[row]! / x);
    const isPossible = x === 0 ? sum === 0 : sum <= highest + ROUNDING * (x + Math.abs(highest));
    if (!isPossible) throw impossibleSum(row, "logGapSum", sum, x, recency[row]!);
  });
}

/**
 * Refuses sums of squares that no gaps have: they are between t_x² / x, where the gaps are equal, and
 * t_x².
 *
 * @throws ClienteleError INVALID_DATA with the row
 */
export function checkSquaredGaps(
  sums: Float64Array,
  repeatCount: Float64Array,
  recency: Float64Array,
): void {
  sums.forEach((sum, row) => {
    const x = repeatCount[row]!;
    const square = recency[row]! ** 2;
    const lowest = x === 0 ? 0 : square / x;
    const isPossible = sum >= lowest * (1 - ROUNDING) && sum <= square * (1 + ROUNDING);
    if (!isPossible) throw impossibleSum(row, "squaredGapSum", sum, x, recency[row]!);
  });
}

function impossibleSum(
  row: number,
  name: string,
  sum: number,
  x: number,
  recency: number,
): ClienteleError {
  const fault = `its ${name} ${sum} is none that ${x} gaps that make up ${recency} can have`;
  return impossibleRow(row, fault, undefined);
}

/** The error about a customer with two purchases at the same moment. */
export function zeroGap(row: number): ClienteleError {
  return new ClienteleError(
    "INVALID_DATA",
    `The customer in row ${row} has two purchases at the same moment, which regular buyers never have: count the purchases of one day as one`,
    { where: `row ${row}`, remedy: 'Summarise with sameDay: "merge"' },
  );
}
