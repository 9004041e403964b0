import { nbdLimit, nbdStart, POISSON_NAME } from "../nbd/nbd-plan.js";
import type { FirstChance } from "../process/beta-geometric-cases.js";
import { betaGeometricGradients } from "../process/beta-geometric-gradients.js";
import type { PurchaseFitPlan } from "./fit-purchase-model.js";
import { highEnd, lowEnd, type ModelLimit } from "./model-limits.js";

// The axes are r at a fixed mean rate of purchase, that mean, a at a fixed mean chance to leave, and the
// log-odds of that mean.
const [ONE_PURCHASE_RATE, ONE_CHANCE, ALL_OR_NONE, NOBODY_LEAVES] = [
  highEnd(0),
  highEnd(2),
  lowEnd(2),
  lowEnd(3),
];

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
    limits: limitsOf(firstChance === 1 ? "bg" : "mbg", firstChance === 1 ? "BG" : "MBG"),
  };
}

/** With geometric lifetimes in purchases where all customers have one chance to leave. */
function limitsOf(prefix: "bg" | "mbg", name: string): readonly ModelLimit[] {
  return [
    { kind: "nbd", name: "NBD", ends: [NOBODY_LEAVES] },
    { kind: "poisson", name: POISSON_NAME, ends: [ONE_PURCHASE_RATE, NOBODY_LEAVES] },
    {
      kind: `${prefix}GeometricNbd`,
      name: `${name}/NBD with geometric lifetimes (one chance to leave for all)`,
      ends: [ONE_CHANCE],
    },
    {
      kind: `${prefix}AllOrNoneNbd`,
      name: `${name}/NBD in which some leave at the first chance and the others never`,
      ends: [ALL_OR_NONE],
    },
    {
      kind: `${prefix}Poisson`,
      name: `${name}/Poisson (one purchase rate for all)`,
      ends: [ONE_PURCHASE_RATE],
    },
    {
      kind: `${prefix}GeometricPoisson`,
      name: `${name}/Poisson with geometric lifetimes (one purchase rate and one chance to leave for all)`,
      ends: [ONE_PURCHASE_RATE, ONE_CHANCE],
    },
    {
      kind: `${prefix}AllOrNonePoisson`,
      name: `${name}/Poisson in which some leave at the first chance and the others never (one purchase rate for all)`,
      ends: [ONE_PURCHASE_RATE, ALL_OR_NONE],
    },
  ];
}
