import { checkColumn, type NumberColumn } from "../core/column.js";
import { invalid } from "../core/errors.js";

/**
 * Refuses what is no curve: an object whose columns have one length.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH
 */
export function checkCurve(curve: object, columns: readonly string[]): void {
  if (typeof curve !== "object" || curve === null) throw invalid("curve", "a curve", curve);
  const read = curve as { readonly [column: string]: NumberColumn };
  checkColumn(read.times as NumberColumn, "curve.times", "nonNegative");
  for (const column of columns) {
    checkColumn(read[column] as NumberColumn, `curve.${column}`, "nonNegative", read.times?.length);
  }
}

/** The last index whose time is not after `time`; -1 before the first. */
export function stepAt(times: NumberColumn, time: number): number {
  let low = -1;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((times[middle] as number) <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The step that holds at a time: -1 before the first, `undefined` after the last of a curve that has
 * not come down to 0, where nobody was watched any more.
 */
export function stepWatched(
  { times, survival }: { readonly times: NumberColumn; readonly survival: NumberColumn },
  time: number,
): number | undefined {
  const last = times.length - 1;
  const step = stepAt(times, time);
  const isWatched = step < last || survival[last] === 0 || time === times[last];
  return isWatched ? step : undefined;
}
