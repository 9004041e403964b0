import { checkLevel } from "../../core/check-level.js";
import { ClienteleError, invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { checkStages } from "../durations/check-stages.js";
import { type ObservedVisit, observeVisits, splitOptions } from "../durations/observe-visits.js";
import type { StageVisit } from "../durations/types.js";
import { meanStay, wilsonInterval } from "./intervals.js";
import { STAGE_FLOW_DEFAULTS, type StageFlowOptionsInput } from "./options.js";
import { testMemory } from "./test-memory.js";
import type { FlowMove, FlowStage, StageFlow } from "./types.js";

/** The answers take the cube of this many steps. */
const MOST_STAGES = 200;

/**
 * Estimates the flow of customers through the stages as a Markov chain in continuous time: moves over
 * the exits of their stage, and stays as exposure over exits, which is what maximises the likelihood
 * with visits that go on (Andersen, Borgan, Gill and Keiding, 1993, 6.1).
 *
 * Such a chain forgets how it came and how long it has stayed. `memory` tests the latter; where it
 * does not hold, where customers end is not affected, but times and values are those of the mean stay.
 * Corrections and migrations end the watching of a visit, and are no moves.
 *
 * @param visits - from `listVisits`, or your own; in any order
 * @param options - `asOf` is required
 * @returns the chain as plain JSON, which the other functions of the flow take; no stages for no visits
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, INVALID_DATA; LIMIT_EXCEEDED for more than 200
 * stages
 * @example
 * const flow = stageFlow(listVisits(paths), { asOf: "2026-06-30", zone: "UTC" });
 * timeToStage(flow, ["lost"])[0] //=> { stage: "customer", probability: 0.8, days: 143.2 }
 */
export function stageFlow(
  visits: readonly StageVisit[],
  options: StageFlowOptionsInput,
): StageFlow {
  const { span, others } = splitOptions(options);
  const { stages, level } = withDefaults(STAGE_FLOW_DEFAULTS, others);
  checkLevel(level);
  const observed = observeVisits(visits, span);
  const names = stageNames(observed, stages);
  const places = new Map(names.map((name, place) => [name, place]));
  const groups = names.map((): ObservedVisit[] => []);
  const counts = names.map(() => names.map(() => 0));
  const starts = names.map(() => 0);
  const first = firstVisits(visits);
  for (const one of observed) {
    const { stage, next, customerId } = one.visit;
    const place = places.get(stage)!;
    groups[place]!.push(one);
    if (one.end === "left") counts[place]![places.get(next!)!]! += 1;
    if (one.fromDays === 0 && first.get(customerId) === one.visit) starts[place]! += 1;
  }
  return {
    kind: "stage-flow",
    version: 1,
    asOfMs: span.untilMs,
    level,
    stages: names.map((stage, place) => {
      const about = describeStage(stage, groups[place]!, level);
      const moves = describeMoves(names, counts[place]!, about, level);
      return { ...about, starts: starts[place]!, moves };
    }),
    counts,
  };
}

/** Every stage that is visited or left for. */
function stageNames(
  observed: readonly ObservedVisit[],
  stages: readonly string[] | undefined,
): readonly string[] {
  const found = new Set<string>();
  for (const { visit, end } of observed) {
    found.add(visit.stage);
    if (end === "left") found.add(visit.next!);
  }
  if (stages !== undefined) checkStages(stages, "options.stages");
  const names = stages ?? [...found].sort();
  const listed = new Set(names);
  for (const name of found) {
    if (!listed.has(name)) throw invalid("options.stages", `with ${name}, which is visited`, names);
  }
  if (names.length > MOST_STAGES) {
    throw new ClienteleError(
      "LIMIT_EXCEEDED",
      `A flow has at most ${MOST_STAGES} stages, got ${names.length}. Merge some with mergeVisits`,
      { where: "visits", expected: `at most ${MOST_STAGES} stages`, got: String(names.length) },
    );
  }
  return names;
}

function firstVisits(visits: readonly StageVisit[]): Map<string, StageVisit> {
  const first = new Map<string, StageVisit>();
  for (const visit of visits) {
    const known = first.get(visit.customerId);
    if (known === undefined || visit.enteredMs < known.enteredMs) {
      first.set(visit.customerId, visit);
    }
  }
  return first;
}

function describeStage(
  stage: string,
  observed: readonly ObservedVisit[],
  level: number,
): Omit<FlowStage, "starts" | "moves"> {
  let exits = 0;
  let open = 0;
  let exposureDays = 0;
  for (const { fromDays, untilDays, end } of observed) {
    exposureDays += untilDays - fromDays;
    if (end === "left") exits++;
    else if (end === "open") open++;
  }
  return {
    stage,
    visits: observed.length,
    exits,
    open,
    exposureDays,
    meanStayDays: meanStay(exits, exposureDays, level),
    memory: testMemory(observed, exits, exposureDays),
  };
}

function describeMoves(
  names: readonly string[],
  counts: readonly number[],
  { exits, exposureDays }: Pick<FlowStage, "exits" | "exposureDays">,
  level: number,
): readonly FlowMove[] {
  return names.flatMap((to, place) => {
    const moves = counts[place] as number;
    if (moves === 0) return [];
    const perDay = exposureDays > 0 ? moves / exposureDays : undefined;
    return [
      { to, moves, probability: moves / exits, ...wilsonInterval(moves, exits, level), perDay },
    ];
  });
}
