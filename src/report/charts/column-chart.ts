import { type Html, html } from "../html/html.js";
import { bandLabels, horizontalGrid, plot } from "./plot.js";
import { bandAxis, type MeasureKind, round, type ValueAxis, valueAxis } from "./scales.js";

/** One column of a {@link columnChart}: its parts are stacked from the base. */
interface Column {
  readonly label: string;
  /** The label in full, for the hover text. */
  readonly name: string;
  readonly parts: readonly number[];
  /** Drawn lighter: the figures are not final. */
  readonly partial?: boolean;
}

/** What a {@link columnChart} shows. */
export interface ColumnChart {
  readonly label: string;
  /** The name of each part, in the order of `parts`. */
  readonly series: readonly string[];
  /** The colours of the parts, by the first word of their classes: two `series`, or five `stage`s. */
  readonly palette?: "series" | "stage";
  readonly columns: readonly Column[];
  readonly kind: MeasureKind;
  readonly formatTick: (value: number) => string;
  readonly formatValue: (value: number) => string;
}

/** Draws columns, stacked where they have several parts; parts below zero hang under the base. */
export function columnChart(chart: ColumnChart): Html {
  const { columns, palette = "series" } = chart;
  const bands = bandAxis(columns.length);
  const axis = valueAxis(
    columns.flatMap((column) => stackEnds(column.parts)),
    chart.kind,
  );
  const marks = columns.map((column, index) =>
    stack(column.parts).map(([from, to], part) => {
      if (from === to) return undefined;
      const text = `${column.name} · ${chart.series[part]}: ${chart.formatValue(to - from)}`;
      const style = `${palette}-${part + 1}${column.partial === true ? " partial" : ""}`;
      return html`<rect class="${style}" x="${bands.start(index)}%" width="${bands.width}%" ${extent(axis, from, to)}><title>${text}</title></rect>`;
    }),
  );
  const labels = bandLabels(
    bands,
    columns.map((column) => column.label),
  );
  return plot(chart.label, "axes", [horizontalGrid(axis, chart.formatTick), marks, labels]);
}

function extent(axis: ValueAxis, from: number, to: number): Html {
  const [top, bottom] = [axis.position(Math.max(from, to)), axis.position(Math.min(from, to))];
  return html`y="${top}%" height="${round(bottom - top)}%"`;
}

/** Where each part begins and ends; positive parts pile up, negative ones down. */
function stack(parts: readonly number[]): (readonly [from: number, to: number])[] {
  let above = 0;
  let below = 0;
  return parts.map((part) => {
    const from = part < 0 ? below : above;
    if (part < 0) below += part;
    else above += part;
    return [from, from + part];
  });
}

function stackEnds(parts: readonly number[]): number[] {
  return stack(parts).map(([, to]) => to);
}
