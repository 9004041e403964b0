import { UNIT_SCALES } from "../../../core/calendar-unit.js";
import { parseIsoDate } from "../../../core/epoch-day.js";
import type { CalendarGrain } from "../../../transactions/types.js";
import { chooseGrain } from "../choose-grain.js";

/** Where a log is cut for a rehearsal, in epoch days. */
export interface RehearsalPlan {
  /** The periods in which forecast and outcome are drawn. */
  readonly grain: CalendarGrain;
  /** The first day of the first period. */
  readonly from: number;
  /** The last day of the orders to learn from, at the end of a period. */
  readonly learntUntil: number;
}

/**
 * Leaves as much of the log for judging as the forecast looks ahead, but hardly more than half; as a
 * rehearsal differs from the real thing in nothing but its day.
 *
 * @param firstDay - of the first order
 * @param asOf - the day of the report, `YYYY-MM-DD`
 * @param horizonDays - how far the forecast looks ahead
 */
export function planRehearsal(firstDay: number, asOf: string, horizonDays: number): RehearsalPlan {
  const asOfDay = parseIsoDate(asOf) as number;
  const days = asOfDay - firstDay + 1;
  const grain = chooseGrain(days);
  const { indexOf, startOf } = UNIT_SCALES[grain];
  const judgedDays = Math.min(Math.floor(days / 2), Math.ceil(horizonDays));
  const firstJudged = startOf(indexOf(asOfDay - judgedDays + 1));
  return { grain, from: startOf(indexOf(firstDay)), learntUntil: firstJudged - 1 };
}
