import type { SharePoint } from "../../value/types.js";
import { type Html, html } from "../html/html.js";
import { areaPath, linePath } from "./paths.js";
import { horizontalGrid, plot, stretched } from "./plot.js";
import { type PlotPoint, round } from "./scales.js";

/** What a {@link lorenzChart} shows. */
export interface LorenzChart {
  readonly label: string;
  /** From (0, 0) to (1, 1), best customers first. */
  readonly curve: readonly SharePoint[];
  /** Points to name on the curve. */
  readonly marks: readonly (SharePoint & { readonly text: string })[];
  /** The name of the diagonal. */
  readonly evenText: string;
  readonly horizontalTitle: string;
  readonly formatShare: (share: number) => string;
}

const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Draws the share of value against the share of customers, with the line of even value below it. */
export function lorenzChart(chart: LorenzChart): Html {
  const places = chart.curve.map(place);
  const evenLine = linePath([
    { x: 0, y: 100 },
    { x: 100, y: 0 },
  ]);
  const shareAxis = { ticks: TICKS, position: (share: number) => round(100 - share * 100) };
  return plot(chart.label, "lorenz", [
    horizontalGrid(shareAxis, chart.formatShare),
    TICKS.map(
      (tick) =>
        html`<text class="tick" x="${tick * 100}%" y="100%" dy="18" text-anchor="middle">${chart.formatShare(tick)}</text>`,
    ),
    html`<text class="tick" x="50%" y="100%" dy="38" text-anchor="middle">${chart.horizontalTitle}</text>`,
    stretched([
      html`<path class="area" d="${areaPath(places, (point) => 100 - point.x)}"/>`,
      html`<path class="even" d="${evenLine}"/>`,
      html`<path class="line" d="${linePath(places)}"/>`,
    ]),
    html`<text class="tick" x="100%" y="100%" dy="-10" text-anchor="end">${chart.evenText}</text>`,
    chart.marks.map((mark) => {
      const { x, y } = place(mark);
      return html`<circle class="dot" cx="${x}%" cy="${y}%" r="4.5"/><text class="mark" x="${x}%" y="${y}%" dx="12" dy="16">${mark.text}</text>`;
    }),
  ]);
}

function place(point: SharePoint): PlotPoint {
  return { x: round(point.customers * 100), y: round(100 - point.value * 100) };
}
