/**
 * Rules as data: one JSON predicate language for guards, segments, earning, routing and
 * eligibility, three-valued, checked when it is published, with the reasons of every answer.
 *
 * @module
 */
export { type CompiledRule, compileRule } from "./compile-rule.js";
export { type CompiledTrace, compileTrace, evaluateRule } from "./evaluate-rule.js";
export type * from "./fact-types.js";
export type { Finding, FindingCode } from "./finding.js";
export type { EvaluateOptions, TextOptions, TextOptionsInput } from "./options.js";
export { compilePattern } from "./pattern/compile-pattern.js";
export type * from "./trace.js";
export type * from "./types.js";
