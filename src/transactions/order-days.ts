import { MS_PER_DAY } from "../core/time-unit.js";
import { localDays } from "../core/zone.js";

/** The local epoch days of orders. Those of UTC need no rules, which makes them several times faster. */
export function orderDays(atMs: Float64Array, zone: string): Int32Array {
  if (zone !== "UTC") return localDays(atMs, zone);
  const days = new Int32Array(atMs.length);
  for (let row = 0; row < days.length; row++) days[row] = Math.floor(atMs[row]! / MS_PER_DAY);
  return days;
}
