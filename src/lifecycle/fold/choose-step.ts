import type { PlacedEvent } from "../event/read-event.js";
import { planCrossing } from "../plan/plan-crossing.js";
import type { Crossing, PlannedStage, Step } from "../plan/types.js";
import type { LifecycleEvent, RefusalCode } from "../state-types.js";
import type { Fold } from "./fold.js";

/** The step that is taken on an event, with the facts that its guards saw. */
export interface Choice {
  readonly step: Step;
  readonly crossing: Crossing;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Why no step is taken on an event: what stands in the way of the first that could be. */
export interface Obstacle {
  readonly code: RefusalCode;
  /** Absent when no step leaves the stage on such an event. */
  readonly choice?: Choice;
}

/** The first step that may be taken on an event, or what is in the way. */
export function chooseStep(fold: Fold, placed: PlacedEvent): Choice | Obstacle {
  const steps = fold.leaf.onEvent.get(placed.event.type);
  let first: Obstacle = { code: "NO_MOVE" };
  if (steps === undefined) return first;
  let facts: Readonly<Record<string, unknown>> = fold.facts;
  if (fold.plan.events.facts.has("event")) facts = { ...facts, event: eventFact(placed) };
  for (const step of steps) {
    const crossing = step.crossing ?? crossingByEvent(fold, step, placed.event);
    if (typeof crossing === "string") {
      if (first.code === "NO_MOVE") first = { code: crossing };
      continue;
    }
    const choice = { step, crossing, facts };
    const code = obstacleOf(choice, placed);
    if (code === undefined) return choice;
    if (first.code === "NO_MOVE") first = { code, choice };
  }
  return first;
}

/** An event as guards see it while it asks for a move. */
function eventFact({ event, atMs }: PlacedEvent): object {
  const { id, type, by, reason, data } = event;
  return { ...data, id, type, at: atMs, ...(by && { by }), ...(reason && { reason }) };
}

/** The way to the stage that a correction names. */
function crossingByEvent(
  { plan, leaf }: Fold,
  { move }: Step,
  { data = {} }: LifecycleEvent,
): Crossing | RefusalCode {
  const name = Object.hasOwn(data, "stage") ? data.stage : undefined;
  const target: PlannedStage | undefined = plan.stages.get(name as string);
  if (target === undefined) return "UNKNOWN_STAGE";
  return target.isRetired ? "RETIRED_STAGE" : planCrossing(move, leaf.stage, target);
}

function obstacleOf(
  { step, crossing, facts }: Choice,
  { event, atMs }: PlacedEvent,
): RefusalCode | undefined {
  const { permission, reasons } = step.move;
  const { permissions = [], reason = "" } = event;
  if (permission !== undefined && !permissions.includes(permission)) return "NOT_PERMITTED";
  if (reasons !== undefined && !reasons.includes(reason)) return "NO_REASON";
  let code: RefusalCode | undefined;
  for (const guard of crossing.guards) {
    const answer = guard.holds(facts, atMs);
    if (answer === false) return "CONDITION_FALSE";
    if (answer === undefined) code = "CONDITION_UNKNOWN";
  }
  return code;
}
