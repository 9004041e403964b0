import type { Report } from "../finding.js";
import {
  type Check,
  checkCondition,
  checkKnownKeys,
  startWalk,
  wrongType,
} from "./check-condition-shape.js";
import { checkName } from "./check-path.js";
import { checkZoneValue } from "./check-value.js";
import { memberPath } from "./json-path.js";
import { isRecord } from "./record.js";

const RULE_KEYS: readonly string[] = ["$schema", "id", "zone", "define", "when"];

/** Reports every place where a value has not the shape of a rule. */
export function checkRuleShape(rule: unknown, report: Report): void {
  const path = "$";
  if (!isRecord(rule)) {
    wrongType(rule, path, "a rule: an object with `when`", report);
    return;
  }
  checkKnownKeys(rule, path, RULE_KEYS, report);
  checkRuleHead(rule, path, report);
  const walk = startWalk(report);
  if (rule.define !== undefined) checkDefinitions(rule.define, `${path}.define`, walk);
  if (rule.when === undefined) report(path, "MISSING_KEY", "a rule needs the key `when`");
  else checkCondition(rule.when, `${path}.when`, walk);
}

/** Reports what is wrong with the keys that rules and decision tables share. */
export function checkRuleHead(
  { $schema, id, zone }: Readonly<Record<string, unknown>>,
  path: string,
  report: Report,
): void {
  for (const [key, text] of Object.entries({ $schema, id })) {
    if (text === undefined || typeof text === "string") continue;
    wrongType(text, memberPath(path, key), "a text", report);
  }
  if (zone !== undefined) checkZoneValue(zone, memberPath(path, "zone"), report);
}

/** Checks the named conditions of a rule. */
export const checkDefinitions: Check = (define, path, walk) => {
  if (!isRecord(define)) {
    wrongType(define, path, "an object of named conditions", walk.report);
    return;
  }
  for (const name of Object.keys(define)) {
    checkName(name, memberPath(path, name), walk.report);
    checkCondition(define[name], memberPath(path, name), walk);
  }
};
