import { checkColumn, checkNumber, type NumberColumn } from "../core/column.js";
import { invalid } from "../core/errors.js";

/** The most tiers: their numbers fit into a byte. */
export const MOST_TIERS = 255;

/**
 * Refuses what is no column of tier numbers.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH
 */
export function checkTiers(
  tiers: NumberColumn,
  where: string,
  tierCount: number = MOST_TIERS,
  length?: number,
): void {
  checkColumn(tiers, where, "count", length);
  for (let index = 0; index < tiers.length; index++) {
    const tier = tiers[index] as number;
    if (tier >= tierCount) {
      throw invalid(`${where}[${index}]`, `a tier from 0 to ${tierCount - 1}`, tier);
    }
  }
}

/**
 * Refuses what is no number of tiers.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkTierCount(tierCount: number | undefined, where = "options.tierCount"): void {
  if (tierCount === undefined) return;
  checkNumber(tierCount, where, "count");
  if (tierCount < 1 || tierCount > MOST_TIERS) {
    throw invalid(where, `a number of tiers from 1 to ${MOST_TIERS}`, tierCount);
  }
}
