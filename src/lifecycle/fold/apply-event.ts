import type { PlacedEvent } from "../event/read-event.js";
import type { MoveEvent } from "../state-types.js";
import { type Choice, chooseStep, type Obstacle } from "./choose-step.js";
import type { Fold, Writable } from "./fold.js";
import { recordEvent, recordFacts } from "./record-event.js";
import { runUntil, settle } from "./settle.js";
import { takeStep } from "./take-step.js";

/**
 * Folds an event in: first what time has brought until then, then the event with the move that it
 * causes, then the moves that follow by themselves.
 *
 * @param given - facts that come with the call
 * @returns why a request is refused, which then has changed nothing; otherwise `undefined`
 */
export function applyEvent(
  fold: Fold,
  placed: PlacedEvent,
  where: string,
  given?: Readonly<Record<string, unknown>>,
): Obstacle | undefined {
  const { event, atMs } = placed;
  runUntil(fold, atMs);
  const undo = fold.plan.events.isRequest(event.type) ? rememberFacts(fold) : undefined;
  recordFacts(fold, given, "facts");
  recordEvent(fold, placed, where);
  const choice = chooseStep(fold, placed);
  if (isChoice(choice)) {
    takeStep(fold, choice.step.move, choice.crossing, atMs, choice.facts, moveEvent(placed));
  } else if (undo !== undefined) {
    undo();
    return choice;
  }
  settle(fold, atMs);
  return undefined;
}

function isChoice(choice: Choice | Obstacle): choice is Choice {
  return "step" in choice;
}

function moveEvent({ event: { id, type, by, reason } }: PlacedEvent): MoveEvent {
  const event: Writable<MoveEvent> = { id, type };
  if (by !== undefined) event.by = by;
  if (reason !== undefined) event.reason = reason;
  return event;
}

/** Takes back what an event brought. */
function rememberFacts(fold: Fold): () => void {
  const { facts, lastAt, cursor, atMs } = fold;
  fold.facts = { ...facts };
  if (lastAt !== undefined) fold.lastAt = { ...lastAt };
  // Lists that are appended to from here on are copies.
  fold.owned.clear();
  return () => {
    Object.assign(fold, { facts, lastAt, cursor, atMs });
    fold.owned.clear();
  };
}
