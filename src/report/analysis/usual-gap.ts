/**
 * A customer's usual gap between purchases, (t_x + g) / (x + 1): the mean of the own x gaps, with one
 * gap `g` of the typical customer counted in, so that two quick orders are not taken for a rhythm.
 *
 * @param lifeDays - t_x: from the first purchase to the last
 * @param purchases - x + 1
 * @param typicalGapDays - g: the median gap of all customers
 */
export function usualGap(lifeDays: number, purchases: number, typicalGapDays: number): number {
  return (lifeDays + typicalGapDays) / purchases;
}
