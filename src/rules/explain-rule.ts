import { invalid } from "../core/errors.js";
import { withDefaults } from "../core/options.js";
import { hintsOf } from "./counterfactual/fact-hints.js";
import { findCounterfactual } from "./counterfactual/find-counterfactual.js";
import { applyEdit, type Change } from "./counterfactual/situation.js";
import { type ChosenLeaf, decidingLeaves, leavesToTurn } from "./explain/choose-leaves.js";
import { renderChange } from "./explain/render-change.js";
import { renderReason } from "./explain/render-reason.js";
import type { FactTypes } from "./fact-types.js";
import { assertRule } from "./grammar/assert-rule.js";
import { TEXT_DEFAULTS, type TextOptionsInput } from "./options.js";
import { planRule } from "./plan/plan-rule.js";
import type { Phrases } from "./render/phrases.js";
import { createRenderer, type Renderer } from "./render/render-condition.js";
import type { Trace, TraceLeaf, TraceNode } from "./trace.js";
import type { Facts, Truth } from "./types.js";

/** Why a rule is true, or what is in its way, for people and as data. */
export interface Explanation {
  readonly value: Truth;
  /**
   * Of a true rule, the fewest tests that make it so; else the fewest tests that would have to
   * answer otherwise.
   */
  readonly reasons: readonly Reason[];
  /** What would make the rule true; absent when it is, and when no way is found. */
  readonly counterfactual?: Counterfactual;
  /** The whole as one or two sentences. */
  readonly text: string;
}

/** One test that matters. */
export interface Reason {
  readonly leaf: TraceLeaf;
  /** What the test should answer, or of a true rule does answer. */
  readonly wanted: boolean;
  readonly text: string;
}

/** Changes that make a rule true; they were tried, and none can be left out. */
export interface Counterfactual {
  readonly changes: readonly (Change & { readonly text: string })[];
  /** The facts after the changes. */
  readonly facts: Facts;
  /** The present after the changes: later than before when time has to pass. */
  readonly asOfMs: number;
}

/**
 * Explains a decision in English or Chinese: the smallest set of tests that decide it or stand in
 * its way, and the changes that would make the rule true.
 *
 * @param trace - from {@link evaluateRule}; also one that was stored as JSON
 * @param options - `locale` (`en` or `zh`, default `en`) and the `factTypes` with the labels
 * @throws ClienteleError INVALID_ARGUMENT when the trace holds no rule; UNKNOWN_OPTION
 * @example
 * const rule = { zone: "UTC", when: { count: "orders", within: "P30D", gte: 1 } };
 * const { trace } = evaluateRule(rule, { orders: [] }, { asOf: "2026-03-15" });
 * explainRule(trace).text
 * //=> "No. Needed: number of orders within 30 days is at least 1 (now 0). Enough would be: 1 more order within 30 days."
 */
export function explainRule(trace: Trace, options: TextOptionsInput = {}): Explanation {
  if (typeof trace !== "object" || trace === null) throw invalid("trace", "a trace", trace);
  assertRule(trace.rule);
  const { locale, factTypes } = withDefaults(TEXT_DEFAULTS, options);
  const renderer = createRenderer(locale, factTypes, trace.rule.zone);
  const { value } = trace.root;
  const chosen = value === true ? decidingLeaves(trace.root) : leavesToTurn(trace.root, true);
  const reasons = distinct(chosen).map(({ leaf, wanted }) => ({
    leaf,
    wanted,
    text: renderReason({ leaf, wanted }, trace.asOfMs, renderer),
  }));
  const counterfactual = value === true ? undefined : suggest(trace, factTypes, renderer);
  const text = summarise(value, reasons, counterfactual, renderer.phrases);
  return counterfactual === undefined
    ? { value, reasons, text }
    : { value, reasons, counterfactual, text };
}

function suggest(
  trace: Trace,
  factTypes: FactTypes,
  renderer: Renderer,
): Counterfactual | undefined {
  const { facts, asOfMs } = trace;
  const situation = { scope: facts, root: facts, asOfMs };
  const changes = findCounterfactual(planRule(trace.rule), situation, hintsOf(factTypes));
  if (changes === undefined) return undefined;
  const leaves = new Map(leavesOf(trace.root).map((leaf) => [leaf.path, leaf]));
  const after = changes.reduce(applyEdit, situation);
  return {
    changes: changes.map((change) => ({ ...change, text: renderChange(change, leaves, renderer) })),
    facts: after.scope,
    asOfMs: after.asOfMs,
  };
}

function summarise(
  value: Truth,
  reasons: readonly Reason[],
  counterfactual: Counterfactual | undefined,
  phrases: Phrases,
): string {
  const say = value === undefined ? phrases.isUnknown : value ? phrases.holds : phrases.fails;
  const why = say([...new Set(reasons.map(({ text }) => text))]);
  if (counterfactual === undefined) return why;
  const changes = [...new Set(counterfactual.changes.map(({ text }) => text))];
  return phrases.sentences([why, phrases.wouldHold(changes)]);
}

/** A named condition may be met more than once; each of its tests is told once. */
function distinct(chosen: readonly ChosenLeaf[]): readonly ChosenLeaf[] {
  const byPath = new Map(chosen.map((one) => [`${one.leaf.path} ${one.wanted}`, one]));
  return [...byPath.values()];
}

function leavesOf(node: TraceNode): readonly TraceLeaf[] {
  return node.op === "leaf" ? [node] : node.parts.flatMap(leavesOf);
}
