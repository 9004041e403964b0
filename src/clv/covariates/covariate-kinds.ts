import { betaGeometricPlan } from "../fitting/beta-geometric-plan.js";
import type { PurchaseFitPlan } from "../fitting/fit-purchase-model.js";
import { PARETO_PLAN } from "../pareto-nbd/pareto-nbd-plan.js";
import { ODDS_LINK, type PersonalLink, RATE_LINK } from "./personal-point.js";
import type { CovariateModelKind } from "./types.js";

/** What sets a model with covariates apart from the others. */
export interface CovariateKind {
  /** The model of one customer. */
  readonly plainKind: "paretoNbd" | "bgNbd" | "mbgNbd";
  readonly link: PersonalLink;
  readonly plan: PurchaseFitPlan<string>;
}

/** Every kind of model with covariates. */
export const COVARIATE_KINDS: Readonly<Record<CovariateModelKind, CovariateKind>> = {
  paretoNbdCovariates: { plainKind: "paretoNbd", link: RATE_LINK, plan: PARETO_PLAN },
  bgNbdCovariates: { plainKind: "bgNbd", link: ODDS_LINK, plan: betaGeometricPlan(1) },
  mbgNbdCovariates: { plainKind: "mbgNbd", link: ODDS_LINK, plan: betaGeometricPlan(0) },
};
