import { checkNumber } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { STAGE_VALUE_DEFAULTS, type StageValueOptionsInput } from "./options.js";
import {
  type Chain,
  canReach,
  findFollowers,
  findRecurrent,
  markStages,
  readChain,
  solveChain,
} from "./read-chain.js";
import type { StageFlow, StageValue, StageWorth } from "./types.js";

/**
 * What a customer who has just entered a stage is worth from then on, given what visits and days of
 * the stages are worth: v = perVisit + (perDay m + P v) / (1 + δ m), with mean stays m and the
 * continuous discount rate δ (Howard, 1960, chapter 8). Without memory, who has been there for a while
 * is worth as much, less `perVisit`.
 *
 * @param flow - from `stageFlow`
 * @param worth - by stage, `perVisit` and `perDay` in any one unit; stages left out are worth nothing
 * @param options - `discountPerDay` (default 0)
 * @returns one row per stage, in the order of the flow; without discount there is no value where
 * customers stay or go round for ever in stages that are worth something
 * @throws ClienteleError INVALID_ARGUMENT, for an unknown stage too; UNKNOWN_OPTION,
 * UNSUPPORTED_VERSION, NO_CONVERGENCE
 * @example
 * stageValues(flow, { loyal: { perDay: 0.4 }, trial: { perVisit: -12 } })[0]?.value //=> 35.1
 */
export function stageValues(
  flow: StageFlow,
  worth: Readonly<Record<string, StageWorth>>,
  options: StageValueOptionsInput = {},
): StageValue[] {
  const { discountPerDay } = withDefaults(STAGE_VALUE_DEFAULTS, options);
  checkNumber(discountPerDay, "options.discountPerDay", "nonNegative");
  const chain = readChain(flow);
  const { names, next, stayDays } = chain;
  const { perVisit, perDay } = readWorth(chain, worth);
  const isRound = discountPerDay > 0 ? names.map(() => false) : findRounds(chain);
  const isEndless = names.map((_, place) => {
    const isEarning = perDay[place] !== 0 || (perVisit[place] !== 0 && isRound[place] === true);
    const isForEver = discountPerDay === 0 && (isRound[place] || stayDays[place] === Infinity);
    return isForEver === true && isEarning;
  });
  const isLimited = canReach(chain, isEndless).map((can) => !can);
  // What a unit of value at the end of the stay is worth at its beginning.
  const kept = stayDays.map((days) => (discountPerDay === 0 ? 1 : 1 / (1 + discountPerDay * days)));
  const gains = names.map((_, place) => {
    const days = perDay[place] === 0 ? 0 : discountedDays(stayDays[place]!, discountPerDay);
    return perVisit[place]! + perDay[place]! * days;
  });
  const values = solveChain(
    next.map((row, place) => row.map((share) => share * (kept[place] as number))),
    isLimited.map((is, place) => is && !isRound[place]),
    gains,
  );
  return names.map((stage, place) => ({
    stage,
    value: isLimited[place] ? values[place] : undefined,
  }));
}

/** The stages that customers go round in for ever: those they never leave are not among them. */
function findRounds(chain: Chain): readonly boolean[] {
  const followers = findFollowers(chain);
  const isRecurrent = findRecurrent(followers);
  return followers.map((after, place) => after.size > 0 && isRecurrent[place] === true);
}

function discountedDays(days: number, discountPerDay: number): number {
  return days === Infinity ? 1 / discountPerDay : days / (1 + discountPerDay * days);
}

function readWorth(
  chain: Chain,
  worth: Readonly<Record<string, StageWorth>>,
): { readonly perVisit: readonly number[]; readonly perDay: readonly number[] } {
  if (typeof worth !== "object" || worth === null || Array.isArray(worth)) {
    throw invalid("worth", "an object with the worth of stages", worth);
  }
  markStages(chain, Object.keys(worth), "worth");
  const read = (name: string, part: keyof StageWorth): number => {
    const ofStage = Object.hasOwn(worth, name) ? worth[name] : {};
    if (typeof ofStage !== "object" || ofStage === null) {
      throw invalid(`worth.${name}`, "an object with perVisit and perDay", ofStage);
    }
    const value = ofStage[part] ?? 0;
    checkNumber(value, `worth.${name}.${part}`);
    return value;
  };
  return {
    perVisit: chain.names.map((name) => read(name, "perVisit")),
    perDay: chain.names.map((name) => read(name, "perDay")),
  };
}
