import type { FitWarning } from "../types.js";
import { type FoundMaximum, isFlat, NOT_IDENTIFIED_BELOW } from "./found-maximum.js";
import type { NestedModel } from "./likelihood-problem.js";
import { AS_WELL, type ModelLimit } from "./model-limits.js";

/** A standard error above 1 on the log scale: some parameter is known to a factor of seven at best. */
const WEAK_BELOW = 1;
/** A parameter takes part in a flat direction from this share on. */
const TAKES_PART = 0.3;
/** Within this difference of the log-likelihood a nested model fits nearly as well. */
const NEARLY_AS_WELL = 1;

/**
 * The parameters that take part in directions in which the likelihood is flat or nearly so; none
 * where it is not.
 */
export function findWeakParameters<Name extends string>(
  names: readonly Name[],
  found: FoundMaximum,
): readonly Name[] {
  const { eigenvalues, eigenvectors, isAtBound } = found;
  const bound = isFlat(found) ? NOT_IDENTIFIED_BELOW : WEAK_BELOW;
  const weak = eigenvectors.filter((_, index) => !(eigenvalues[index]! >= bound));
  return names.filter(
    (_, index) =>
      isAtBound[index]! || weak.some((direction) => Math.abs(direction[index]!) >= TAKES_PART),
  );
}

/** Says that the search ended in a simpler model: what is left of the general one cannot be known. */
export function describeLimit<Name extends string>(
  parameters: readonly Name[],
  { kind, name }: ModelLimit,
): FitWarning<Name> {
  const advice = "rely on the predictions, which are those of that model, not on these parameters";
  return {
    code: "NOT_IDENTIFIED",
    message: `${subjectOf(parameters)} not identified: the data fit the nested model ${name} as well; ${advice}`,
    parameters,
    nestedModel: kind,
  };
}

/**
 * Where the likelihood is flat or nearly so, in words.
 *
 * @param parameters - those that take part in it
 * @param logLikelihood - of the model at the point found, in the unit of the nested ones
 * @param nested - simpler models, of which the best is named if the data hardly tell it apart
 */
export function describeIdentification<Name extends string>(
  parameters: readonly Name[],
  found: FoundMaximum,
  logLikelihood: number,
  nested: readonly NestedModel[],
): FitWarning<Name> {
  const simpler = nested.toSorted((left, right) => right.logLikelihood - left.logLikelihood)[0];
  const loss = simpler === undefined ? Infinity : logLikelihood - simpler.logLikelihood;
  const isIdentified = !isFlat(found) && loss > AS_WELL;
  const reason = giveReason(found.eigenvalues[0]!, loss, simpler);
  return {
    code: isIdentified ? "WEAKLY_IDENTIFIED" : "NOT_IDENTIFIED",
    message: `${subjectOf(parameters)} ${isIdentified ? "weakly" : "not"} identified: ${reason}`,
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

function subjectOf(parameters: readonly string[]): string {
  return `${listWords(parameters)} ${parameters.length > 1 ? "are" : "is"}`;
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
