import type { AsOf } from "../../core/index.js";
import type { CompiledProgram } from "../program/compile-program.js";
import type { Order } from "../types.js";

/** How {@link simulateProgram} runs. */
export interface SimulationOptions {
  /** Up to when time passes: points lapse and tiers end. By default the latest order. */
  readonly asOf: AsOf | undefined;
  /** The programme to compare with. */
  readonly present: CompiledProgram | undefined;
  /** The lines and facts of the order at a position; by default one line with its amount. */
  readonly orderAt: ((position: number) => Order) | undefined;
  /** Before an order, members spend this many points as often as they have them; by default never. */
  readonly redeemPoints: number | undefined;
  /** Hears of every thousandth customer, and of the last. */
  readonly onProgress: ((done: number, customers: number) => void) | undefined;
}

/** The options as a caller writes them. */
export type SimulationOptionsInput = {
  readonly [Key in keyof SimulationOptions]?: SimulationOptions[Key] | undefined;
};

export const SIMULATION_DEFAULTS: SimulationOptions = {
  asOf: undefined,
  present: undefined,
  orderAt: undefined,
  redeemPoints: undefined,
  onProgress: undefined,
};
