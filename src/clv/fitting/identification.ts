import type { FitWarning } from "../types.js";
import { type FoundMaximum, isFlat, NOT_IDENTIFIED_BELOW } from "./found-maximum.js";
import type { NestedModel } from "./likelihood-problem.js";

/** A standard error above 1 on the log scale: some parameter is known to a factor of seven at best. */
const WEAK_BELOW = 1;
/** A parameter takes part in a flat direction from this share on. */
const TAKES_PART = 0.3;
/** Within this difference of the log-likelihood a nested model fits as well, or nearly so. */
const AS_WELL = 0.01;
const NEARLY_AS_WELL = 1;

/**
 * Where the likelihood is flat or nearly so, in words; `undefined` where it is not.
 *
 * @param logLikelihood - of the model at the point found, in the unit of the nested ones
 * @param nested - limits of the model, of which the best is named if the data hardly tell it apart
 */
export function describeIdentification<Name extends string>(
  names: readonly Name[],
  found: FoundMaximum,
  logLikelihood: number,
  nested: readonly NestedModel[],
): FitWarning<Name> | undefined {
  const { eigenvalues, eigenvectors } = found;
  const weakest = eigenvalues[0] as number;
  const isFlatHere = isFlat(found);
  if (weakest >= WEAK_BELOW && !isFlatHere) return undefined;
  const bound = isFlatHere ? NOT_IDENTIFIED_BELOW : WEAK_BELOW;
  const weak = eigenvectors.filter((_, index) => !((eigenvalues[index] as number) >= bound));
  const takesPart = (index: number) =>
    found.isAtLimit[index] === true ||
    weak.some((direction) => Math.abs(direction[index] as number) >= TAKES_PART);
  const parameters = names.filter((_, index) => takesPart(index));
  const simpler = nested.toSorted((left, right) => right.logLikelihood - left.logLikelihood)[0];
  const loss = simpler === undefined ? Infinity : logLikelihood - simpler.logLikelihood;
  const isIdentified = !isFlatHere && loss > AS_WELL;
  const subject = `${listWords(parameters)} ${parameters.length > 1 ? "are" : "is"}`;
  return {
    code: isIdentified ? "WEAKLY_IDENTIFIED" : "NOT_IDENTIFIED",
    message: `${subject} ${isIdentified ? "weakly" : "not"} identified: ${giveReason(weakest, loss, simpler)}`,
    parameters,
    ...(simpler !== undefined && loss <= NEARLY_AS_WELL && { nestedModel: simpler.kind }),
  };
}

function giveReason(weakest: number, loss: number, simpler: NestedModel | undefined): string {
  if (loss <= AS_WELL)
    return `the data fit the nested model ${simpler?.name} as well; use that model`;
  if (loss <= NEARLY_AS_WELL) {
    return `the nested model ${simpler?.name} fits nearly as well (log-likelihood lower by ${loss.toFixed(2)}); prefer that model`;
  }
  const how =
    weakest > 0
      ? `the standard error in some direction is ${(1 / Math.sqrt(weakest)).toPrecision(2)} on the log scale`
      : "the likelihood does not bend at all in some direction";
  return `${how}; rely on predictions, not on these parameters one by one`;
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
