import type { MachinePlan } from "../plan/types.js";
import type { Fold } from "./fold.js";
import { recordFacts } from "./record-event.js";
import { settle } from "./settle.js";
import { enterStart } from "./take-step.js";

/** Begins with a customer of whom nothing is known but the given facts. */
export function startFold(
  plan: MachinePlan,
  customerId: string,
  atMs: number,
  facts?: Readonly<Record<string, unknown>>,
  machines?: Readonly<Record<string, string>>,
): Fold {
  const fold: Fold = {
    plan,
    customerId,
    leaf: plan.leaf(plan.start),
    peak: undefined,
    since: {},
    stages: {},
    sequence: 0,
    taken: {},
    last: undefined,
    atMs,
    dueMs: Infinity,
    brokenSince: undefined,
    facts: {},
    lastAt: plan.events.awaited.size > 0 ? {} : undefined,
    cursor: undefined,
    owned: new Set(),
    moves: [],
    effects: [],
  };
  // Nothing has happened yet: the guards shall count none, not wonder.
  for (const list of plan.events.lists) fold.facts[list] = [];
  recordFacts(fold, facts, "facts");
  if (machines !== undefined) fold.facts.machines = machines;
  enterStart(fold, atMs);
  settle(fold, atMs);
  return fold;
}
