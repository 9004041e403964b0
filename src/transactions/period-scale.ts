import type { UnitScale } from "../core/calendar-unit.js";
import { zoneRules } from "../core/zone.js";

/** The last period that has ended when `endMs`, the end of `asOfDay` or an instant in it, is reached. */
export function lastCompletePeriod(
  scale: UnitScale,
  asOfDay: number,
  endMs: number,
  zone: string,
): number {
  const current = scale.indexOf(asOfDay);
  const endsAt = zoneRules(zone).startOfDay(scale.startOf(current + 1));
  return endsAt <= endMs ? current : current - 1;
}

/**
 * The earliest period that any of some orders can lie in. Where clocks go back over midnight, a
 * later instant can lie in the day before.
 */
export function earliestPeriod(scale: UnitScale, atMs: Float64Array, zone: string): number {
  let earliest = Infinity;
  for (let row = 0; row < atMs.length; row++) earliest = Math.min(earliest, atMs[row]!);
  return scale.indexOf(zoneRules(zone).toEpochDay(earliest) - 1);
}
