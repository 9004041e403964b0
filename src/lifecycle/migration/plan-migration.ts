import { canonicalJson } from "../../core/canonical-json.js";
import { planOf } from "../compile-lifecycle.js";
import type { Lifecycle } from "../compiled-types.js";
import { planCrossing } from "../plan/plan-crossing.js";
import type { Guard, MachinePlan, PlannedMove } from "../plan/types.js";
import type { LifecycleState, MoveRecord } from "../state-types.js";
import { bringOver, type Crossover } from "./bring-over.js";
import type { MigrationOptions } from "./options.js";
import type { DueMove, MigrationPlan, MigrationRoute, Reexplained } from "./types.js";

/**
 * Tries out what a new version of a lifecycle does to the customers of the old one, and changes nothing:
 * who goes where, what time would bring at once, whose explanation changes, and what stands in the way.
 *
 * @param states - of any number of customers, all of the version `from`
 * @param options - `asOf`, the instant of the migration; `facts`, what the new version reads and the old
 *   one did not keep, by customer
 * @throws ClienteleError INVALID_ARGUMENT for two different machines; UNSUPPORTED_VERSION for a state of
 *   another version
 * @example
 * const plan = planMigration(v1, v2, states, { asOf: "2026-05-01" });
 * plan.routes //=> [{ from: "customer", to: "repeat", how: "mapped", customers: 1204 }]
 * plan.obstacles //=> []
 */
export function planMigration(
  from: Lifecycle,
  to: Lifecycle,
  states: readonly LifecycleState[],
  options: MigrationOptions,
): MigrationPlan {
  const { customers, missing, obstacles } = bringOver(from, to, states, options);
  const isGiven = (name: string): boolean =>
    states.every(({ customerId }) => options.facts?.get(customerId)?.[name] !== undefined);
  return {
    from: from.stamp,
    to: to.stamp,
    customers: customers.length,
    routes: countRoutes(customers),
    dueAtOnce: listDue(customers),
    reexplained: customers.flatMap((each) => reexplain(planOf(from), planOf(to), each) ?? []),
    unknownFacts: missing.facts.filter((name) => !isGiven(name)),
    obstacles,
  };
}

function countRoutes(customers: readonly Crossover[]): readonly MigrationRoute[] {
  const routes = new Map<string, MigrationRoute>();
  for (const { before, route } of customers) {
    const key = JSON.stringify([before.current, route.stage?.id, route.how]);
    const count = (routes.get(key)?.customers ?? 0) + 1;
    const { how, stage } = route;
    const ends = { from: before.current, ...(stage !== undefined && { to: stage.id }) };
    routes.set(key, { ...ends, how, customers: count });
  }
  return [...routes.values()];
}

function listDue(customers: readonly Crossover[]): readonly DueMove[] {
  const due = new Map<string, Set<string>>();
  for (const { move, customerId } of customers.flatMap((each) => each.due)) {
    due.set(move, (due.get(move) ?? new Set()).add(customerId));
  }
  return [...due].map(([move, ids]) => ({ move, customerIds: [...ids] }));
}

function reexplain(
  from: MachinePlan,
  to: MachinePlan,
  { before, after }: Crossover,
): Reexplained | undefined {
  if (after === undefined) return undefined;
  const { customerId } = before;
  if (after.current !== before.current) {
    return { customerId, move: after.last!.move, change: "migrated" };
  }
  const { last } = before;
  if (last === undefined || last.kind === "migrate") return undefined;
  const change = changeOf(guardsOf(from, last), guardsOf(to, last), last);
  return change === undefined ? undefined : { customerId, move: last.move, change };
}

function changeOf(
  old: readonly Guard[] | undefined,
  guards: readonly Guard[] | undefined,
  { facts, atMs }: MoveRecord,
): Reexplained["change"] | undefined {
  if (guards === undefined) return "removed";
  const text = (list: readonly Guard[] = []): string => canonicalJson(list.map(({ rule }) => rule));
  if (text(old) === text(guards)) return undefined;
  const isTrue = guards.every((guard) => guard.holds(facts, atMs) === true);
  return isTrue ? "rewritten" : "no-longer-true";
}

/** What decides a move in a version; undefined when it has no such move. */
function guardsOf(
  { lifecycle, stages }: MachinePlan,
  record: MoveRecord,
): readonly Guard[] | undefined {
  const moves = lifecycle.moves as readonly PlannedMove[];
  const move = moves.find(({ id }) => id === record.move);
  if (move === undefined) return undefined;
  const [from, to] = [stages.get(record.from), move.to ?? stages.get(record.to)];
  if (from !== undefined && to !== undefined) return planCrossing(move, from, to).guards;
  return move.guard === undefined ? [] : [move.guard];
}
