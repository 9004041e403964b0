import { checkPossible } from "../../rules/counterfactual/check-possible.js";
import { collectFindings } from "../../rules/finding.js";
import { memberPath } from "../../rules/grammar/json-path.js";
import type { Condition, FactTypes } from "../../rules/index.js";
import { checkTypes } from "../../rules/typing/check-types.js";
import { namesOf } from "../definition/check-moves.js";
import { listConditions } from "../definition/list-conditions.js";
import { ruleOf } from "../definition/rule-of.js";
import type { CheckedMachine } from "./checked-machine.js";
import { passOn } from "./collect-checks.js";
import { allWays, type Way } from "./list-ways.js";
import { eventFactType } from "./machine-facts.js";

/**
 * Tells of conditions that read what is not declared, or that are never true. Facts are compared with
 * their types when the machine declares `facts`: what nobody declares, nobody can get wrong.
 */
export function checkGuards(machine: CheckedMachine): void {
  const { definition, witnesses, tell } = machine;
  for (const { condition, path } of listConditions(definition)) {
    if (definition.facts !== undefined) {
      checkTyped(machine, condition, path);
    } else if (witnesses.areImpossible([condition])) {
      tell(path, "NEVER_TRUE", NEVER_TRUE, { severity: "warning" });
    }
  }
  for (const way of new Set(machine.ways.flatMap(allWays))) checkTogether(machine, way);
}

const NEVER_TRUE = { en: "no facts can make this true", zh: "没有任何事实能使该条件成立" };

/** As `checkRule` does, without checking the rule and the types once more for every condition. */
function checkTyped(machine: CheckedMachine, condition: Condition, path: string): void {
  const { definition, tell } = machine;
  const types = { ...machine.factTypes, ...eventTypes(machine, path) };
  const rule = ruleOf(definition, condition);
  const { findings, report } = collectFindings();
  checkTypes(rule, types, report);
  if (findings.length === 0) checkPossible(rule, types, report);
  for (const finding of findings) {
    const place = finding.path.startsWith("$.when")
      ? path + finding.path.slice("$.when".length)
      : finding.path;
    passOn({ ...finding, path: place }, tell);
  }
}

/** The event as a condition can read it: of a move on events, those events; of a stage, any. */
function eventTypes({ definition }: CheckedMachine, path: string): FactTypes {
  const [, index] = /^\$\.moves\[(\d+)\]/.exec(path) ?? [];
  if (index === undefined) {
    return path.endsWith(".enter")
      ? { event: eventFactType(definition, Object.keys(definition.events ?? {})) }
      : {};
  }
  const types = namesOf(definition.moves[Number(index)]?.on);
  return types.length > 0 ? { event: eventFactType(definition, types) } : {};
}

/** A guard and what the entered stages ask can each be possible, and not together. */
function checkTogether({ witnesses, tell }: CheckedMachine, { step, conditions }: Way): void {
  const { move, crossing } = step;
  if (conditions.length < 2 || !witnesses.areImpossible(conditions)) return;
  if (conditions.some((condition) => witnesses.areImpossible([condition]))) return;
  const stages = (crossing?.entered ?? []).filter(({ enter }) => enter !== undefined);
  const names = stages.map(({ id }) => id).join(", ");
  const path = move.guard === undefined ? move.path : memberPath(move.path, "when");
  tell(path, "NEVER_TRUE", {
    en: `the guard of ${move.id} is never true together with \`enter\` of ${names}`,
    zh: `流转 ${move.id} 的条件与阶段 ${names} 的 \`enter\` 不可能同时成立`,
  });
}
