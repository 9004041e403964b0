import { checkNumber } from "../core/column.js";
import { invalid } from "../core/errors.js";
import type { MeasureCuts, RfmBins, RfmCuts } from "./types.js";

/** One bin tells nothing apart. */
export const FEWEST_BINS = 2;
/** Scores stay readable up to 10, and a grid of all three measures small. */
export const MOST_BINS = 10;

/** Spells out the bins of each measure: one number stands for all three. */
export function resolveBins(bins: number | RfmBins): RfmBins {
  const { recency, frequency, monetary } =
    typeof bins === "object" && bins !== null
      ? bins
      : { recency: bins, frequency: bins, monetary: bins };
  checkBinCount(recency, "options.bins.recency");
  checkBinCount(frequency, "options.bins.frequency");
  checkBinCount(monetary, "options.bins.monetary");
  return { recency, frequency, monetary };
}

/**
 * Refuses a number of bins that is not an integer from 2 to 10.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkBinCount(bins: number, where: string): void {
  checkNumber(bins, where, "integer");
  if (bins < FEWEST_BINS || bins > MOST_BINS) {
    throw invalid(where, `from ${FEWEST_BINS} to ${MOST_BINS}`, bins);
  }
}

/** The number of scores that cuts give each measure. */
export function binsOfCuts(cuts: RfmCuts): RfmBins {
  return {
    recency: countBins(cuts.recency),
    frequency: countBins(cuts.layout === "flat" ? cuts.frequency : cuts.frequency[0]),
    monetary: countBins(cuts.layout === "flat" ? cuts.monetary : cuts.monetary[0]),
  };
}

function countBins(cuts: MeasureCuts | undefined): number {
  return (cuts?.at.length ?? 0) + 1;
}
