import { logAddExp } from "../../core/math/index.js";

/** How the covariates of a customer move the logarithms of the four parameters. */
export interface PersonalLink {
  /**
   * The customer's own parameters.
   *
   * @param point - the model's, as logarithms
   * @param buying - γ'z of the purchases
   * @param leaving - γ'z of the drop-out
   */
  readonly pointAt: (point: readonly number[], buying: number, leaving: number) => number[];
  /** Derivatives by the model's four parameters, by `buying` and by `leaving`, from those by the customer's own. */
  readonly slopesAt: (
    gradient: ArrayLike<number>,
    point: readonly number[],
    leaving: number,
  ) => number[];
}

/** Pareto/NBD: rates e^γ'z times as high on average, so that α and β shrink by it. */
export const RATE_LINK: PersonalLink = {
  pointAt: ([r, alpha, s, beta], buying, leaving) => [r!, alpha! - buying, s!, beta! - leaving],
  slopesAt: ({ 0: byR, 1: byAlpha, 2: byS, 3: byBeta }) => [
    byR!,
    byAlpha!,
    byS!,
    byBeta!,
    -byAlpha!,
    -byBeta!,
  ],
};

/**
 * BG/NBD and MBG/NBD: the mean chance to leave p = a / (a + b) on the scale of its log-odds, a + b,
 * which says how much customers differ, staying the same. That both a and b were multiplied by e^γ'z
 * would leave the mean where it is.
 */
export const ODDS_LINK: PersonalLink = {
  pointAt: ([r, alpha, a, b], buying, leaving) => {
    const logTotal = logAddExp(a!, b!);
    const logOdds = a! - b! + leaving;
    return [
      r!,
      alpha! - buying,
      logTotal - logAddExp(0, -logOdds),
      logTotal - logAddExp(0, logOdds),
    ];
  },
  slopesAt: ({ 0: byR, 1: byAlpha, 2: byA, 3: byB }, [, , a, b], leaving) => {
    const share = chanceOf(a! - b!);
    const own = chanceOf(a! - b! + leaving);
    const byTotal = byA! + byB!;
    const byOdds = byA! * (1 - own) - byB! * own;
    return [
      byR!,
      byAlpha!,
      byTotal * share + byOdds,
      byTotal * (1 - share) - byOdds,
      -byAlpha!,
      byOdds,
    ];
  },
};

function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
