import { type Html, html } from "../html/html.js";
import { linePath } from "./paths.js";
import { bandLabels, horizontalGrid, plot, stretched } from "./plot.js";
import { bandAxis, type PlotPoint, round, valueAxis } from "./scales.js";

/** One period of a {@link forecastChart}. */
interface ForecastPoint {
  readonly label: string;
  /** The label in full, for the hover text. */
  readonly name: string;
  readonly actual: number;
  readonly expected: number;
}

/** What a {@link forecastChart} shows. */
export interface ForecastChart {
  readonly label: string;
  /** The names of what happened and of what was expected. */
  readonly series: readonly [actual: string, expected: string];
  readonly points: readonly ForecastPoint[];
  /** Points before the forecast begins. */
  readonly known: number;
  /** What stands at the line where it begins. */
  readonly boundaryText: string;
  readonly formatTick: (value: number) => string;
  readonly formatValue: (value: number) => string;
}

/** Draws what happened as a line with dots, what was expected as a dashed one, and where the forecast begins. */
export function forecastChart(chart: ForecastChart): Html {
  const { points, known } = chart;
  const bands = bandAxis(points.length);
  const axis = valueAxis(
    points.flatMap(({ actual, expected }) => [actual, expected]),
    "count",
  );
  const place = (value: (point: ForecastPoint) => number): PlotPoint[] =>
    points.map((point, index) => ({ x: bands.center(index), y: axis.position(value(point)) }));
  const actual = place((point) => point.actual);
  const dots = points.map((point, index) => {
    const { x, y } = actual[index] as PlotPoint;
    const [happened, awaited] = [point.actual, point.expected].map(chart.formatValue);
    const text = `${point.name} · ${chart.series[0]}: ${happened} · ${chart.series[1]}: ${awaited}`;
    return html`<circle class="dot" cx="${x}%" cy="${y}%" r="3.5"><title>${text}</title></circle>`;
  });
  const boundary = `${round((bands.center(known - 1) + bands.center(known)) / 2)}%`;
  return plot(chart.label, "axes", [
    horizontalGrid(axis, chart.formatTick),
    known < points.length &&
      html`<line class="boundary" x1="${boundary}" x2="${boundary}" y1="0" y2="100%"/><text class="tick" x="${boundary}" y="0" dx="6" dy="4">${chart.boundaryText}</text>`,
    stretched([
      html`<path class="line" d="${linePath(actual)}"/>`,
      html`<path class="line awaited" d="${linePath(place((point) => point.expected))}"/>`,
    ]),
    dots,
    bandLabels(
      bands,
      points.map((point) => point.label),
    ),
  ]);
}
