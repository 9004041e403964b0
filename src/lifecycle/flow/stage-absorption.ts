import { withDefaults } from "../../core/options.js";
import { STAGE_ABSORPTION_DEFAULTS, type StageAbsorptionOptionsInput } from "./options.js";
import { type Chain, canReach, endIn, markStages, readChain, solveChain } from "./read-chain.js";
import type { AbsorptionOfStage, StageAbsorption, StageFlow } from "./types.js";

/**
 * Where customers of each stage end and how many days that takes: the absorption probabilities and
 * times of the chain (Kemeny and Snell, 1960, 3.3).
 *
 * A stage that nobody has left yet counts as an end, though it may only be young: name the ends in
 * `into` to decide otherwise.
 *
 * @param flow - from `stageFlow`
 * @param options - `into`, the stages that count as ends (default those that nobody has left)
 * @returns one row per stage, in the order of the flow
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, UNSUPPORTED_VERSION, NO_CONVERGENCE
 * @example
 * stageAbsorption(flow, { into: ["lost", "partner"] }).stages[0]?.probabilities //=> [0.7, 0.3]
 */
export function stageAbsorption(
  flow: StageFlow,
  options: StageAbsorptionOptionsInput = {},
): StageAbsorption {
  const { into: asked } = withDefaults(STAGE_ABSORPTION_DEFAULTS, options);
  const chain = readChain(flow);
  const { names, stayDays } = chain;
  const into = asked ?? names.filter((_, place) => stayDays[place] === Infinity);
  const isEnd = markStages(chain, into, "options.into");
  const ended = endIn(chain, isEnd);
  const ends = canReach(ended, isEnd);
  const mayNeverEnd = canReach(
    ended,
    ends.map((does) => !does),
  );
  const isOpen = ends.map((does, place) => does && !isEnd[place]);
  const isCertain = isOpen.map((open, place) => open && !mayNeverEnd[place]);
  const chances = into.map((name) => chancesOf(ended, isOpen, names.indexOf(name)));
  const days = solveChain(
    ended.next,
    isCertain,
    stayDays.map((stay, place) => (isCertain[place] ? stay : 0)),
  );
  const stages = names.map((stage, place): AbsorptionOfStage => {
    const probabilities = chances.map((chance) => Math.max(0, chance[place] as number));
    const isSure = isCertain[place] || isEnd[place] === true;
    const sum = probabilities.reduce((total, chance) => total + chance, 0);
    return {
      stage,
      probabilities,
      never: isSure ? 0 : Math.max(0, 1 - sum),
      days: isSure ? (days[place] as number) : undefined,
    };
  });
  return { into, stages };
}

/** The probability to end in one of the ends, by stage. */
function chancesOf({ next }: Chain, isOpen: readonly boolean[], end: number): number[] {
  const chances = solveChain(
    next,
    isOpen,
    next.map((row) => row[end] as number),
  );
  chances[end] = 1;
  return chances;
}
