import { ClienteleError } from "../../core/errors.js";
import type { Crossing, Guard, StayStep, Step } from "../plan/types.js";
import type { Fold } from "./fold.js";
import { ownValue } from "./own-value.js";
import { takeStep } from "./take-step.js";

/** Moves of one customer in one call: more than a daily move in 250 years. */
const MOST_MOVES = 100_000;
const MOST_LOOKS = 1_000_000;

/** Fires what is due up to and including an instant, each at its own, in order. */
export function runUntil(fold: Fold, untilMs: number): void {
  const before = fold.moves.length;
  for (let looks = 0; fold.dueMs <= untilMs; looks++) {
    settle(fold, fold.dueMs);
    checkEnd(fold, before, looks);
  }
}

/**
 * Refuses a machine that time drives round and round.
 *
 * @throws ClienteleError LIMIT_EXCEEDED
 */
export function checkEnd(fold: Fold, movesBefore: number, looks: number): void {
  if (fold.moves.length - movesBefore > MOST_MOVES || looks > MOST_LOOKS) throw tooMany(fold);
}

/** Takes every move that fires by itself at an instant, one after the other, and looks ahead. */
export function settle(fold: Fold, atMs: number): void {
  // Two visits of a stage at one instant are alike; a third one proves that there is no end.
  const most = 2 * fold.plan.stages.size + 2;
  for (let moves = 0; ; moves++) {
    noteStays(fold, atMs);
    const step = nextStep(fold, atMs);
    if (step === undefined) return;
    if (moves > most) throw endless(fold);
    takeStep(fold, step.move, step.crossing!, atMs, fold.facts);
  }
}

/** The first step that fires now; when there is none, it is known when to look again. */
function nextStep(fold: Fold, atMs: number): Step | undefined {
  const { leaf, facts } = fold;
  let lookMs = Infinity;
  for (const step of leaf.bySelf) {
    const soonestMs = soonest(fold, step);
    if (soonestMs > atMs) {
      lookMs = Math.min(lookMs, soonestMs);
      continue;
    }
    const { guards } = step.crossing!;
    if (allHold(guards, facts, atMs)) return step;
    lookMs = Math.min(lookMs, nextChange(guards, facts, atMs));
  }
  for (const stay of leaf.stays) {
    const leaveMs = leaveAt(fold, stay);
    if (leaveMs <= atMs) return stay.step;
    lookMs = Math.min(lookMs, leaveMs, stay.stay.isBroken.nextChange(facts, atMs));
  }
  fold.dueMs = lookMs;
  return undefined;
}

/** The first instant at which a step may fire, if its guards allow: its time has come, the dwell is over. */
export function soonest(fold: Fold, { move, source, crossing }: Step): number {
  const { facts } = fold;
  let soonestMs = -Infinity;
  if (move.due !== undefined)
    soonestMs = move.due(facts, startOfTime(fold, move.without, source.id));
  return move.isEarly ? soonestMs : Math.max(soonestMs, dwellEnd(fold, crossing!));
}

/** Whether every guard is true. */
export function allHold(guards: readonly Guard[], facts: object, atMs: number): boolean {
  for (const guard of guards) if (guard.holds(facts, atMs) !== true) return false;
  return true;
}

/** The end of the longest dwell of the stages that a step would leave. */
function dwellEnd(fold: Fold, { left }: Crossing): number {
  let endMs = -Infinity;
  for (const { id, dwell } of left) {
    if (dwell !== undefined) endMs = Math.max(endMs, dwell(fold.facts, fold.since[id]!));
  }
  return endMs;
}

/** When the time of a stage began: with the stage, or with the latest event that starts it again. */
function startOfTime(fold: Fold, without: readonly string[], stage: string): number {
  let startMs = fold.since[stage]!;
  for (const type of without) startMs = Math.max(startMs, ownValue(fold.lastAt, type) ?? -Infinity);
  return startMs;
}

/** Notes since when conditions of staying are false; one that is unknown is not false. */
function noteStays(fold: Fold, atMs: number): void {
  for (const { stage, stay } of fold.leaf.stays) {
    const isBroken = stay.isBroken.holds(fold.facts, atMs) === true;
    if (isBroken === (ownValue(fold.brokenSince, stage.id) !== undefined)) continue;
    const { [stage.id]: _ended, ...others } = fold.brokenSince ?? {};
    if (isBroken) fold.brokenSince = { ...others, [stage.id]: atMs };
    else fold.brokenSince = Object.keys(others).length > 0 ? others : undefined;
    fold.atMs = atMs;
  }
}

/** When the customer leaves a stage in which it cannot stay; Infinity while it can. */
function leaveAt(fold: Fold, { stage, stay, step }: StayStep): number {
  const brokenMs = ownValue(fold.brokenSince, stage.id);
  if (brokenMs === undefined) return Infinity;
  const endMs = stay.grace === undefined ? brokenMs : stay.grace(fold.facts, brokenMs);
  return Math.max(endMs, dwellEnd(fold, step.crossing!));
}

function nextChange(guards: readonly Guard[], facts: object, atMs: number): number {
  let nextMs = Infinity;
  for (const guard of guards) nextMs = Math.min(nextMs, guard.nextChange(facts, atMs));
  return nextMs;
}

function endless(fold: Fold): ClienteleError {
  const circle = fold.moves.slice(-fold.plan.stages.size - 1).map(({ move }) => move);
  const shown = circle.slice(0, 1 + circle.indexOf(circle[0]!, 1) || 8).join(" -> ");
  return new ClienteleError(
    "LIMIT_EXCEEDED",
    `the moves ${shown} follow each other at one instant without end; give one of them a time or a guard that becomes false`,
    { where: "lifecycle.moves", moves: circle, customerId: fold.customerId },
  );
}

function tooMany(fold: Fold): ClienteleError {
  const move = fold.last?.move;
  return new ClienteleError(
    "LIMIT_EXCEEDED",
    `customer ${fold.customerId} would move more than ${MOST_MOVES} times by time alone; the last move is ${move}`,
    { where: "lifecycle.moves", move, customerId: fold.customerId },
  );
}
