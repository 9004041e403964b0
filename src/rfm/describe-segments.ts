import { checkColumn } from "../core/column.js";
import { invalid } from "../core/errors.js";
import type { CustomerSummaries } from "../transactions/types.js";
import { countByGroup, sumByGroup } from "./groups.js";
import { countCustomers, timeSinceLastOrder } from "./measure-rfm.js";
import type { Segmentation, SegmentSummary } from "./types.js";

/**
 * Adds up what each segment amounts to: customers, orders, spend and their shares.
 *
 * @param segmentation - the segment of each customer
 * @param summaries - the same customers in the same order
 * @returns one entry per segment of the map, in its order, segments without customers included
 * @throws ClienteleError INVALID_ARGUMENT; LENGTH_MISMATCH
 * @example
 * const segmentation = segmentRfm(scores, RFM_SEGMENT_MAP);
 * for (const { segment, customers, spendShare } of describeSegments(segmentation, summaries)) {
 *   console.log(segment.label.en, customers, spendShare);
 * }
 */
export function describeSegments(
  segmentation: Segmentation,
  summaries: CustomerSummaries,
): SegmentSummary[] {
  const total = countCustomers(summaries);
  checkSegmentation(segmentation, total);
  checkColumn(summaries.orderCount, "summaries.orderCount", "count", total);
  checkColumn(summaries.totalSpend, "summaries.totalSpend", "finite", total);
  const { segment, segments } = segmentation;
  const customers = countByGroup(segment, segments.length);
  const orders = sumByGroup(summaries.orderCount, segment, segments.length);
  const spend = sumByGroup(summaries.totalSpend, segment, segments.length);
  const waiting = sumByGroup(timeSinceLastOrder(summaries, total), segment, segments.length);
  const allSpend = spend.reduce((sum, each) => sum + each, 0);

  return segments.map((each, index) => {
    const count = customers[index] as number;
    return {
      segment: each,
      customers: count,
      customerShare: total === 0 ? undefined : count / total,
      orders: orders[index] as number,
      spend: spend[index] as number,
      spendShare: allSpend > 0 ? (spend[index] as number) / allSpend : undefined,
      meanRecency: count === 0 ? undefined : (waiting[index] as number) / count,
    };
  });
}

function checkSegmentation(segmentation: Segmentation, customers: number): void {
  if (typeof segmentation !== "object" || segmentation === null) {
    throw invalid("segmentation", "what segmentRfm returns", segmentation);
  }
  const { segment, segments } = segmentation;
  if (!Array.isArray(segments)) {
    throw invalid("segmentation.segments", "an array of segments", segments);
  }
  checkColumn(segment, "segmentation.segment", "count", customers);
  const unknown = segment.findIndex((each) => each >= segments.length);
  if (unknown !== -1) {
    throw invalid(`segmentation.segment[${unknown}]`, `below ${segments.length}`, segment[unknown]);
  }
}
