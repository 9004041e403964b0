import type { Drafted } from "../../core/options.js";
import type { Random } from "../../core/random.js";
import type { HorizonOptions } from "../options.js";

/** How sure an interval is. */
export interface LevelOptions {
  /** Above 0 and below 1; 0.95 where left out. */
  readonly level: number;
}

export const LEVEL_DEFAULTS: LevelOptions = { level: 0.95 };

/** Options of `profileIntervals`. */
export interface ProfileOptions extends LevelOptions {
  /** Names of the parameters to look at, each of which costs many likelihoods; all where left out. */
  readonly parameters: readonly string[] | undefined;
}

export const PROFILE_DEFAULTS: ProfileOptions = { ...LEVEL_DEFAULTS, parameters: undefined };

/** Options of `expectationIntervals`. */
export interface ExpectationOptions extends LevelOptions {
  /**
   * `delta`: from the slope of the prediction by each parameter; `draws`: quantiles over parameters
   * drawn from their distribution, which needs no straight line. `delta` where left out.
   */
  readonly method: "delta" | "draws";
  /**
   * On which scale the prediction is about normally distributed: `log` for what is positive, `logit`
   * for probabilities. Only `delta` needs it; `log` where left out.
   */
  readonly scale: "log" | "logit";
  /** How many draws; 500 where left out. */
  readonly draws: number;
  /** Where chance comes from; `seededRandom(1)` where left out. */
  readonly random: Random | undefined;
}

export const EXPECTATION_DEFAULTS: ExpectationOptions = {
  ...LEVEL_DEFAULTS,
  method: "delta",
  scale: "log",
  draws: 500,
  random: undefined,
};

/** Options of `outcomeIntervals`. */
export interface OutcomeOptions extends HorizonOptions {
  /** The least probability that an outcome lies within; 0.95 where left out. */
  readonly level?: number | undefined;
}

export const OUTCOME_DEFAULTS: LevelOptions & Pick<Drafted<OutcomeOptions>, "horizon"> = {
  ...LEVEL_DEFAULTS,
  horizon: undefined,
};
