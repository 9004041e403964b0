import { parsePeriod } from "../../core/period.js";
import { spanOf } from "../../rules/time/elapsed.js";
import type { ListWindow } from "./read-names.js";

/** A window of a fixed length on a list of events, whatever months and clocks do to its end. */
export interface RollingWindow {
  readonly list: string;
  /** An event this long ago is surely still in it. */
  readonly surelyInMs: number;
  /** An event this long ago is surely out of it. */
  readonly surelyOutMs: number;
}

/**
 * The rolling windows among the parts of lists that are read. What is read without a window, or up to
 * the present, never loses an event: its window has no end. `undefined` for windows of other kinds.
 */
export function rollingWindow({ list, at, within }: ListWindow): RollingWindow | undefined {
  if (at !== "at") return undefined;
  if (within === undefined || within === "ever") {
    return { list, surelyInMs: Infinity, surelyOutMs: Infinity };
  }
  if (typeof within !== "string") return undefined;
  const { meanMs, slackMs } = spanOf(parsePeriod(within));
  return { list, surelyInMs: meanMs - slackMs, surelyOutMs: meanMs + slackMs };
}

/** An instant until which no event leaves the window: of the oldest that may still be in it. */
export function nextLeaving(
  window: RollingWindow,
  items: readonly TimedItem[],
  atMs: number,
): number {
  const oldest = items[countBefore(items, atMs - window.surelyOutMs)];
  return oldest === undefined ? Infinity : oldest.at + window.surelyInMs;
}

/** An item of a list of events: in the order of `at`. */
export interface TimedItem {
  readonly at: number;
}

/** How many items lie before an instant, or at it. */
export function countBefore(items: readonly TimedItem[], atMs: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (items[middle]!.at <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
