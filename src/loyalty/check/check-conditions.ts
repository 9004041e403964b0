import { hintsOf } from "../../rules/counterfactual/fact-hints.js";
import { isImpossible } from "../../rules/counterfactual/prove-impossible.js";
import { type Condition, checkRule } from "../../rules/index.js";
import { planRule } from "../../rules/plan/plan-rule.js";
import { ruleOf } from "../program/compile-gate.js";
import type { Program } from "../program/types.js";
import type { Tell } from "./types.js";

/** A present to reason with: which one does not matter to what is proven. */
const ANY_PRESENT_MS = Date.UTC(2024, 6, 1, 12);

/** Tells of conditions that cannot run, and of those that no facts make true. */
export function checkConditions(program: Program, tell: Tell): void {
  for (const [path, condition] of conditionsOf(program)) {
    const rule = ruleOf(condition, program);
    const error = checkRule(rule).find(({ severity }) => severity === "error");
    if (error !== undefined) {
      tell(
        path,
        "INVALID_CONDITION",
        {
          en: `${error.path}: ${error.message}`,
          zh: `条件无法运行:${error.path}: ${error.message}`,
        },
        { en: "Correct the condition or the name it refers to", zh: "请更正条件或其引用的名称" },
        "error",
      );
    } else if (isImpossible(planRule(rule), true, ANY_PRESENT_MS, hintsOf({}))) {
      tell(
        path,
        "NEVER_TRUE",
        { en: "no facts make this condition true", zh: "没有任何事实能使该条件成立" },
        { en: "Remove it, or correct what contradicts itself", zh: "请删除,或更正自相矛盾之处" },
      );
    }
  }
}

type Place = readonly [path: readonly (string | number)[], condition: Condition];

function conditionsOf({ earning, rewards, coupons, referral, tiers }: Program): Place[] {
  const places: (readonly [readonly (string | number)[], Condition | undefined])[] = [
    ...earning.rules.flatMap(({ when, lines }, index) => [
      [["earning", "rules", index, "when"], when] as const,
      [["earning", "rules", index, "lines"], lines] as const,
    ]),
    ...(rewards ?? []).map(({ when }, index) => [["rewards", index, "when"], when] as const),
    ...(coupons ?? []).map(({ when }, index) => [["coupons", index, "when"], when] as const),
    [["referral", "when"], referral?.when],
  ];
  const metric = tiers?.metric;
  if (metric?.measure === "spend") places.push([["tiers", "metric", "lines"], metric.lines]);
  if (metric?.measure === "orders") places.push([["tiers", "metric", "when"], metric.when]);
  return places.filter((place): place is Place => place[1] !== undefined);
}
