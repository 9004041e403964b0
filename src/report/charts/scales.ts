import { scaleBand, scaleLinear } from "d3-scale";

/** What an axis measures: things that are counted, or amounts. */
export type MeasureKind = "count" | "amount";

/** A vertical axis; positions are percent from the top of the plot. */
export interface ValueAxis {
  readonly ticks: readonly number[];
  position(value: number): number;
}

/** A horizontal axis of bands of equal width; positions are percent from the left of the plot. */
export interface BandAxis {
  readonly width: number;
  start(index: number): number;
  center(index: number): number;
}

/** A point of a plot, in percent from its left and top edges. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * An axis with round ends and about four ticks that holds zero and all values.
 *
 * @param kind - `count` where only whole numbers make sense
 */
export function valueAxis(values: readonly number[], kind: MeasureKind): ValueAxis {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low === high) high = 1;
  const scale = scaleLinear([low, high], [100, 0]).nice(4);
  const ticks = scale.ticks(4).filter((tick) => kind === "amount" || Number.isInteger(tick));
  return { ticks, position: (value) => round(scale(value)) };
}

/** Bands for `count` categories, a quarter of each step left free between them. */
export function bandAxis(count: number): BandAxis {
  const scale = scaleBand(
    Array.from({ length: count }, (_, index) => index),
    [0, 100],
  )
    .paddingInner(0.25)
    .paddingOuter(0.125);
  const start = (index: number): number => scale(index) ?? 0;
  return {
    width: round(scale.bandwidth()),
    start: (index) => round(start(index)),
    center: (index) => round(start(index) + scale.bandwidth() / 2),
  };
}

/** Rounds a position to a hundredth of a percent: finer than any screen, and half the bytes. */
export function round(position: number): number {
  return Math.round(position * 100) / 100;
}
