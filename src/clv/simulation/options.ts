import type { Random } from "../../core/random.js";
import type { CovariateColumns } from "../covariates/types.js";
import type { Duration } from "../time/duration.js";

/** How customers are simulated. */
export interface SimulationOptions {
  /** How many; it has no default, on purpose. */
  readonly customers: number;
  /**
   * T, the time from the first purchase to the end of the observation: of everybody, or the shortest
   * and the longest, between which ages are spread evenly at random.
   */
  readonly age: Duration | readonly [shortest: Duration, longest: Duration];
  /** How long their transactions are counted after the observation; not at all where left out. */
  readonly horizon?: Duration | undefined;
  /** Those of each customer, for a model with covariates. */
  readonly covariates?: CovariateColumns | undefined;
  /** Where chance comes from; `seededRandom(1)` where left out. */
  readonly random?: Random | undefined;
}

/** Every option of a simulation has a key here, so that a misspelt one is found. */
export const SIMULATION_DEFAULTS: {
  readonly [Key in keyof Required<SimulationOptions>]: undefined;
} = {
  customers: undefined,
  age: undefined,
  horizon: undefined,
  covariates: undefined,
  random: undefined,
};
