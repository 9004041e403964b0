import { checkColumn } from "../core/column.js";
import { invalid } from "../core/errors.js";
import { checkBinCount } from "./bins.js";
import type { RfmMeasure, RfmScoreColumns } from "./types.js";

const MEASURES: readonly RfmMeasure[] = ["recency", "frequency", "monetary"];

/**
 * Refuses scores that are not three columns of one length with scores from 1 to `bins`: they may
 * come from a table, not from `scoreRfm`.
 *
 * @throws ClienteleError INVALID_ARGUMENT; LENGTH_MISMATCH
 */
export function checkScores(scores: RfmScoreColumns): void {
  checkScoreColumns(scores);
  for (const measure of MEASURES) {
    checkColumn(scores[measure], `scores.${measure}`, "count", scores.recency.length);
    checkRange(scores[measure], measure, scores.bins[measure]);
  }
}

/**
 * Refuses what has no three columns of scores and their bins, without a look at each score.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkScoreColumns(scores: RfmScoreColumns): void {
  if (typeof scores !== "object" || scores === null) throw invalid("scores", "RFM scores", scores);
  if (typeof scores.bins !== "object" || scores.bins === null) {
    throw invalid("scores.bins", "the number of scores of each measure", scores.bins);
  }
  for (const measure of MEASURES) {
    checkBinCount(scores.bins[measure], `scores.bins.${measure}`);
    const column: unknown = scores[measure];
    if (typeof column !== "object" || column === null) {
      throw invalid(`scores.${measure}`, "an array of scores", column);
    }
  }
}

function checkRange(column: Uint8Array, measure: RfmMeasure, bins: number): void {
  for (let index = 0; index < column.length; index++) {
    const score = column[index] as number;
    if (score < 1 || score > bins) {
      throw invalid(`scores.${measure}[${index}]`, `from 1 to ${bins}`, score);
    }
  }
}
