import { ClienteleError } from "../../core/errors.js";
import {
  type Minimum,
  minimizeBfgs,
  newtonPolish,
  numericHessian,
  type Objective,
} from "../../core/math/index.js";
import { describeMaximum, type FoundMaximum, isFlat, isProper } from "./found-maximum.js";
import type { LikelihoodProblem } from "./likelihood-problem.js";
import { type SearchRegion, searchRegion } from "./search-region.js";

/**
 * BFGS stops at such a derivative per customer: from there on the likelihood cannot tell steps from its
 * own rounding, while Newton steps, which follow the gradient, still can.
 */
const BFGS_SLOPE = 1e-6;
const BFGS_ITERATIONS = 200;
/** So near to the maximum, in standard errors, one information serves all Newton steps. */
const NEAR_MAXIMUM = 0.05;

/**
 * Maximises a likelihood: BFGS from the best start, then Newton steps to the last digits; and from the
 * other starts too unless that led to a proper maximum.
 *
 * @throws ClienteleError NO_CONVERGENCE when the likelihood is finite at no start
 */
export function searchMaximum(problem: LikelihoodProblem<string>): FoundMaximum {
  const { objective, customers } = problem;
  const region = searchRegion(problem.parameters);
  let best: FoundMaximum | undefined;
  for (const { start, value } of sortStarts(objective, problem.starts)) {
    const tolerance = (BFGS_SLOPE * customers) / Math.max(1, Math.abs(value));
    const found = climb(objective, start, region, tolerance);
    if (best === undefined || found.value < best.value) best = found;
    if (isProper(best)) break;
  }
  if (best === undefined) {
    throw new ClienteleError(
      "NO_CONVERGENCE",
      "The likelihood is not finite at any start; the data are too extreme for this model",
      { where: "histories" },
    );
  }
  return best;
}

/** The starts at which the likelihood is finite, the best first. */
function sortStarts(
  objective: Objective,
  starts: readonly (readonly number[])[],
): readonly { readonly start: readonly number[]; readonly value: number }[] {
  return starts
    .map((start) => ({ start, ...objective(start) }))
    .filter(({ value, gradient }) => [value, ...Array.from(gradient)].every(Number.isFinite))
    .sort((left, right) => left.value - right.value);
}

function climb(
  objective: Objective,
  start: readonly number[],
  region: SearchRegion,
  tolerance: number,
): FoundMaximum {
  const fenced = region.fence(objective);
  const describe = (minimum: Minimum): FoundMaximum => {
    const point = region.clip(minimum.point);
    const information = numericHessian((at) => objective(at).gradient, point);
    return describeMaximum({ ...minimum, point }, information, region.isAtFence(point));
  };
  const found = describe(
    minimizeBfgs(fenced, start, { tolerance, mostIterations: BFGS_ITERATIONS }),
  );
  if (isFlat(found)) return found;
  const isNear = (found.decrement as number) <= NEAR_MAXIMUM;
  return describe(
    newtonPolish(fenced, found.point, isNear ? { hessian: () => found.information } : {}),
  );
}
