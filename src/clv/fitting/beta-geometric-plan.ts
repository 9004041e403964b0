import { nbdLimit, nbdStart } from "../nbd/nbd-plan.js";
import type { FirstChance } from "../process/beta-geometric-cases.js";
import { betaGeometricGradients } from "../process/beta-geometric-gradients.js";
import type { PurchaseFitPlan } from "./fit-purchase-model.js";

/** How BG/NBD and MBG/NBD are fitted. */
export function betaGeometricPlan(
  firstChance: FirstChance,
): PurchaseFitPlan<"r" | "alpha" | "a" | "b"> {
  return {
    parameters: [
      { name: "r", isTime: false },
      { name: "alpha", isTime: true },
      { name: "a", isTime: false },
      { name: "b", isTime: false },
    ],
    gradients: (point) => betaGeometricGradients(point, firstChance),
    // A third of the customers leave after a purchase, and one in eleven.
    starts: (histories) => {
      const [r, alpha] = nbdStart(histories);
      return [
        [r, alpha / 2, 1, 2],
        [r, alpha, 1, 10],
      ];
    },
    nested: (histories) => [nbdLimit(histories)],
  };
}
