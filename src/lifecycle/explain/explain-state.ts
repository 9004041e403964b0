import { withDefaults } from "../../core/options.js";
import type { Evaluation, Explanation } from "../../rules/index.js";
import { checkState } from "../check-state.js";
import { planOf } from "../compile-lifecycle.js";
import type { Lifecycle } from "../compiled-types.js";
import { EXPLAIN_DEFAULTS, type ExplainOptionsInput } from "../options.js";
import { planCrossing } from "../plan/plan-crossing.js";
import type { Guard, MachinePlan, PlannedMove, PlannedStage } from "../plan/types.js";
import type { LifecycleState, MachineStamp, MoveRecord } from "../state-types.js";
import { type Teller, tellerOf } from "./teller.js";

/** Why a customer is where it is. */
export interface StateExplanation {
  readonly stage: string;
  readonly sinceMs: number;
  /** The move that led here; absent while the customer is where it began. */
  readonly move?: MoveRecord;
  readonly machine: MachineStamp;
  /** What decided the move, decided once more from the facts that were kept. */
  readonly decisions: readonly Decision[];
  /** Whether everything that decided it is true: it always is, for a state of this library. */
  readonly holds: boolean;
  /** The whole in a few sentences. */
  readonly text: string;
}

/** A condition of the machine with its value and reasons. */
export interface Decision {
  /** The JSON path of the condition in the machine. */
  readonly path: string;
  readonly evaluation: Evaluation;
  readonly explanation: Explanation;
}

/**
 * Explains why a customer is in its stage: the move, the event or the time, the tests of the rules that
 * decided it, and the configuration. The rules are decided again from the facts that the state keeps.
 *
 * @param options - `locale`: `en` (the default) or `zh`
 * @throws ClienteleError UNSUPPORTED_VERSION when the state is of another version of the machine
 * @example
 * explainState(lifecycle, state).text
 * //=> 'In "Repeat customer" since 2026-03-20 10:00 (Asia/Shanghai), from "First purchase" by …'
 */
export function explainState(
  lifecycle: Lifecycle,
  state: LifecycleState,
  options: ExplainOptionsInput = {},
): StateExplanation {
  const plan = planOf(lifecycle);
  checkState(plan, state);
  const { locale } = withDefaults(EXPLAIN_DEFAULTS, options);
  const teller = tellerOf(lifecycle, locale);
  const { current: stage, last, machine } = state;
  const sinceMs = state.since[stage]!;
  const decisions = last === undefined ? [] : decisionsOf(plan, last, teller);
  return {
    stage,
    sinceMs,
    ...(last !== undefined && { move: last }),
    machine,
    decisions,
    holds: decisions.every(({ evaluation }) => evaluation.value === true),
    text: tell(state, decisions, teller),
  };
}

/** Decides a condition, with the reasons. */
export function decide(guard: Guard, facts: object, atMs: number, teller: Teller): Decision {
  const evaluation = guard.trace(facts, atMs);
  return { path: guard.path, evaluation, explanation: teller.explain(evaluation) };
}

/** What decided a move that was taken. */
function decisionsOf(plan: MachinePlan, record: MoveRecord, teller: Teller): readonly Decision[] {
  const { moves } = plan.lifecycle;
  const move = moves.find(({ id }) => id === record.move) as PlannedMove | undefined;
  const from = plan.stages.get(record.from);
  const to: PlannedStage | undefined = move?.to ?? plan.stages.get(record.to);
  if (move === undefined || from === undefined || to === undefined) return [];
  const { guards } = planCrossing(move, from, to);
  return guards.map((guard) => decide(guard, record.facts, record.atMs, teller));
}

function tell(
  { current, since, last, machine }: LifecycleState,
  decisions: readonly Decision[],
  { phrases, stage, move, event, time }: Teller,
): string {
  const { id, version, configHash } = machine;
  const here = stage(current);
  const when = time(since[current]!);
  const configuration = phrases.configuration(id, version, configHash.slice(0, 12));
  if (last === undefined) return phrases.sentences([phrases.began(here, when), configuration]);
  const cause =
    last.event === undefined
      ? phrases.bySelf
      : phrases.onEvent(event(last.event.type), last.event.by, last.event.reason);
  return phrases.sentences([
    phrases.moved(here, stage(last.from), move(last.move), when) + cause,
    ...decisions.map(({ explanation }) => explanation.text),
    configuration,
  ]);
}
