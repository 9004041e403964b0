import type { Matrix } from "../../core/math/index.js";
import type { FitWarning } from "../types.js";
import type { NestedModel } from "./likelihood-problem.js";

/**
 * Information below this means a standard error above 5 on the log scale: an interval over nine
 * orders of magnitude is no estimate.
 */
export const NOT_IDENTIFIED_BELOW: number = 1 / 25;
/** A standard error above 1 on the log scale: the parameter is known to a factor of seven at best. */
const WEAK_BELOW = 1;
/** A parameter takes part in a flat direction from this share on. */
const TAKES_PART = 0.3;
/** The nested model fits as well within this difference of the log-likelihood. */
const AS_WELL = 0.01;

/** Where a likelihood is flat or nearly so, in words. */
export function describeIdentification<Name extends string>(
  names: readonly Name[],
  logLikelihood: number,
  eigenvalues: readonly number[],
  eigenvectors: Matrix,
  nested: readonly NestedModel[],
): FitWarning<Name> | undefined {
  const weakest = eigenvalues[0] as number;
  if (weakest >= WEAK_BELOW) return undefined;
  const isFlat = !(weakest >= NOT_IDENTIFIED_BELOW);
  const bound = isFlat ? NOT_IDENTIFIED_BELOW : WEAK_BELOW;
  const weakVectors = eigenvectors.filter((_, index) => !((eigenvalues[index] as number) >= bound));
  const parameters = names.filter((_, index) =>
    weakVectors.some((vector) => Math.abs(vector[index] as number) >= TAKES_PART),
  );
  const who = listWords(parameters);
  const is = parameters.length > 1 ? "are" : "is";
  const simpler = nested.find((model) => logLikelihood - model.logLikelihood <= AS_WELL);
  if (simpler !== undefined) {
    const message = `${who} ${is} not identified: the data fit the nested model ${simpler.name} as well; use that model`;
    return { code: "NOT_IDENTIFIED", message, parameters, nestedModel: simpler.kind };
  }
  if (isFlat) {
    const how =
      parameters.length > 1
        ? "only a combination of them matters, which goes to its limit"
        : "the likelihood is highest at its limit";
    return {
      code: "NOT_IDENTIFIED",
      message: `${who} ${is} not identified: ${how}; a simpler model would do`,
      parameters,
    };
  }
  const message = `${who} ${is} weakly identified: the standard error in some direction is ${(1 / Math.sqrt(weakest)).toPrecision(2)} on the log scale; trust predictions more than these parameters`;
  return { code: "WEAKLY_IDENTIFIED", message, parameters };
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
