import type { Crossing, Guard, PlannedMove, PlannedStage } from "../plan/types.js";
import type { MoveEvent, MoveRecord } from "../state-types.js";
import type { EffectDefinition } from "../types.js";
import type { Fold, Writable } from "./fold.js";
import { ownValue } from "./own-value.js";

const NO_FACTS: Readonly<Record<string, unknown>> = Object.freeze({});

/** The move of a customer who has only begun, in effect keys. */
const START = "start";

/** Takes a move: leaves and enters stages, keeps the record, and returns what is to be done. */
export function takeStep(
  fold: Fold,
  move: PlannedMove,
  crossing: Crossing,
  atMs: number,
  facts: Readonly<Record<string, unknown>>,
  event?: MoveEvent,
): void {
  const from = fold.leaf.stage;
  const occurrence = (ownValue(fold.taken, move.id) ?? 0) + 1;
  fold.sequence++;
  fold.taken[move.id] = occurrence;
  const place = { move: move.id, occurrence, atMs };
  for (const stage of crossing.left) leave(fold, stage, atMs);
  for (const { id, definition } of crossing.left) {
    if (definition.onLeave) give(fold, definition.onLeave, { ...place, when: "leave", stage: id });
  }
  if (move.effects) give(fold, move.effects, { ...place, when: "move" });
  enter(fold, crossing.entered, atMs);
  for (const { id, definition } of crossing.entered) {
    if (definition.onEnter) give(fold, definition.onEnter, { ...place, when: "enter", stage: id });
  }
  const record: Writable<MoveRecord> = {
    customerId: fold.customerId,
    sequence: fold.sequence,
    move: move.id,
    occurrence,
    kind: crossing.kind,
    from: from.id,
    to: fold.leaf.stage.id,
    atMs,
    facts: keepFacts(fold, facts, crossing.guards),
    configHash: fold.plan.lifecycle.stamp.configHash,
  };
  if (event !== undefined) record.event = event;
  fold.last = record;
  fold.moves.push(record);
  fold.atMs = atMs;
}

/** Puts a customer who has only begun into its first stages. */
export function enterStart(fold: Fold, atMs: number): void {
  const { line } = fold.leaf.stage;
  enter(fold, line, atMs);
  for (const { id, definition } of line) {
    const place = { move: START, occurrence: 1, atMs, when: "enter", stage: id } as const;
    if (definition.onEnter) give(fold, definition.onEnter, place);
  }
}

function leave(fold: Fold, { id }: PlannedStage, atMs: number): void {
  const history = fold.stages[id]!;
  const stayedMs = atMs - fold.since[id]!;
  const { entries, firstEnteredAt, lastEnteredAt, totalMs } = history;
  fold.stages[id] = { entries, firstEnteredAt, lastEnteredAt, totalMs: totalMs + stayedMs };
  if (ownValue(fold.brokenSince, id) === undefined) return;
  const { [id]: _ended, ...others } = fold.brokenSince!;
  fold.brokenSince = Object.keys(others).length > 0 ? others : undefined;
}

function enter(fold: Fold, entered: readonly PlannedStage[], atMs: number): void {
  const innermost = entered.at(-1)!;
  const since: Record<string, number> = {};
  for (const { id } of innermost.line) since[id] = ownValue(fold.since, id) ?? atMs;
  for (const { id } of entered) {
    since[id] = atMs;
    const history = ownValue(fold.stages, id);
    fold.stages[id] = {
      entries: (history?.entries ?? 0) + 1,
      firstEnteredAt: history?.firstEnteredAt ?? atMs,
      lastEnteredAt: atMs,
      totalMs: history?.totalMs ?? 0,
    };
    if (history === undefined && fold.plan.events.facts.has("entered")) {
      fold.facts.entered = { ...(fold.facts.entered as object | undefined), [id]: atMs };
    }
  }
  fold.since = since;
  fold.leaf = fold.plan.leaf(innermost);
  const { rank } = innermost;
  if (rank !== undefined && rank >= (fold.peak?.rank ?? 0)) fold.peak = innermost;
}

/** The facts that the guards read, as they are now: a list that is kept is not appended to any more. */
function keepFacts(
  fold: Fold,
  facts: Readonly<Record<string, unknown>>,
  guards: readonly Guard[],
): Readonly<Record<string, unknown>> {
  if (guards.length === 0) return NO_FACTS;
  const kept: Record<string, unknown> = {};
  for (const { reads } of guards) {
    for (const name of reads) {
      if (!Object.hasOwn(facts, name)) continue;
      kept[name] = facts[name];
      fold.owned.delete(name);
    }
  }
  return kept;
}

/** Which of the effects of one move these are. */
interface EffectPlace {
  readonly move: string;
  readonly occurrence: number;
  readonly atMs: number;
  readonly when: "leave" | "move" | "enter";
  readonly stage?: string;
}

/** Adds effects, each with the key that it always has. */
function give(
  fold: Fold,
  effects: readonly EffectDefinition[],
  { move, occurrence, atMs, when, stage }: EffectPlace,
): void {
  const { customerId } = fold;
  const { id } = fold.plan.lifecycle.stamp;
  const names = [id, customerId, move, String(occurrence), when, ...(stage ? [stage] : [])];
  const place = names.map(escaped).join("/");
  for (const [index, effect] of effects.entries()) {
    fold.effects.push({ key: `${place}/${index}`, ...effect, customerId, move, atMs });
  }
}

/** Keeps the parts of a key apart. */
function escaped(part: string): string {
  return /[%/]/.test(part) ? part.replaceAll("%", "%25").replaceAll("/", "%2F") : part;
}
