/**
 * Rules as data: one JSON predicate language for guards, segments, earning, routing and
 * eligibility, three-valued, checked when it is published, with the reasons of every answer.
 *
 * @module
 */
export { checkRule } from "./check-rule.js";
export { checkTable } from "./check-table.js";
export { type CompiledRule, compileRule } from "./compile-rule.js";
export type {
  AddEvents,
  Change,
  Edit,
  RemoveEvents,
  ServedTest,
  SetFact,
  Wait,
} from "./counterfactual/situation.js";
export { type CompiledTrace, compileTrace, evaluateRule } from "./evaluate-rule.js";
export {
  type CompiledTable,
  compileTable,
  evaluateTable,
  ruleOfRow,
} from "./evaluate-table.js";
export {
  type Counterfactual,
  type Explanation,
  explainRule,
  type Reason,
} from "./explain-rule.js";
export type * from "./fact-types.js";
export { findWitness, type Witness, type WitnessOptions } from "./find-witness.js";
export type { Finding, FindingCode } from "./finding.js";
export {
  type CompiledNextChange,
  compileNextChange,
  nextRuleChange,
} from "./next-rule-change.js";
export type { EvaluateOptions, TextOptions, TextOptionsInput } from "./options.js";
export { compilePattern } from "./pattern/compile-pattern.js";
export { renderRule } from "./render-rule.js";
export {
  conditionSchema,
  factTypesSchema,
  ruleJsonSchema,
  ruleSchema,
  tableJsonSchema,
  tableSchema,
} from "./schema.js";
export type * from "./table-types.js";
export type * from "./trace.js";
export type * from "./types.js";
