import type { Crossing, Guard, PlannedStage, Step } from "../plan/types.js";
import type { MoveEvent, MoveRecord } from "../state-types.js";
import type { EffectDefinition } from "../types.js";
import type { Fold } from "./fold.js";
import { ownValue } from "./own-value.js";

/** The move of a customer who has only begun, in effect keys. */
const START = "start";

/** Takes a move: leaves and enters stages, keeps the record, and returns what is to be done. */
export function takeStep(
  fold: Fold,
  step: Step,
  crossing: Crossing,
  atMs: number,
  facts: Readonly<Record<string, unknown>>,
  event?: MoveEvent,
): void {
  const { move } = step;
  const from = fold.leaf.stage;
  const occurrence = (ownValue(fold.taken, move.id) ?? 0) + 1;
  fold.sequence++;
  fold.taken[move.id] = occurrence;
  const give = giver(fold, move.id, occurrence, atMs);
  for (const stage of crossing.left) leave(fold, stage, atMs);
  for (const { id, definition } of crossing.left) give(definition.onLeave, `leave/${escaped(id)}`);
  give(move.effects, "move");
  enter(fold, crossing.entered, atMs);
  for (const { id, definition } of crossing.entered)
    give(definition.onEnter, `enter/${escaped(id)}`);
  const record: MoveRecord = {
    customerId: fold.customerId,
    sequence: fold.sequence,
    move: move.id,
    occurrence,
    kind: crossing.kind,
    from: from.id,
    to: fold.leaf.stage.id,
    atMs,
    ...(event !== undefined && { event }),
    facts: keepFacts(fold, facts, guardsOf(step, crossing)),
    configHash: fold.plan.lifecycle.stamp.configHash,
  };
  fold.last = record;
  fold.moves.push(record);
  fold.atMs = atMs;
}

/** Puts a customer who has only begun into its first stages. */
export function enterStart(fold: Fold, atMs: number): void {
  const { line } = fold.leaf.stage;
  enter(fold, line, atMs);
  const give = giver(fold, START, 1, atMs);
  for (const { id, definition } of line) give(definition.onEnter, `enter/${escaped(id)}`);
}

/** Everything that decides a step besides its time. */
export function guardsOf({ move }: Step, crossing: Crossing): readonly Guard[] {
  return move.guard === undefined ? crossing.enters : [move.guard, ...crossing.enters];
}

function leave(fold: Fold, { id }: PlannedStage, atMs: number): void {
  const history = fold.stages[id]!;
  const stayedMs = atMs - fold.since[id]!;
  fold.stages[id] = { ...history, totalMs: history.totalMs + stayedMs };
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

/** Adds effects with their keys. */
function giver(
  fold: Fold,
  move: string,
  occurrence: number,
  atMs: number,
): (effects: readonly EffectDefinition[] | undefined, place: string) => void {
  return (effects, place) => {
    if (effects === undefined) return;
    const { customerId } = fold;
    const { id } = fold.plan.lifecycle.stamp;
    const prefix = `${escaped(id)}/${escaped(customerId)}/${escaped(move)}/${occurrence}/${place}`;
    for (const [index, effect] of effects.entries()) {
      fold.effects.push({ key: `${prefix}/${index}`, ...effect, customerId, move, atMs });
    }
  };
}

/** Keeps the parts of a key apart. */
function escaped(part: string): string {
  return part.replaceAll("%", "%25").replaceAll("/", "%2F");
}
