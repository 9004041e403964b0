import type { AsOf } from "../../core/calendar.js";
import { invalid } from "../../core/errors.js";
import { accept, type Outcome } from "../../core/outcome.js";
import { asOfToMs } from "../../rules/as-of.js";
import { checkState } from "../check-state.js";
import { planOf } from "../compile-lifecycle.js";
import { orderEvents } from "../event/order-events.js";
import { placeAfter } from "../event/place-after.js";
import { readEvent, readMoment, readWord } from "../event/read-event.js";
import { refuseEvent } from "../explain/refuse-event.js";
import { type Fold, openFold, progressOf } from "../fold/fold.js";
import { startFold } from "../fold/start-fold.js";
import type { HistoryOptions } from "../options.js";
import type { StartOptions } from "../start-state.js";
import type {
  LifecycleEvent,
  LifecycleState,
  Progress,
  RefusalCode,
  RefusedEvent,
} from "../state-types.js";
import type { Machines } from "./compile-machines.js";
import { applyJoint, type JointFold, runJoint } from "./joint-fold.js";

/** The states of one customer, by machine. */
export type MachineStates = Readonly<Record<string, LifecycleState>>;

/** What became of one customer, by machine. */
export type MachinesProgress = Readonly<Record<string, Progress>>;

/** What became of one customer through a history, in all machines. */
export interface MachinesReplay {
  readonly machines: MachinesProgress;
  /** The requests that no machine granted. */
  readonly refused: readonly RefusedEvent[];
  /** Of a resumed replay, the events before its start. */
  readonly late: readonly LifecycleEvent[];
}

/** How the history of one customer is folded into several machines. */
export interface MachinesReplayOptions extends HistoryOptions {
  /** Where an earlier replay ended. */
  readonly from?: MachineStates | undefined;
  /** What is known about the customer from the start. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Puts a customer at the start of several machines.
 *
 * @throws ClienteleError as `startState`
 */
export function startMachines(
  machines: Machines,
  customerId: string,
  { at, facts }: StartOptions,
): MachinesProgress {
  const id = readWord(customerId, "customerId");
  return progressOfAll(startJoint(machines, id, readMoment(at, "at"), facts));
}

/**
 * Folds one event into all machines of a customer, as `transition` does into one. A request is refused
 * when none of the machines that know it as one grants it.
 *
 * @throws ClienteleError as `transition`
 */
export function transitionMachines(
  machines: Machines,
  states: MachineStates,
  event: LifecycleEvent,
  facts?: Readonly<Record<string, unknown>>,
): Outcome<MachinesProgress, RefusalCode> {
  const joint = openJoint(machines, states);
  const placed = readEvent(event, "event", joint[0]?.customerId);
  const places = Object.values(states).map((state) => placeAfter(placed, state));
  if (places.includes("known")) return accept(progressOfAll(joint));
  if (places.includes("late")) return refuseEvent(joint[0]!, placed, { code: "LATE_EVENT" });
  const refused = applyJoint(joint, placed, "event", facts);
  if (refused !== undefined) return refuseEvent(refused.fold, placed, refused.obstacle);
  return accept(progressOfAll(joint));
}

/**
 * Brings all machines of a customer up to a time, as `advance` does one: in the order of time, so that a
 * move in one machine is seen by the guards of the others at that instant.
 *
 * @throws ClienteleError as `advance`
 */
export function advanceMachines(
  machines: Machines,
  states: MachineStates,
  asOf: AsOf,
): MachinesProgress {
  const joint = openJoint(machines, states);
  runJoint(joint, endOf(machines, asOf));
  return progressOfAll(joint);
}

/**
 * Folds the history of one customer into all machines, as `replay` does into one.
 *
 * @returns what became of the customer; `undefined` when there is neither an event nor a state
 * @throws ClienteleError as `replay`
 */
export function replayMachines(
  machines: Machines,
  events: readonly LifecycleEvent[],
  { asOf, knownAt, from, facts }: MachinesReplayOptions,
): MachinesReplay | undefined {
  if (!Array.isArray(events)) throw invalid("events", "a list of events", events);
  const untilMs = endOf(machines, asOf);
  const knownMs = knownAt === undefined ? Infinity : endOf(machines, knownAt);
  let joint: JointFold | undefined = from === undefined ? undefined : openJoint(machines, from);
  const customerId = joint?.[0]?.customerId ?? events[0]?.customerId;
  const placed = events.map((event, i) => readEvent(event, `events[${i}]`, customerId));
  const refused: RefusedEvent[] = [];
  const late: LifecycleEvent[] = [];
  for (const each of orderEvents(placed, knownMs)) {
    const { event, atMs, id } = each;
    if (atMs > untilMs) break;
    if (Object.values(from ?? {}).some((state) => placeAfter(each, state) !== "new")) {
      late.push(event);
      continue;
    }
    joint ??= startJoint(machines, event.customerId, atMs, facts);
    const obstacle = applyJoint(joint, each, `event ${id}`)?.obstacle;
    if (obstacle !== undefined) refused.push({ event, code: obstacle.code });
  }
  if (joint === undefined) return undefined;
  runJoint(joint, untilMs);
  return { machines: progressOfAll(joint), refused, late };
}

function startJoint(
  { lifecycles }: Machines,
  customerId: string,
  atMs: number,
  facts?: Readonly<Record<string, unknown>>,
): JointFold {
  const joint: Fold[] = [];
  for (const lifecycle of lifecycles) {
    const { reads = [] } = lifecycle.definition;
    const stages = joint.map(({ plan, leaf }) => [plan.lifecycle.stamp.id, leaf.stage.id] as const);
    const seen = Object.fromEntries(stages.filter(([id]) => reads.includes(id)));
    joint.push(startFold(planOf(lifecycle), customerId, atMs, facts, seen));
  }
  return joint;
}

function openJoint({ lifecycles }: Machines, states: MachineStates): JointFold {
  const joint = lifecycles.map((lifecycle) => {
    const { id } = lifecycle.definition;
    const state = Object.hasOwn(states, id) ? states[id] : undefined;
    if (state === undefined) throw invalid(`states.${id}`, "a lifecycle state", state);
    const plan = planOf(lifecycle);
    checkState(plan, state);
    return openFold(plan, state);
  });
  const [first, ...others] = joint;
  const other = others.find(({ customerId }) => customerId !== first?.customerId);
  if (other !== undefined) throw invalid("states", "of one customer", other.customerId);
  return joint;
}

function progressOfAll(joint: JointFold): MachinesProgress {
  return Object.fromEntries(joint.map((fold) => [fold.plan.lifecycle.stamp.id, progressOf(fold)]));
}

/** The end of what counts; a date ends where the first machine is. */
function endOf({ lifecycles }: Machines, asOf: AsOf): number {
  return asOfToMs(asOf, lifecycles[0]?.definition.zone);
}
