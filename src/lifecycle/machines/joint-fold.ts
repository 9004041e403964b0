import type { PlacedEvent } from "../event/read-event.js";
import { applyEvent } from "../fold/apply-event.js";
import type { Obstacle } from "../fold/choose-step.js";
import { closeFold, type Fold, openFold } from "../fold/fold.js";
import { checkEnd, settle } from "../fold/settle.js";

/** The folds of one customer in several machines, each after those that it reads. */
export type JointFold = readonly Fold[];

/** A request that no machine grants, with what is in the way in the first that was asked. */
export interface JointObstacle {
  readonly fold: Fold;
  readonly obstacle: Obstacle;
}

/** Fires what is due in all machines up to and including an instant, in the order of time. */
export function runJoint(joint: JointFold, untilMs: number): void {
  const before = joint.map(({ moves }) => moves.length);
  for (let looks = 0; ; looks++) {
    const index = soonestOf(joint);
    const fold = joint[index];
    if (fold === undefined || fold.dueMs > untilMs) return;
    const atMs = fold.dueMs;
    settle(fold, atMs);
    checkEnd(fold, before[index]!, looks);
    for (const read of joint) tellReaders(joint, read, atMs);
  }
}

/**
 * Folds an event into all machines. A request that some machine asks for is refused when none grants
 * it, and then changes nothing in any machine.
 *
 * @returns what is in the way of a refused request; otherwise `undefined`
 */
export function applyJoint(
  joint: JointFold,
  placed: PlacedEvent,
  where: string,
  given?: Readonly<Record<string, unknown>>,
): JointObstacle | undefined {
  runJoint(joint, placed.atMs);
  const isRequest = joint.some(({ plan }) => plan.events.isRequest(placed.event.type));
  const tried = isRequest ? joint.map(fork) : joint;
  let refused: JointObstacle | undefined;
  let isGranted = !isRequest;
  for (const fold of tried) {
    const obstacle = applyEvent(fold, placed, where, given);
    if (obstacle !== undefined) refused ??= { fold, obstacle };
    else isGranted ||= fold.plan.events.isRequest(placed.event.type);
    tellReaders(tried, fold, placed.atMs);
  }
  if (!isGranted) return refused;
  if (isRequest) for (const [index, fold] of joint.entries()) adopt(fold, tried[index]!);
  return undefined;
}

/** Tells the stage of a machine to those that read it, and what follows from it at once. */
export function tellReaders(joint: JointFold, read: Fold, atMs: number): void {
  const { id } = read.plan.lifecycle.stamp;
  const stage = read.leaf.stage.id;
  for (const fold of joint) {
    const { reads = [] } = fold.plan.lifecycle.definition;
    if (!reads.includes(id)) continue;
    const told = fold.facts.machines as Readonly<Record<string, string>> | undefined;
    if (told?.[id] === stage) continue;
    fold.facts.machines = { ...told, [id]: stage };
    fold.atMs = atMs;
    settle(fold, atMs);
  }
}

/** The machine in which something is due first; of two, the one that is read by the other. */
function soonestOf(joint: JointFold): number {
  let soonest = 0;
  for (let index = 1; index < joint.length; index++) {
    if (joint[index]!.dueMs < joint[soonest]!.dueMs) soonest = index;
  }
  return soonest;
}

/** Another fold that starts where this one is. */
function fork(fold: Fold): Fold {
  return openFold(fold.plan, closeFold(fold));
}

/** Goes on where a fork has come to. */
function adopt(fold: Fold, forked: Fold): void {
  const moves = [...fold.moves, ...forked.moves];
  const effects = [...fold.effects, ...forked.effects];
  Object.assign(fold, forked, { moves, effects });
}
