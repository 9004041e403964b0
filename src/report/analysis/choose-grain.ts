import type { CalendarGrain } from "../../transactions/types.js";

/** The longest stretch, in days, that each grain still draws in some forty periods. */
const LONGEST: readonly (readonly [grain: CalendarGrain, days: number])[] = [
  ["week", 26 * 7],
  ["month", 40 * 30.4],
  ["quarter", 40 * 91.3],
];

/** The calendar periods in which a log of this length is read best: at most some forty of them. */
export function chooseGrain(days: number): CalendarGrain {
  return LONGEST.find(([, longest]) => days <= longest)?.[0] ?? "year";
}
