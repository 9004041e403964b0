import type { ZoneRules } from "../../core/index.js";
import { type Fraction, leastCommonMultiple, readFraction } from "../../money/fraction.js";
import { type CompiledRule, compileRule } from "../../rules/index.js";
import { type CompiledCap, compileCaps } from "./compile-caps.js";
import { compileGate, type Gate, ruleOf } from "./compile-gate.js";
import { type CompiledTerms, compileTerms } from "./compile-terms.js";
import type { Award, EarningRounding, EarningRule, Program } from "./types.js";

/** The earning rules of one version, ready to run. */
export interface CompiledEarning {
  /** Rules that give, the first to be served first. */
  readonly bases: readonly BaseRule[];
  readonly multipliers: readonly MultiplierRule[];
  /** Bases and multipliers of orders in their order, for groups. */
  readonly ordered: readonly (BaseRule | MultiplierRule)[];
  /** Every exact number of points is an integer over this. */
  readonly denominator: bigint;
  readonly combine: "multiply" | "add";
  readonly rounding: Required<EarningRounding>;
  readonly caps: readonly CompiledCap[];
}

interface OrderedRule {
  readonly id: string;
  readonly gate: Gate;
  readonly event: string | undefined;
  readonly group: string | undefined;
  readonly counts: CompiledRule | undefined;
}

/** A rule that gives points. */
export interface BaseRule extends OrderedRule {
  readonly kind: "amount" | "item" | "fixed";
  /** Points for one minor unit, one item or once, over the denominator. */
  readonly weight: bigint;
  readonly terms: CompiledTerms;
}

/** A rule that multiplies what others give. */
export interface MultiplierRule extends OrderedRule {
  readonly kind: "multiplier";
  readonly factor: Fraction;
  /** The rules multiplied; all that give per amount or item when `undefined`. */
  readonly rules: ReadonlySet<string> | undefined;
}

/** Prepares the earning rules. */
export function compileEarning(program: Program, clock: ZoneRules): CompiledEarning {
  const { rules, rounding, multipliers: combine = "multiply", caps } = program.earning;
  const byPriority = rules.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0));
  const factors = rules.flatMap(({ give }) =>
    "multiply" in give ? [readFraction(give.multiply, "give.multiply")] : [],
  );
  const product = factors.reduce((so, factor) => so * factor.denominator, 1n);
  const unit = rules.reduce((so, { give }) => leastCommonMultiple(so, perOf(give)), 1n);
  const denominator = unit * product;
  const ordered = byPriority.map((rule) => compileRuleOf(rule, program, clock, denominator));
  return {
    bases: ordered.filter((rule) => rule.kind !== "multiplier"),
    multipliers: ordered.filter((rule) => rule.kind === "multiplier"),
    ordered: ordered.filter((rule) => rule.event === undefined),
    denominator,
    combine,
    rounding: { at: "order", mode: "floor", remainder: "drop", ...rounding },
    caps: compileCaps(caps, "earning"),
  };
}

function compileRuleOf(
  rule: EarningRule,
  program: Program,
  clock: ZoneRules,
  denominator: bigint,
): BaseRule | MultiplierRule {
  const { id, event, group, lines, give } = rule;
  const gate = compileGate(rule, `rule/${id}`, program, clock);
  const counts = lines && compileRule(ruleOf(lines, program));
  const common = { id, gate, event, group, counts };
  if ("multiply" in give) {
    const rules = give.rules && new Set(give.rules);
    return { ...common, kind: "multiplier", factor: readFraction(give.multiply, id), rules };
  }
  const kind = !("per" in give) ? "fixed" : give.per === "item" ? "item" : "amount";
  const weight = BigInt(give.points) * (denominator / perOf(give));
  return { ...common, kind, weight, terms: compileTerms(program, rule) };
}

/** How many minor units give `points`; 1 where it is not an amount that gives. */
function perOf(give: Award): bigint {
  return "per" in give && give.per !== "item" ? BigInt(give.per.minor) : 1n;
}
