import { addPeriod, MS_PER_DAY } from "../../core/calendar.js";
import { parsePeriod } from "../../core/period.js";
import { meanLengthMs } from "../../core/shift-instant.js";

/** Month ends, leap days and all: whatever day a period starts from, one of these is like it. */
const STARTS: readonly number[] = Array.from({ length: 4 * 366 }, (_, day) =>
  Date.UTC(2023, 0, 1 + day),
);

/** No period is further from its mean length: months of 28 to 31 days, years of 365 or 366. */
const MOST_SLACK_MS = 4 * MS_PER_DAY;

/** Whether one period is never longer than another, or always shorter, whatever day it starts. */
export function isNeverLonger(
  period: string,
  other: string,
  how: "shorter" | "not longer" = "not longer",
): boolean {
  const [one, two] = [parsePeriod(period), parsePeriod(other)];
  const meanApart = meanLengthMs(two) - meanLengthMs(one);
  if (Math.abs(meanApart) > 2 * MOST_SLACK_MS) return meanApart > 0;
  return STARTS.every((startMs) => {
    const apart = addPeriod(startMs, two, "UTC") - addPeriod(startMs, one, "UTC");
    return how === "shorter" ? apart > 0 : apart >= 0;
  });
}
