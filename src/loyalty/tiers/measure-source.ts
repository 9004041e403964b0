import { type CompiledRule, compileRule } from "../../rules/index.js";
import { factsOf } from "../earn/evaluate-earning.js";
import type { SourceState } from "../ledger/account-types.js";
import type { EarnEntry } from "../ledger/entry-types.js";
import { ruleOf } from "../program/compile-gate.js";
import type { TierMetric } from "../program/tier-types.js";
import type { Program } from "../program/types.js";
import type { Order } from "../types.js";

/** What a source that earned counts towards a tier, after refunds. */
export type SourceMeasure = (source: SourceState, entry: EarnEntry) => number;

/**
 * Prepares the metric of a tier policy. Only what earned can count: a redemption has no measure,
 * and a refund leaves what is kept.
 */
export function compileMeasure(metric: TierMetric, program: Program): SourceMeasure {
  switch (metric.measure) {
    case "spend":
      return spendMeasure(metric.lines && compileRule(ruleOf(metric.lines, program)));
    case "points":
      return metric.rules === undefined ? keptPoints : pointsMeasure(new Set(metric.rules));
    case "orders":
      return orderMeasure(metric.when && compileRule(ruleOf(metric.when, program)), program);
    case "events":
      return ({ isReversed }, { source }) =>
        !isReversed && source.kind === "event" && source.event.type === metric.event ? 1 : 0;
    case "balance":
      return () => 0;
  }
}

function spendMeasure(counts: CompiledRule | undefined): SourceMeasure {
  return (state, { source }) => {
    if (source.kind !== "order" || state.isReversed) return 0;
    const kept = state.kept && new Map(state.kept.map((line) => [line.line, line.amountMinor]));
    let sum = 0;
    for (const line of source.order.lines) {
      if (counts !== undefined && counts(line, state.atMs) !== true) continue;
      sum += kept === undefined ? line.amount.minor : (kept.get(line.id) ?? 0);
    }
    return sum;
  };
}

function keptPoints({ lots }: SourceState): number {
  return lots.reduce((so, { points }) => so + points, 0);
}

/** A lot that several rules filled is shared between them as they filled it, rounded down. */
function pointsMeasure(rules: ReadonlySet<string>): SourceMeasure {
  return ({ lots }, entry) =>
    lots.reduce((so, { points }, index) => {
      const grants = entry.rules.filter(({ lot }) => lot === index);
      const all = grants.reduce((sum, { granted }) => sum + granted, 0);
      const counted = grants.reduce(
        (sum, { rule, granted }) => sum + (rules.has(rule) ? granted : 0),
        0,
      );
      return so + (all === 0 ? 0 : shareOf(points, counted, all));
    }, 0);
}

function shareOf(points: number, part: number, whole: number): number {
  return Number((BigInt(points) * BigInt(part)) / BigInt(whole));
}

function orderMeasure(holds: CompiledRule | undefined, { currency }: Program): SourceMeasure {
  return ({ isReversed, atMs }, { source, context }) => {
    if (source.kind !== "order" || isReversed) return 0;
    const order: Order = source.order;
    return holds === undefined || holds(factsOf(context, { order }, currency), atMs) === true
      ? 1
      : 0;
  };
}
