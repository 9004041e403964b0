import { checkNumber } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { findFollowers, findRecurrent, markStages, readChain, solveChain } from "./read-chain.js";
import type { StageFlow, SteadyCount } from "./types.js";

/**
 * How many customers each stage holds when new ones arrive at a steady rate: entries a day
 * y = a + y P, customers y m (Little, 1961).
 *
 * @param flow - from `stageFlow`
 * @param arrivalsPerDay - new customers per day of 24 hours, by the stage in which they begin
 * @returns one row per stage, in the order of the flow; no number of customers where they gather
 * without limit
 * @throws ClienteleError INVALID_ARGUMENT, for an unknown stage too; UNSUPPORTED_VERSION, NO_CONVERGENCE
 * @example
 * steadyCounts(flow, { trial: 5 }) //=> [{ stage: "trial", entriesPerDay: 5, customers: 61.5 }, …]
 */
export function steadyCounts(
  flow: StageFlow,
  arrivalsPerDay: Readonly<Record<string, number>>,
): SteadyCount[] {
  const chain = readChain(flow);
  if (typeof arrivalsPerDay !== "object" || arrivalsPerDay === null) {
    throw invalid("arrivalsPerDay", "an object with arrivals by stage", arrivalsPerDay);
  }
  markStages(chain, Object.keys(arrivalsPerDay), "arrivalsPerDay");
  const { names, next, stayDays } = chain;
  const arrivals = names.map((name) => {
    const perDay = Object.hasOwn(arrivalsPerDay, name) ? arrivalsPerDay[name]! : 0;
    checkNumber(perDay, `arrivalsPerDay.${name}`, "nonNegative");
    return perDay;
  });
  const followers = findFollowers(chain);
  const isRecurrent = findRecurrent(followers);
  const before = names.map((_, to) => names.map((_name, from) => next[from]![to] as number));
  const passing = solveChain(
    before,
    isRecurrent.map((is) => !is),
    arrivals,
  );
  const entries = names.map((_, to) =>
    isRecurrent[to]
      ? before[to]!.reduce((sum, share, from) => sum + share * passing[from]!, arrivals[to]!)
      : (passing[to] as number),
  );
  const isFed = entries.map(
    (entry, place) => entry > 0 || [...followers[place]!].some((to) => entries[to]! > 0),
  );
  return names.map((stage, place) => {
    const entriesPerDay = entries[place] as number;
    if (!isRecurrent[place]) {
      return { stage, entriesPerDay, customers: entriesPerDay * stayDays[place]! };
    }
    return { stage, entriesPerDay, customers: isFed[place] ? undefined : 0 };
  });
}
