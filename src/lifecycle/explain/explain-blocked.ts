import type { AsOf } from "../../core/calendar.js";
import { invalid } from "../../core/errors.js";
import { type Drafted, withDefaults } from "../../core/options.js";
import { asOfToMs } from "../../rules/as-of.js";
import { checkState } from "../check-state.js";
import { planOf } from "../compile-lifecycle.js";
import type { Lifecycle } from "../compiled-types.js";
import { type Fold, openFold } from "../fold/fold.js";
import { runUntil, soonest } from "../fold/settle.js";
import {
  type BlockedOptions,
  type BlockedOptionsInput,
  EXPLAIN_DEFAULTS,
  type ExplainOptions,
} from "../options.js";
import { planCrossing } from "../plan/plan-crossing.js";
import type { Crossing, PlannedStage, Step } from "../plan/types.js";
import type { LifecycleState } from "../state-types.js";
import { type Decision, decide } from "./explain-state.js";
import { findRoute } from "./find-route.js";
import { type Teller, tellerOf } from "./teller.js";

/** Why a customer is not in a stage, and what would lead there. */
export interface BlockedExplanation {
  /** The innermost stage of the customer at that time. */
  readonly stage: string;
  readonly target: string;
  /** Whether the customer is in the target. */
  readonly isThere: boolean;
  /** The moves from here that lead into the target, each with what it waits for. */
  readonly ways: readonly BlockedWay[];
  /** When no move leads there from here: the innermost stages on the shortest way, this one first. */
  readonly route?: readonly string[];
  /** The whole in a few sentences. */
  readonly text: string;
}

/** A move that would lead to a stage, with what it waits for. */
export interface BlockedWay {
  readonly move: string;
  /** It waits for one of these events; empty when it fires by itself. */
  readonly events: readonly string[];
  readonly permission?: string;
  readonly reasons?: readonly string[];
  /** Its time has not come before this instant; Infinity when a fact does not tell. */
  readonly notBeforeMs?: number;
  /** The conditions that are not true, with the tests in the way and what would do it. */
  readonly conditions: readonly Decision[];
  readonly text: string;
}

/**
 * Explains why a customer is not in a stage and what would do it: for every move that leads there, the
 * event, permission, time and tests that are missing, with the smallest change of facts that would make
 * each condition true; or, when no move leads there from here, the way over other stages.
 *
 * @param target - the stage
 * @param options - `asOf`, the present; `locale`: `en` (the default) or `zh`
 * @throws ClienteleError INVALID_ARGUMENT for a stage that the machine does not have;
 *   UNSUPPORTED_VERSION when the state is of another version of the machine
 * @example
 * explainBlocked(lifecycle, state, "loyal", { asOf: "2026-04-01" }).text
 * //=> 'The move "becomes-loyal" to "Loyal customer" needs …'
 */
export function explainBlocked(
  lifecycle: Lifecycle,
  state: LifecycleState,
  target: string,
  options: BlockedOptionsInput,
): BlockedExplanation {
  const plan = planOf(lifecycle);
  checkState(plan, state);
  const { asOf, locale } = withDefaults(DEFAULTS, options);
  const atMs = Math.max(asOfToMs(asOf as AsOf, lifecycle.definition.zone), state.atMs);
  const to = plan.stages.get(target);
  if (to === undefined) throw invalid("target", "a stage of the machine", target);
  const fold = openFold(plan, state);
  runUntil(fold, atMs);
  const teller = tellerOf(lifecycle, locale);
  const { phrases, stage: sayStage } = teller;
  const from = fold.leaf.stage;
  const answer = { stage: from.id, target };
  if (from.line.includes(to)) {
    return { ...answer, isThere: true, ways: [], text: phrases.alreadyIn(sayStage(target)) };
  }
  const ways = waysTo(fold, to).map(([step, crossing]) =>
    tellWay(fold, step, crossing, atMs, teller),
  );
  if (ways.length > 0) {
    const text = phrases.sentences(ways.map((way) => way.text));
    return { ...answer, isThere: false, ways, text };
  }
  const route = findRoute(plan, from, to);
  const noWay = phrases.noWay(sayStage(from.id), sayStage(target));
  if (route === undefined) return { ...answer, isThere: false, ways, text: noWay };
  const text = phrases.sentences([noWay, phrases.route(route.map(sayStage))]);
  return { ...answer, isThere: false, ways, route, text };
}

const DEFAULTS: Drafted<BlockedOptions> & ExplainOptions = { ...EXPLAIN_DEFAULTS, asOf: undefined };

/** The steps from here that lead into a stage; last those on which an event names it. */
function waysTo({ leaf }: Fold, to: PlannedStage): readonly (readonly [Step, Crossing])[] {
  const steps = new Set([...[...leaf.onEvent.values()].flat(), ...leaf.bySelf]);
  const ways: [Step, Crossing][] = [];
  for (const step of steps) {
    const crossing = step.crossing ?? planCrossing(step.move, leaf.stage, to);
    const isOpen = step.crossing !== undefined || !to.isRetired;
    if (isOpen && crossing.entered.includes(to)) ways.push([step, crossing]);
  }
  return ways.sort(([one], [other]) => rankOf(one) - rankOf(other));
}

function rankOf({ crossing }: Step): number {
  return crossing === undefined ? 1 : 0;
}

function tellWay(
  fold: Fold,
  step: Step,
  crossing: Crossing,
  atMs: number,
  teller: Teller,
): BlockedWay {
  const { id, on: events, permission, reasons } = step.move;
  const { phrases } = teller;
  const soonestMs = events.length > 0 ? -Infinity : soonest(fold, step);
  const notBeforeMs = soonestMs > atMs ? soonestMs : undefined;
  const conditions = crossing.guards
    .map((guard) => decide(guard, fold.facts, atMs, teller))
    .filter(({ evaluation }) => evaluation.value !== true);
  const needs = [
    ...(events.length > 0 ? [phrases.needsEvent(events.map(teller.event))] : []),
    ...(permission === undefined ? [] : [phrases.needsPermission(permission)]),
    ...(reasons === undefined ? [] : [phrases.needsReason(reasons)]),
    ...(notBeforeMs === undefined ? [] : [tellTime(notBeforeMs, teller)]),
    ...new Set(
      conditions.flatMap(({ explanation }) => explanation.reasons).map(({ text }) => text),
    ),
  ];
  const changes = conditions.flatMap(
    ({ explanation }) => explanation.counterfactual?.changes ?? [],
  );
  const texts = [...new Set(changes.map(({ text }) => text))];
  const target = teller.stage(crossing.entered.at(-1)?.id ?? "");
  return {
    move: id,
    events,
    ...(permission !== undefined && { permission }),
    ...(reasons !== undefined && { reasons }),
    ...(notBeforeMs !== undefined && { notBeforeMs }),
    conditions,
    text: phrases.sentences([
      phrases.way(teller.move(id), target, needs.length > 0 ? needs : [phrases.nothingNeeded]),
      ...(texts.length > 0 ? [phrases.enough(texts)] : []),
    ]),
  };
}

function tellTime(notBeforeMs: number, { phrases, time }: Teller): string {
  return notBeforeMs === Infinity ? phrases.needsKnownTime : phrases.needsTime(time(notBeforeMs));
}
