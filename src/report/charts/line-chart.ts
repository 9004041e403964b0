import { type Html, html } from "../html/html.js";
import { areaPath, linePath } from "./paths.js";
import { bandLabels, horizontalGrid, plot, stretched } from "./plot.js";
import { bandAxis, type MeasureKind, type PlotPoint, valueAxis } from "./scales.js";

/** One point of a {@link lineChart}. */
interface LinePoint {
  readonly label: string;
  /** The label in full, for the hover text. */
  readonly name: string;
  readonly value: number;
  /** Drawn hollow, and its line dashed: the figure is not final. */
  readonly partial?: boolean;
}

/** What a {@link lineChart} shows. */
export interface LineChart {
  readonly label: string;
  readonly points: readonly LinePoint[];
  readonly kind: MeasureKind;
  readonly formatTick: (value: number) => string;
  readonly formatValue: (value: number) => string;
}

/** Draws one line over time, from a base at zero. */
export function lineChart(chart: LineChart): Html {
  const { points } = chart;
  const bands = bandAxis(points.length);
  const axis = valueAxis(
    points.map((point) => point.value),
    chart.kind,
  );
  const places = points.map(
    (point, index): PlotPoint => ({ x: bands.center(index), y: axis.position(point.value) }),
  );
  const dots = points.map((point, index) => {
    const place = places[index] as PlotPoint;
    const style = point.partial === true ? "dot partial" : "dot";
    return html`<circle class="${style}" cx="${place.x}%" cy="${place.y}%" r="3.5"><title>${`${point.name}: ${chart.formatValue(point.value)}`}</title></circle>`;
  });
  const area = html`<path class="area" d="${areaPath(places, () => axis.position(0))}"/>`;
  return plot(chart.label, "axes", [
    horizontalGrid(axis, chart.formatTick),
    stretched([area, strokes(points, places)]),
    dots,
    bandLabels(
      bands,
      points.map((point) => point.label),
    ),
  ]);
}

/** The line, in pieces: a piece that touches a partial point is dashed. */
function strokes(points: readonly LinePoint[], places: readonly PlotPoint[]): Html[] {
  const pieces: { dashed: boolean; places: PlotPoint[] }[] = [];
  for (let index = 1; index < places.length; index++) {
    const ends = places.slice(index - 1, index + 1);
    const dashed = points[index - 1]?.partial === true || points[index]?.partial === true;
    const last = pieces.at(-1);
    if (last?.dashed === dashed) last.places.push(...ends.slice(1));
    else pieces.push({ dashed, places: ends });
  }
  return pieces.map(
    (piece) =>
      html`<path class="${piece.dashed ? "line dashed" : "line"}" d="${linePath(piece.places)}"/>`,
  );
}
