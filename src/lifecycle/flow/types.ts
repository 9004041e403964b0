import type { DaysEstimate } from "../durations/types.js";

/** How customers flow through the stages: a Markov chain in continuous time. Plain JSON. */
export interface StageFlow {
  readonly kind: "stage-flow";
  readonly version: 1;
  readonly asOfMs: number;
  readonly level: number;
  /** The rows and columns of `counts`. */
  readonly stages: readonly FlowStage[];
  /** `counts[from][to]`: moves that were watched. */
  readonly counts: readonly (readonly number[])[];
}

/** One stage of a flow. */
export interface FlowStage {
  readonly stage: string;
  /** Visits that were watched, for however long. */
  readonly visits: number;
  /** Of these, visits that ended with a move. */
  readonly exits: number;
  /** Visits that go on. */
  readonly open: number;
  /** Customers whose first visit was watched and is here. */
  readonly starts: number;
  /** Days of 24 hours that all visits together were watched. */
  readonly exposureDays: number;
  /**
   * Exposure over exits, the mean stay of a chain without memory; its interval is that of a Poisson
   * count (Garwood, 1936). Of a stage that nobody has left only the lower end is known.
   */
  readonly meanStayDays: DaysEstimate;
  /** Whether the stays look like those of a chain without memory; `undefined` without exits. */
  readonly memory: MemoryTest | undefined;
  /** Where visits went, in the order of the stages; only moves that were seen. */
  readonly moves: readonly FlowMove[];
}

/** One way from a stage. */
export interface FlowMove {
  readonly to: string;
  readonly moves: number;
  /** Of the exits of its stage, with Wilson's interval (1927). */
  readonly probability: number;
  readonly lower: number;
  readonly upper: number;
  /** Moves per day in the stage; `undefined` where all visits took no time. */
  readonly perDay: number | undefined;
}

/** A test of the assumption that who has stayed for long leaves as easily as who has just come. */
export interface MemoryTest {
  /**
   * Standard normal without memory; clearly above 0, visits become more likely to end the longer they
   * last; clearly below, less.
   */
  readonly statistic: number;
  readonly pValue: number;
}

/** What becomes of who is in one stage. */
export interface TimeToStage {
  readonly stage: string;
  /** Of ever getting to one of the stages asked for. */
  readonly probability: number;
  /** Expected days until then, for those who get there; `undefined` where nobody does. */
  readonly days: number | undefined;
}

/** Where customers end. */
export interface StageAbsorption {
  /** The stages that are not left any more. */
  readonly into: readonly string[];
  readonly stages: readonly AbsorptionOfStage[];
}

/** Where customers of one stage end. */
export interface AbsorptionOfStage {
  readonly stage: string;
  /** The probability to end in each of the stages of `into`; together with `never` they are 1. */
  readonly probabilities: readonly number[];
  /** The probability to go round for ever. */
  readonly never: number;
  /** Expected days until the end; `undefined` where it may never come. */
  readonly days: number | undefined;
}

/** What a stage is worth, in any one unit. */
export interface StageWorth {
  /** For each visit, when the stage is entered. */
  readonly perVisit?: number;
  /** For each day of 24 hours in the stage. */
  readonly perDay?: number;
}

/** What a customer in a stage is worth from now on. */
export interface StageValue {
  readonly stage: string;
  /** Of the present visit and all later ones; `undefined` where it grows beyond all limits. */
  readonly value: number | undefined;
}

/** The share of customers in a stage. */
export interface StageShare {
  readonly stage: string;
  readonly share: number;
}

/** How many customers a stage holds when arrivals and moves are in balance. */
export interface SteadyCount {
  readonly stage: string;
  /** Of stages that customers never get out of again, together or alone, only from outside. */
  readonly entriesPerDay: number;
  /** `undefined` where customers gather without limit, as in a stage that is never left. */
  readonly customers: number | undefined;
}

/** Where customers of one stage are some days later. */
export interface StageOutlook {
  readonly stage: string;
  /** The probability of each stage, in the order of the flow. */
  readonly shares: readonly number[];
}
