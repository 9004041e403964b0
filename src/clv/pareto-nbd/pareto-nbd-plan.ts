import type { PurchaseFitPlan } from "../fitting/fit-purchase-model.js";
import { highEnd, lowEnd } from "../fitting/model-limits.js";
import { nbdLimit, nbdStart, POISSON_NAME } from "../nbd/nbd-plan.js";
import { paretoGradients } from "../process/pareto-gradients.js";

// The axes are r at a fixed mean rate of purchase, that mean, s at a fixed mean rate of leaving, and
// that mean.
const [ONE_PURCHASE_RATE, ONE_DROPOUT_RATE, NOBODY_LEAVES] = [highEnd(0), highEnd(2), lowEnd(3)];

/** How Pareto/NBD is fitted. */
export const PARETO_PLAN: PurchaseFitPlan<"r" | "alpha" | "s" | "beta"> = {
  parameters: [
    { name: "r", isTime: false },
    { name: "alpha", isTime: true },
    { name: "s", isTime: false },
    { name: "beta", isTime: true },
  ],
  gradients: paretoGradients,
  // Lifetimes about as long as the customers are old, far longer, far shorter, and of all lengths.
  starts: (histories) => {
    const [r, alpha] = nbdStart(histories);
    return [
      [r, alpha, 0.5, 0.5],
      [r, alpha, 1, 10],
      [2 * r, alpha, 1, 0.1],
      [2 * r, alpha, 0.1, 0.02],
    ];
  },
  nested: (histories) => [nbdLimit(histories)],
  limits: [
    { kind: "nbd", name: "NBD", ends: [NOBODY_LEAVES] },
    { kind: "poisson", name: POISSON_NAME, ends: [ONE_PURCHASE_RATE, NOBODY_LEAVES] },
    {
      kind: "exponentialNbd",
      name: "NBD with exponential lifetimes (one drop-out rate for all)",
      ends: [ONE_DROPOUT_RATE],
    },
    {
      kind: "paretoPoisson",
      name: "Pareto/Poisson (one purchase rate for all)",
      ends: [ONE_PURCHASE_RATE],
    },
    {
      kind: "exponentialPoisson",
      name: "Poisson with exponential lifetimes (one purchase rate and one drop-out rate for all)",
      ends: [ONE_PURCHASE_RATE, ONE_DROPOUT_RATE],
    },
  ],
};
