import { area, line } from "d3-shape";
import type { PlotPoint } from "./scales.js";

/** The `d` of a line through the points. */
export function linePath(points: readonly PlotPoint[]): string {
  const draw = line<PlotPoint>(
    (point) => point.x,
    (point) => point.y,
  ).digits(2);
  return draw([...points]) ?? "";
}

/** The `d` of the area between the points and a lower edge. */
export function areaPath(points: readonly PlotPoint[], base: (point: PlotPoint) => number): string {
  const draw = area<PlotPoint>(
    (point) => point.x,
    base,
    (point) => point.y,
  ).digits(2);
  return draw([...points]) ?? "";
}
