import { invalid } from "../../core/errors.js";
import { keepJson } from "../event/keep-json.js";
import { readMoment } from "../event/read-event.js";
import { ownValue } from "../fold/own-value.js";
import type { MachinePlan, PlannedStage } from "../plan/types.js";
import type { LifecycleState, MoveRecord, StageHistory } from "../state-types.js";
import type { MigrationDefinition } from "../types.js";
import type { StageRoute } from "./map-stage.js";

/** What a state is brought over with. */
export interface MigrationContext {
  readonly from: MachinePlan;
  readonly to: MachinePlan;
  readonly migration: MigrationDefinition;
  readonly asOfMs: number;
}

/**
 * A state in the new version. The time in the stage goes on, unless the migration starts it again or
 * the customer is parked; what is kept of the past is renamed with the stages, and nothing is dropped.
 */
export function migrateState(
  context: MigrationContext,
  state: LifecycleState,
  { how, stage }: Required<StageRoute>,
  given: Readonly<Record<string, unknown>> | undefined,
): LifecycleState {
  const { from, to, migration } = context;
  const atMs = Math.max(state.atMs, context.asOfMs);
  const rename = (name: string): string => ownValue(migration.stages, name) ?? name;
  const isRestarted = migration.clock === "restart" || how === "parked";
  const past = renamedPast(state, rename, isRestarted ? atMs : undefined);
  const isMoved = stage.id !== state.current;
  const startMs = isRestarted ? atMs : state.since[state.current]!;
  const since: Record<string, number> = {};
  for (const { id } of stage.line) {
    const openMs = isRestarted ? undefined : past.since.get(id);
    since[id] = openMs ?? startMs;
    if (openMs === undefined) past.stages.set(id, entered(past.stages.get(id), startMs));
  }
  const broken = stage.line.flatMap(({ id, stay }) => {
    const brokenMs = stay === undefined ? undefined : past.broken.get(id);
    return brokenMs === undefined ? [] : [[id, brokenMs] as const];
  });
  const peak = highest(to, past.stages.keys(), stage, rename(state.peak ?? ""));
  const record = isMoved ? migrationRecord(context, state, stage, atMs) : state.last;
  const { peak: _peak, brokenSince: _broken, lastAt: _lastAt, ...others } = state;
  return {
    ...others,
    machine: to.lifecycle.stamp,
    current: stage.id,
    ...(peak !== undefined && { peak: peak.id }),
    since,
    stages: Object.fromEntries(past.stages),
    ...(isMoved && {
      sequence: state.sequence + 1,
      taken: { ...state.taken, [record!.move]: record!.occurrence },
    }),
    ...(record !== undefined && { last: record }),
    atMs,
    // Whether something is due by the new rules is seen when it is looked at next.
    dueMs: atMs,
    ...(broken.length > 0 && { brokenSince: Object.fromEntries(broken) }),
    facts: factsOf(to, state, past.stages, given),
    ...(to.events.awaited.size > 0 && { lastAt: lastAtOf(from, to, state) }),
  };
}

interface Past {
  readonly stages: Map<string, StageHistory>;
  readonly since: Map<string, number>;
  readonly broken: Map<string, number>;
}

/** The visits under the new names; the open ones end at `endMs`, if there is one. */
function renamedPast(
  state: LifecycleState,
  rename: (name: string) => string,
  endMs: number | undefined,
): Past {
  const stages = new Map<string, StageHistory>();
  for (const [name, history] of Object.entries(state.stages)) {
    const openMs = endMs === undefined ? undefined : ownValue(state.since, name);
    const stayedMs = openMs === undefined ? 0 : endMs! - openMs;
    const closed = { ...history, totalMs: history.totalMs + stayedMs };
    stages.set(rename(name), joined(stages.get(rename(name)), closed));
  }
  const renamed = (record: Readonly<Record<string, number>> = {}): Map<string, number> =>
    new Map(Object.entries(record).map(([name, ms]) => [rename(name), ms]));
  return { stages, since: renamed(state.since), broken: renamed(state.brokenSince) };
}

function joined(one: StageHistory | undefined, other: StageHistory): StageHistory {
  if (one === undefined) return other;
  return {
    entries: one.entries + other.entries,
    firstEnteredAt: Math.min(one.firstEnteredAt, other.firstEnteredAt),
    lastEnteredAt: Math.max(one.lastEnteredAt, other.lastEnteredAt),
    totalMs: one.totalMs + other.totalMs,
  };
}

function entered(history: StageHistory | undefined, atMs: number): StageHistory {
  return joined(history, { entries: 1, firstEnteredAt: atMs, lastEnteredAt: atMs, totalMs: 0 });
}

/** The stage of the highest progress that was ever reached; of several, the peak of before. */
function highest(
  { stages }: MachinePlan,
  names: Iterable<string>,
  current: PlannedStage,
  before: string,
): PlannedStage | undefined {
  let best: PlannedStage | undefined;
  for (const name of [current.id, before, ...names]) {
    const stage = stages.get(name)?.initial;
    if (stage?.rank !== undefined && stage.rank > (best?.rank ?? -1)) best = stage;
  }
  return best;
}

function migrationRecord(
  { from, to }: MigrationContext,
  { customerId, sequence, taken, current }: LifecycleState,
  stage: PlannedStage,
  atMs: number,
): MoveRecord {
  const move = `migrate:${from.lifecycle.stamp.version}`;
  return {
    customerId,
    sequence: sequence + 1,
    move,
    occurrence: (ownValue(taken, move) ?? 0) + 1,
    kind: "migrate",
    from: current,
    to: stage.id,
    atMs,
    facts: {},
    configHash: to.lifecycle.stamp.configHash,
  };
}

function factsOf(
  { events }: MachinePlan,
  { facts, customerId }: LifecycleState,
  stages: ReadonlyMap<string, StageHistory>,
  given: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const known: Record<string, unknown> = { ...facts };
  for (const [name, value] of Object.entries(given)) {
    if (!events.facts.has(name) || value === undefined) continue;
    const where = `options.facts of ${customerId}.${name}`;
    known[name] = events.lists.has(name) ? readList(value, where) : keepJson(value, where);
  }
  if (events.facts.has("entered")) {
    const firsts = [...stages].map(([name, { firstEnteredAt }]) => [name, firstEnteredAt] as const);
    known.entered = Object.fromEntries(firsts);
  }
  return known;
}

/** A list of events as the machine keeps it: in order of time, which is in milliseconds. */
function readList(value: unknown, where: string): readonly object[] {
  if (!Array.isArray(value)) {
    throw invalid(where, "a list of events", value, { code: "INVALID_DATA" });
  }
  const items = value.map((item: { readonly at?: unknown } | undefined, index) => {
    const at = readMoment(item?.at, `${where}[${index}].at`);
    return { ...(keepJson(item, `${where}[${index}]`) as object), at };
  });
  return items.sort((one, other) => one.at - other.at);
}

/** The latest time of every event that moves wait for; where it was not kept, from the list. */
function lastAtOf(
  from: MachinePlan,
  to: MachinePlan,
  { lastAt, facts }: LifecycleState,
): Readonly<Record<string, number>> {
  const latest = [...to.events.awaited].flatMap((type) => {
    const keptMs = ownValue(lastAt, type);
    if (keptMs !== undefined) return [[type, keptMs] as const];
    const list = from.events.listOf(type);
    const items = (list === undefined ? [] : (facts[list.name] ?? [])) as readonly {
      readonly at: number;
    }[];
    const last = items.at(-1);
    return last === undefined ? [] : [[type, last.at] as const];
  });
  return Object.fromEntries(latest);
}
