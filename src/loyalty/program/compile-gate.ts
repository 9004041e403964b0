import type { ZoneRules } from "../../core/index.js";
import {
  type CompiledRule,
  type CompiledTrace,
  type Condition,
  compileRule,
  compileTrace,
  type Evaluation,
  type Facts,
  type Rule,
} from "../../rules/index.js";
import { type CompiledCap, compileCaps } from "./compile-caps.js";
import { readDayOrTimestamp } from "./read-time.js";
import type { Cap, Program, Window } from "./types.js";

/** What must be so before anything is given or sold: the time, a condition, and room under caps. */
export interface Gate {
  /** Names the counters of its caps: `rule/base`. */
  readonly name: string;
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
  readonly holds: CompiledRule | undefined;
  readonly caps: readonly CompiledCap[];
  /** The condition with its trace, for a refusal; compiled when it is asked for. */
  trace(facts: Facts, atMs: number): Evaluation | undefined;
}

/** The parts of a programme that form a gate. */
export interface GateParts {
  readonly window?: Window;
  readonly when?: Condition;
  readonly caps?: readonly Cap[];
}

/** Prepares a gate. */
export function compileGate(
  parts: GateParts,
  name: string,
  program: Program,
  clock: ZoneRules,
): Gate {
  const { window, when, caps } = parts;
  const rule = when && ruleOf(when, program);
  let traced: CompiledTrace | undefined;
  const bound = (text: string | undefined, none: number) =>
    text === undefined ? none : readDayOrTimestamp(text, clock, `${name}.window`);
  return {
    name,
    fromMs: bound(window?.from, -Infinity),
    toMs: bound(window?.to, Infinity),
    holds: rule && compileRule(rule),
    caps: compileCaps(caps, name),
    trace(facts, atMs) {
      if (rule === undefined) return undefined;
      traced ??= compileTrace(rule);
      return traced(facts, atMs);
    },
  };
}

/** A condition of a programme as a rule, in its zone and with its names. */
export function ruleOf(when: Condition, { zone, define }: Program): Rule {
  return { zone, ...(define !== undefined && { define }), when };
}

/** True while the window of a gate is open. */
export function isOpen({ fromMs, toMs }: Gate, atMs: number): boolean {
  return atMs >= fromMs && atMs < toMs;
}
