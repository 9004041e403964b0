import { concentration } from "../../value/concentration.js";
import { tierByShare } from "../../value/tier-by-share.js";
import { tierSummary } from "../../value/tier-summary.js";
import type { Concentration } from "../../value/types.js";
import { TIERS } from "../tiers.js";
import type { TierFigures } from "../types.js";

/** The tier of each customer, what the tiers amount to, and how unevenly the spend is spread. */
export function valueFigures(totalSpend: Float64Array): {
  readonly tier: Uint8Array;
  readonly tiers: readonly TierFigures[];
  readonly concentration: Concentration | undefined;
} {
  const tier = tierByShare(totalSpend);
  const rows = tierSummary(tier, totalSpend, { tierCount: TIERS.length });
  return {
    tier,
    tiers: rows.map(({ customers, value, valueShare }, index) => ({
      tier: TIERS[index]!,
      customers,
      customerShare: customers / totalSpend.length,
      spend: value,
      spendShare: valueShare,
    })),
    concentration: concentration(totalSpend),
  };
}
