import { invalid } from "../../core/errors.js";
import { asOfToMs } from "../../rules/as-of.js";
import { advance } from "../advance.js";
import { checkState } from "../check-state.js";
import { planOf } from "../compile-lifecycle.js";
import type { Lifecycle } from "../compiled-types.js";
import type { LifecycleState, MoveRecord } from "../state-types.js";
import { mapStage, type StageRoute } from "./map-stage.js";
import { migrateState } from "./migrate-state.js";
import { type MissingHistory, missingHistory } from "./missing-history.js";
import type { MigrationOptions } from "./options.js";
import type { MigrationObstacle } from "./types.js";

/** One customer on the way to the new version. */
export interface Crossover {
  readonly before: LifecycleState;
  readonly route: StageRoute;
  /** Absent when there is no stage for the customer. */
  readonly after: LifecycleState | undefined;
  /** What time would bring at once. */
  readonly due: readonly MoveRecord[];
}

/** All customers on the way, with what stands in it. */
export interface Crossovers {
  readonly customers: readonly Crossover[];
  readonly missing: MissingHistory;
  readonly obstacles: readonly MigrationObstacle[];
}

/**
 * Brings every customer over, without changing anything.
 *
 * @throws ClienteleError INVALID_ARGUMENT for two machines of different ids, and for states of another
 */
export function bringOver(
  from: Lifecycle,
  to: Lifecycle,
  states: readonly LifecycleState[],
  { asOf, facts }: MigrationOptions,
): Crossovers {
  const [old, plan] = [planOf(from), planOf(to)];
  if (from.stamp.id !== to.stamp.id) throw invalid("to.id", from.stamp.id, to.stamp.id);
  if (!Array.isArray(states)) throw invalid("states", "a list of states", states);
  const asOfMs = asOfToMs(asOf, to.definition.zone);
  const version = from.stamp.version;
  const migration = to.definition.migrations?.find((each) => each.from === version);
  const missing = missingHistory(old, plan);
  const obstacles: MigrationObstacle[] = [];
  if (migration === undefined) {
    obstacles.push({
      code: "NO_MIGRATION",
      message: `\`migrations\` of version ${to.stamp.version} has no entry from ${version}`,
    });
  }
  const customers = states.map((before: LifecycleState): Crossover => {
    checkState(old, before);
    const route = mapStage(old, plan, migration ?? { from: version }, before.current);
    if (route.stage === undefined) return { before, route, after: undefined, due: [] };
    const context = { from: old, to: plan, migration: migration ?? { from: version }, asOfMs };
    const given = facts?.get(before.customerId);
    const after = migrateState(context, before, { ...route, stage: route.stage }, given);
    const { state, moves } = advance(to, after, after.atMs);
    return { before, route, after: moves.length === 0 ? state : after, due: moves };
  });
  obstacles.push(...unmapped(customers), ...incomplete(missing, states, facts));
  return { customers, missing, obstacles };
}

function unmapped(customers: readonly Crossover[]): readonly MigrationObstacle[] {
  const refused = customers.filter(({ after }) => after === undefined);
  return [...new Set(refused.map(({ before }) => before.current))].map((stage) => ({
    code: "UNMAPPED_STAGE",
    message: `there is no stage for the customers in ${stage}: map it, or say where to park them`,
  }));
}

/** Lists can be given with the call; what nobody gives would be counted as if it had not happened. */
function incomplete(
  { lists, awaited }: MissingHistory,
  states: readonly LifecycleState[],
  facts: MigrationOptions["facts"],
): readonly MigrationObstacle[] {
  if (states.length === 0) return [];
  const isGiven = (list: string): boolean =>
    states.every(({ customerId }) => Array.isArray(facts?.get(customerId)?.[list]));
  const names = [...lists.filter((list) => !isGiven(list)), ...awaited];
  return names.map((name) => ({
    code: "MISSING_HISTORY",
    message: `the states do not hold all that the new version reads of ${name}: give it, or replay the events with the new version`,
  }));
}
