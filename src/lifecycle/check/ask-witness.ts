import { hintsOf } from "../../rules/counterfactual/fact-hints.js";
import { isImpossible } from "../../rules/counterfactual/prove-impossible.js";
import {
  type Condition,
  type FactTypes,
  findWitness,
  type Rule,
  type Witness,
} from "../../rules/index.js";
import { planRule } from "../../rules/plan/plan-rule.js";
import { ruleOf } from "../definition/rule-of.js";
import { namesReadBy } from "../plan/read-names.js";
import type { LifecycleDefinition } from "../types.js";

/** Whether conditions of one machine can be true together. */
export interface Witnesses {
  /** Whether it is proven that they cannot. */
  areImpossible(conditions: readonly Condition[]): boolean;
  /** Facts for which all are true, with the present; or that there are none; or that nobody knows. */
  find(conditions: readonly Condition[]): Witness;
}

/** A present to reason with: which one does not matter to what is proven. */
const ANY_PRESENT_MS = Date.UTC(2024, 6, 1, 12);
/** Pairs and circles that are looked into; a machine with more of them is not checked to the end. */
const MOST_SEARCHES = 500;

/** Looks for facts, each question once. */
export function witnesses(definition: LifecycleDefinition, factTypes: FactTypes): Witnesses {
  const hints = hintsOf(factTypes);
  const names = new Map<Condition, number>();
  const impossible = new Map<string, boolean>();
  const found = new Map<string, Witness>();

  const keyOf = (conditions: readonly Condition[]): string =>
    [...new Set(conditions)]
      .map((condition) => {
        const name = names.get(condition) ?? names.size;
        names.set(condition, name);
        return name;
      })
      .sort((one, other) => one - other)
      .join();

  const search = (rule: Rule): Witness => {
    if (found.size >= MOST_SEARCHES) return { verdict: "undecided" };
    const { facts, lists } = namesReadBy(rule);
    const read = [...facts, ...lists.keys()].filter((name) => Object.hasOwn(factTypes, name));
    const types = Object.fromEntries(read.map((name) => [name, factTypes[name]!]));
    return findWitness(rule, { asOf: ANY_PRESENT_MS, factTypes: types });
  };

  return {
    areImpossible: (conditions) =>
      remember(impossible, keyOf(conditions), () => {
        const node = planRule(ruleOf(definition, { and: conditions }));
        return conditions.length > 0 && isImpossible(node, true, ANY_PRESENT_MS, hints);
      }),
    find: (conditions) =>
      remember(found, keyOf(conditions), () => search(ruleOf(definition, { and: conditions }))),
  };
}

function remember<T>(known: Map<string, T>, key: string, find: () => T): T {
  const old = known.get(key);
  if (old !== undefined) return old;
  const answer = find();
  known.set(key, answer);
  return answer;
}
