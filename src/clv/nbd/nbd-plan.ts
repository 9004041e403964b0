import { type DistinctHistories, withoutRecency } from "../data/distinct-histories.js";
import { fitPurchaseModel, type PurchaseFitPlan } from "../fitting/fit-purchase-model.js";
import type { NestedModel } from "../fitting/likelihood-problem.js";
import { highEnd } from "../fitting/model-limits.js";
import type { ScaledHistories } from "../fitting/time-scale.js";
import { nbdGradients } from "./nbd-likelihood.js";

export const POISSON_NAME = "Poisson (one rate for all)";

/** How the NBD is fitted. */
export const NBD_PLAN: PurchaseFitPlan<"r" | "alpha"> = {
  parameters: [
    { name: "r", isTime: false },
    { name: "alpha", isTime: true },
  ],
  gradients: nbdGradients,
  starts: (histories) => [nbdStart(histories), [1, histories.customers / histories.repeats]],
  nested: (histories) => [poissonLimit(histories)],
  // r at a fixed mean rate.
  limits: [{ kind: "poisson", name: POISSON_NAME, ends: [highEnd(0)] }],
};

/** The NBD as the limit of the models in which customers leave; it does not look at recencies. */
export function nbdLimit(histories: DistinctHistories): NestedModel {
  const { fit } = fitPurchaseModel(withoutRecency(histories), NBD_PLAN);
  return { kind: "nbd", name: "NBD", logLikelihood: fit.logLikelihood };
}

/** r and α by moments, Var x = rate T + (rate T)² / r, for customers who are 1 old on average. */
export function nbdStart(histories: ScaledHistories): [number, number] {
  const { repeatCount, age, weight, customers, repeats } = histories;
  const rate = repeats / customers;
  let excess = -repeats;
  let ageSquares = 0;
  for (let row = 0; row < weight.length; row++) {
    const here = weight[row] as number;
    const time = age[row] as number;
    excess += here * ((repeatCount[row] as number) - rate * time) ** 2;
    ageSquares += here * time * time;
  }
  const r = excess > 0 ? Math.min(100, Math.max(0.01, (rate * rate * ageSquares) / excess)) : 100;
  return [r, r / rate];
}

function poissonLimit({ age, weight, repeats }: DistinctHistories): NestedModel {
  const exposure = age.reduce((sum, each, row) => sum + each * (weight[row] as number), 0);
  const logLikelihood = repeats * Math.log(repeats / exposure) - repeats;
  return { kind: "poisson", name: POISSON_NAME, logLikelihood };
}
