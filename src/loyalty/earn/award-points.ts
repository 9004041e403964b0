import { roundBigQuotient } from "../../money/round-quotient.js";
import type { Facts } from "../../rules/index.js";
import type { BaseRule, CompiledEarning, MultiplierRule } from "../program/compile-earning.js";
import { isOpen } from "../program/compile-gate.js";
import type { OrderLine } from "../types.js";

/** What a rule would give before caps and the last rounding: an integer over the denominator. */
export interface Award {
  readonly rule: BaseRule;
  readonly exact: bigint;
}

/** What the rules give for the lines of an order, exactly. */
export function awardOrder(
  earning: CompiledEarning,
  lines: readonly OrderLine[],
  facts: Facts,
  atMs: number,
): Award[] {
  const inForce = earning.ordered.filter((rule) => isInForce(rule, facts, atMs));
  const totals = new Map<BaseRule, bigint>();
  for (const line of lines) awardLine(earning, inForce, line, atMs, totals);
  awardOnce(earning, inForce, totals);
  const whole = earning.rounding.at === "rule";
  return earning.bases.flatMap((rule) => {
    const exact = totals.get(rule);
    if (exact === undefined) return [];
    return [{ rule, exact: whole ? toWhole(exact, earning) : exact }];
  });
}

/** What the rules give for an event, exactly. */
export function awardEvent(
  earning: CompiledEarning,
  type: string,
  facts: Facts,
  atMs: number,
): Award[] {
  const taken = new Set<string>();
  return earning.bases.flatMap((rule) => {
    if (rule.event !== type || !isInForce(rule, facts, atMs) || !isFirst(rule, taken)) return [];
    return [{ rule, exact: rule.weight }];
  });
}

function isInForce({ gate }: BaseRule | MultiplierRule, facts: Facts, atMs: number): boolean {
  return isOpen(gate, atMs) && (gate.holds === undefined || gate.holds(facts, atMs) === true);
}

/** Of a group only the first that applies counts. */
function isFirst({ group }: BaseRule | MultiplierRule, taken: Set<string>): boolean {
  if (group === undefined) return true;
  if (taken.has(group)) return false;
  taken.add(group);
  return true;
}

function awardLine(
  earning: CompiledEarning,
  inForce: readonly (BaseRule | MultiplierRule)[],
  line: OrderLine,
  atMs: number,
  totals: Map<BaseRule, bigint>,
): void {
  const taken = new Set<string>();
  const applying = inForce.filter(
    (rule) =>
      rule.kind !== "fixed" &&
      (rule.counts === undefined || rule.counts(line, atMs) === true) &&
      isFirst(rule, taken),
  );
  const factors = applying.filter((rule) => rule.kind === "multiplier");
  for (const rule of applying) {
    if (rule.kind === "multiplier") continue;
    const count = rule.kind === "item" ? (line.quantity ?? 1) : line.amount.minor;
    const plain = BigInt(count) * rule.weight;
    const exact = multiply(earning, rule, plain, factors);
    const given = earning.rounding.at === "line" ? toWhole(exact, earning) : exact;
    totals.set(rule, (totals.get(rule) ?? 0n) + given);
  }
}

function awardOnce(
  earning: CompiledEarning,
  inForce: readonly (BaseRule | MultiplierRule)[],
  totals: Map<BaseRule, bigint>,
): void {
  const taken = new Set<string>();
  const applying = inForce.filter(
    (rule) =>
      (rule.kind === "fixed" || (rule.kind === "multiplier" && rule.counts === undefined)) &&
      isFirst(rule, taken),
  );
  const factors = applying.filter((rule) => rule.kind === "multiplier");
  for (const rule of applying) {
    if (rule.kind === "fixed") totals.set(rule, multiply(earning, rule, rule.weight, factors));
  }
}

/** Multiplies exactly: the denominator of the earning holds the denominators of all factors. */
function multiply(
  { combine }: CompiledEarning,
  rule: BaseRule,
  exact: bigint,
  factors: readonly MultiplierRule[],
): bigint {
  let product = exact;
  let sum = exact;
  for (const { factor, rules } of factors) {
    const applies = rules === undefined ? rule.kind !== "fixed" : rules.has(rule.id);
    if (!applies) continue;
    product = (product * factor.numerator) / factor.denominator;
    sum += (exact * (factor.numerator - factor.denominator)) / factor.denominator;
  }
  return combine === "multiply" ? product : sum;
}

function toWhole(exact: bigint, { denominator, rounding }: CompiledEarning): bigint {
  return roundBigQuotient(exact, denominator, rounding.mode) * denominator;
}
