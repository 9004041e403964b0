import { snapToWhole } from "../core/snap-to-whole.js";
import type { SharePoint } from "./types.js";

/**
 * The share of the value that a share of the customers brings, best first; of a customer who is in
 * it only in part, that part counts.
 *
 * @param cumulative - the value of the best 0, 1, 2, … customers together
 */
export function valueOfTop(cumulative: Float64Array, share: number): number {
  const last = cumulative.length - 1;
  const position = snapToWhole(last * share);
  const whole = Math.floor(position);
  const upTo = cumulative[whole] as number;
  const fraction = position - whole;
  const part = fraction === 0 ? 0 : fraction * ((cumulative[whole + 1] as number) - upTo);
  return (upTo + part) / (cumulative[last] as number);
}

/**
 * The curve of value by customers, best first, with so many corners that it nowhere lies more than
 * `tolerance` (a share of the value) below the full one: the algorithm of Ramer (1972) and Douglas
 * and Peucker (1973). The curve bends one way, so that the farthest corner of a stretch is where its
 * slope passes that of the chord, and a search among the sorted values finds it.
 */
export function thinCurve(cumulative: Float64Array, tolerance: number): SharePoint[] {
  const last = cumulative.length - 1;
  const total = cumulative[last] as number;
  const corners = [0];
  const ends = [last];
  for (let end = ends.at(-1); end !== undefined; end = ends.at(-1)) {
    const start = corners.at(-1)!;
    const corner = farthestCorner(cumulative, start, end);
    if (heightOver(cumulative, start, end, corner) > tolerance * total) ends.push(corner);
    else corners.push(ends.pop()!);
  }
  return corners.map((count) => ({
    customers: count / last,
    value: (cumulative[count] as number) / total,
  }));
}

/** The last corner before which the curve is at least as steep as the chord. */
function farthestCorner(cumulative: Float64Array, start: number, end: number): number {
  const slope = ((cumulative[end] as number) - (cumulative[start] as number)) / (end - start);
  let low = start;
  let high = end - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    const step = (cumulative[middle] as number) - (cumulative[middle - 1] as number);
    if (step >= slope) low = middle;
    else high = middle - 1;
  }
  return low;
}

function heightOver(cumulative: Float64Array, start: number, end: number, corner: number): number {
  const from = cumulative[start] as number;
  const rise = (cumulative[end] as number) - from;
  return (cumulative[corner] as number) - from - (rise * (corner - start)) / (end - start);
}
