import type { Objective } from "../../core/math/index.js";
import { dot } from "../../core/math/matrix.js";
import type { PersonalLink } from "./personal-point.js";
import type { Side } from "./read-covariates.js";

/** Customers with the same covariates and the likelihood of their own parameters. */
export interface ProfileObjective {
  /** Covariates from their centers, in standard deviations. */
  readonly scores: readonly number[];
  readonly objective: Objective;
}

/**
 * Minus the log-likelihood of customers with covariates, by the four parameters of the model as
 * logarithms and then a coefficient for each covariate.
 *
 * @param sides - which side each covariate is of
 */
export function covariateObjective(
  profiles: readonly ProfileObjective[],
  link: PersonalLink,
  sides: readonly Side[],
): Objective {
  const [isBuying, isLeaving] = ["transaction", "dropout"].map((wanted) =>
    sides.map((side) => Number(side === wanted)),
  ) as [number[], number[]];
  return (point) => {
    const [own, coefficients] = [point.slice(0, 4), point.slice(4)];
    const gradient = point.map(() => 0);
    let sum = 0;
    for (const { scores, objective } of profiles) {
      const shares = scores.map((score, index) => score * coefficients[index]!);
      const [buying, leaving] = [dot(shares, isBuying), dot(shares, isLeaving)];
      const evaluated = objective(link.pointAt(own, buying, leaving));
      sum += evaluated.value;
      const slopes = link.slopesAt(evaluated.gradient, own, leaving);
      for (let index = 0; index < 4; index++) gradient[index]! += slopes[index]!;
      scores.forEach((score, index) => {
        gradient[4 + index]! += score * slopes[isBuying[index] === 1 ? 4 : 5]!;
      });
    }
    return { value: sum, gradient };
  };
}
