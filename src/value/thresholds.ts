import { checkColumn, type NumberColumn } from "../core/column.js";
import { invalid } from "../core/errors.js";

/** The most thresholds whose tiers fit into a byte. */
const MOST_THRESHOLDS = 254;

/** The first tier whose threshold the value reaches; the last one where it reaches none. */
export function tierOf(value: number, thresholds: NumberColumn): number {
  let tier = 0;
  while (tier < thresholds.length && value < (thresholds[tier] as number)) tier++;
  return tier;
}

/**
 * Refuses thresholds that are not listed from the best tier down.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkThresholds(thresholds: NumberColumn, where: string): void {
  checkColumn(thresholds, where);
  if (thresholds.length > MOST_THRESHOLDS) {
    throw invalid(where, `at most ${MOST_THRESHOLDS} thresholds`, thresholds);
  }
  for (let index = 1; index < thresholds.length; index++) {
    const threshold = thresholds[index] as number;
    if (threshold > (thresholds[index - 1] as number)) {
      throw invalid(`${where}[${index}]`, "no greater than the threshold before it", threshold, {
        remedy: "List the thresholds from the best tier down",
      });
    }
  }
}
