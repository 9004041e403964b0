import { invalid } from "../core/errors.js";
import { checkScores } from "./check-scores.js";
import { ownersOfCells } from "./define-segment-map.js";
import type { RfmMeasure, RfmScoreColumns, Segmentation, SegmentMap } from "./types.js";

/**
 * Puts every customer into the one segment that owns its scores.
 *
 * @param scores - scores of all customers, with as many bins as the map has
 * @param map - such as `RFM_SEGMENT_MAP`, or your own as plain JSON
 * @returns the index of each customer's segment; empty for no customers
 * @throws ClienteleError INVALID_ARGUMENT when scores and map do not have the same bins
 * @throws ClienteleError INVALID_DATA when the map has gaps or overlaps
 * @example
 * const { segment, segments } = segmentRfm(scores, RFM_SEGMENT_MAP);
 * segments[segment[0]].label.en; //=> "Champions"
 */
export function segmentRfm(scores: RfmScoreColumns, map: SegmentMap): Segmentation {
  checkScores(scores);
  const owners = ownersOfCells(map);
  const { recency, frequency, monetary } = map.bins;
  checkSameBins(scores, "recency", recency);
  checkSameBins(scores, "frequency", frequency);
  if (monetary !== undefined) checkSameBins(scores, "monetary", monetary);

  const customers = scores.recency.length;
  const segment = new Uint8Array(customers);
  for (let customer = 0; customer < customers; customer++) {
    const pair =
      ((scores.recency[customer] as number) - 1) * frequency +
      ((scores.frequency[customer] as number) - 1);
    const cell =
      monetary === undefined ? pair : pair * monetary + (scores.monetary[customer] as number) - 1;
    segment[customer] = owners[cell] as number;
  }
  return { segment, segments: map.segments };
}

function checkSameBins(scores: RfmScoreColumns, measure: RfmMeasure, bins: number): void {
  if (scores.bins[measure] === bins) return;
  throw invalid(`scores.bins.${measure}`, `${bins} as in the segment map`, scores.bins[measure], {
    remedy: "Score with the bins of the map, or choose a map with the bins of the scores",
  });
}
