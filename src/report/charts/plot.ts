import { type Html, type HtmlValue, html } from "../html/html.js";
import type { BandAxis, ValueAxis } from "./scales.js";

/**
 * The frame of every chart. It has no fixed width: positions are percentages, so that one drawing
 * fits a phone and a desk, and text keeps its size. Labels stand in the margins of the frame.
 *
 * @param label - what a reader who cannot see the chart has to know
 */
export function plot(label: string, kind: string, marks: HtmlValue): Html {
  return html`<div class="plot plot-${kind}"><svg role="img" aria-label="${label}">${marks}</svg></div>`;
}

/** Lines and labels of a vertical axis; the line at zero is the base of the chart. */
export function horizontalGrid(axis: ValueAxis, format: (value: number) => string): Html {
  return html`${axis.ticks.map((tick) => {
    const y = axis.position(tick);
    const kind = tick === 0 ? "base" : "rule";
    return html`<line class="${kind}" x1="0" x2="100%" y1="${y}%" y2="${y}%"/><text class="tick" x="-8" y="${y}%" dy="4" text-anchor="end">${format(tick)}</text>`;
  })}`;
}

const MOST_LABELS = 8;

/** Labels under the bands: at most eight, and every second of those hides on a narrow screen. */
export function bandLabels(axis: BandAxis, labels: readonly string[]): Html {
  const step = Math.ceil(labels.length / MOST_LABELS);
  return html`${labels.map((label, index) => {
    if (index % step !== 0) return undefined;
    const kind =
      (index / step) % 2 === 0 || labels.length <= MOST_LABELS / 2 ? "tick" : "tick roomy";
    return html`<text class="${kind}" x="${axis.center(index)}%" y="100%" dy="18" text-anchor="middle">${label}</text>`;
  })}`;
}

/** Paths in percent of the plot: the inner drawing stretches, its strokes do not. */
export function stretched(paths: HtmlValue): Html {
  return html`<svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">${paths}</svg>`;
}
