import type { AsOf } from "../core/calendar.js";
import { asOfToMs } from "./as-of.js";
import { blankFacts } from "./counterfactual/blank-facts.js";
import { hintsOf, NO_HINTS } from "./counterfactual/fact-hints.js";
import { findCounterfactual } from "./counterfactual/find-counterfactual.js";
import { isImpossible } from "./counterfactual/prove-impossible.js";
import { applyEdit } from "./counterfactual/situation.js";
import type { FactTypes } from "./fact-types.js";
import { refuseFindings } from "./finding.js";
import { assertRule } from "./grammar/assert-rule.js";
import { planRule } from "./plan/plan-rule.js";
import type { Facts, Rule } from "./types.js";
import { findFactTypeErrors } from "./typing/check-fact-types.js";

/** Whether a rule can be true, with the proof. */
export type Witness =
  | {
      readonly verdict: "possible";
      /** Facts for which the rule is true at `asOfMs`. */
      readonly facts: Facts;
      readonly asOfMs: number;
    }
  | { readonly verdict: "impossible" }
  | { readonly verdict: "undecided" };

/** What a witness is looked for with. */
export interface WitnessOptions {
  readonly asOf: AsOf;
  /** The facts that there are; the witness then has all of them. */
  readonly factTypes?: FactTypes;
}

/**
 * Looks for facts that make a rule true: whether a guard can ever hold, and, of `and` of two guards,
 * whether both can hold at once.
 *
 * @returns `possible` with facts that were tried and work; `impossible` when that is proven;
 *   `undecided` when neither was found
 * @throws ClienteleError INVALID_ARGUMENT, LIMIT_EXCEEDED as {@link compileRule}
 * @example
 * findWitness({ when: { fact: "age", gte: 18, lt: 18 } }, { asOf: 0 }) //=> { verdict: "impossible" }
 */
export function findWitness(rule: Rule, { asOf, factTypes }: WitnessOptions): Witness {
  assertRule(rule);
  if (factTypes !== undefined) refuseFindings(findFactTypeErrors(factTypes));
  const node = planRule(rule);
  const asOfMs = asOfToMs(asOf, rule.zone);
  const hints = factTypes === undefined ? NO_HINTS : hintsOf(factTypes);
  if (isImpossible(node, true, asOfMs, hints)) return { verdict: "impossible" };
  const start = blankFacts(factTypes ?? {});
  const situation = { scope: start, root: start, asOfMs };
  const changes = findCounterfactual(node, situation, hints);
  if (changes === undefined) return { verdict: "undecided" };
  const found = changes.reduce(applyEdit, situation);
  return { verdict: "possible", facts: found.scope, asOfMs: found.asOfMs };
}
