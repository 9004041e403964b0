import { AS_WELL, isNear, type SearchEnd } from "./model-limits.js";

/** A position on the axes with minus its log-likelihood. */
export interface Place {
  readonly point: readonly number[];
  readonly value: number;
}

/** How a search goes on from a position, with the axes of some ends held there. */
export type Descend = (position: readonly number[], held: readonly SearchEnd[]) => Place;

/** Of an end and the way to it, where the slope at the end is taken. */
const BESIDE = 10;

/**
 * Looks from a place near some ends of the axes to these ends, to all together and else to each: goes
 * there where no place on the way is clearly higher, so that no search has to creep along a ridge.
 *
 * @param valueAt - minus the log-likelihood on the axes
 */
export function followEnds(
  start: Place,
  ends: readonly SearchEnd[],
  valueAt: (position: readonly number[]) => number,
  descend: Descend,
): Place {
  const close = ends.filter((end) => isNear(end, start.point));
  const groups = close.length > 1 ? [close, ...close.map((end) => [end])] : [close];
  for (const group of groups) {
    if (group.length === 0) return start;
    const end = descend(place(start.point, group, Infinity), group);
    const better = lookBack(start, end, group, valueAt);
    if (better === undefined) return end;
    if (group.length === 1) return descend(better, []);
  }
  return start;
}

/**
 * The place on the way where a parabola has its peak, if that is clearly higher than the end: over
 * e^-distance, in which a likelihood is smooth at the end, through the likelihood at both ends of the
 * way and the slope at its far end.
 */
function lookBack(
  start: Place,
  end: Place,
  group: readonly SearchEnd[],
  valueAt: (position: readonly number[]) => number,
): readonly number[] | undefined {
  const beside = Math.exp(-BESIDE);
  const slope = (end.value - valueAt(place(end.point, group, BESIDE))) / beside;
  const width = Math.exp(-Math.abs(group[0]!.near));
  const bend = (2 * (slope * width - (end.value - start.value))) / width ** 2;
  if (!(slope > 0)) return end.value > start.value + AS_WELL ? start.point : undefined;
  const gain = bend > 0 ? slope ** 2 / (2 * bend) : Infinity;
  if (Math.max(gain, end.value - start.value) <= AS_WELL) return undefined;
  return place(end.point, group, bend > 0 ? Math.log(bend / slope) : Math.abs(group[0]!.near));
}

/** A position moved to a distance along the axes of some ends, at most to the ends. */
function place(
  position: readonly number[],
  ends: readonly SearchEnd[],
  distance: number,
): readonly number[] {
  return ends.reduce(
    (moved, { axis, far }) => moved.with(axis, Math.sign(far) * Math.min(Math.abs(far), distance)),
    [...position],
  );
}
