import {
  type CompiledNextChange,
  type CompiledTrace,
  type Condition,
  compileNextChange,
  compileRule,
  compileTrace,
  type Facts,
} from "../../rules/index.js";
import { ruleOf } from "../definition/rule-of.js";
import type { LifecycleDefinition } from "../types.js";
import { namesReadBy, type ReadNames } from "./read-names.js";
import {
  nextLeaving,
  type RollingWindow,
  rollingWindow,
  type TimedItem,
} from "./rolling-window.js";
import type { Guard } from "./types.js";

/** Prepares a condition of a machine. */
export function planGuard(
  definition: LifecycleDefinition,
  condition: Condition,
  path: string,
): Guard {
  const rule = ruleOf(definition, condition);
  const names = namesReadBy(rule);
  const windows = windowsOf(definition, names);
  // Most guards are never asked when time would change them; the others are prepared then.
  let exact: CompiledNextChange | undefined;
  let trace: CompiledTrace | undefined;
  return {
    path,
    rule,
    reads: [...new Set([...names.facts, ...names.lists.keys()])],
    holds: compileRule(rule),
    trace(facts, atMs) {
      trace ??= compileTrace(rule);
      return trace(facts, atMs);
    },
    nextChange(facts, atMs) {
      const soonestMs = windows === undefined ? -Infinity : soonestLeaving(windows, facts, atMs);
      if (soonestMs > atMs) return soonestMs;
      exact ??= compileNextChange(rule);
      return exact(facts, atMs) ?? Infinity;
    },
  };
}

/** The windows by which alone time changes the answer; `undefined` when there are other ways. */
function windowsOf(
  { events = {} }: LifecycleDefinition,
  { windows, asksOtherTime }: ReadNames,
): readonly RollingWindow[] | undefined {
  if (asksOtherTime) return undefined;
  const ordered = new Set(Object.values(events).map(({ list }) => list));
  const rolling: RollingWindow[] = [];
  for (const window of windows) {
    const roll = ordered.has(window.list) ? rollingWindow(window) : undefined;
    if (roll === undefined) return undefined;
    rolling.push(roll);
  }
  return rolling;
}

/** A bound that costs no calendar: when the answer may change is looked at closely only then. */
function soonestLeaving(windows: readonly RollingWindow[], facts: Facts, atMs: number): number {
  let soonestMs = Infinity;
  for (const window of windows) {
    const items = (facts as Readonly<Record<string, readonly TimedItem[]>>)[window.list];
    if (items !== undefined) soonestMs = Math.min(soonestMs, nextLeaving(window, items, atMs));
  }
  return soonestMs;
}
