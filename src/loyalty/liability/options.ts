import type { PointValue } from "../program/types.js";
import type { RedemptionModel } from "./types.js";

/** How {@link liability} values points. */
export interface LiabilityOptions {
  /** What a point is worth. */
  readonly value: PointValue;
  /** How points are redeemed; by default fitted to the same vintages. */
  readonly model: RedemptionModel | undefined;
  /** The share of pending points that will become spendable; by default 1. */
  readonly activation: number;
  /** The confidence of the interval; by default 0.95. */
  readonly confidence: number;
}

/** The options as a caller writes them. */
export type LiabilityOptionsInput = Pick<LiabilityOptions, "value"> & {
  readonly [Key in keyof LiabilityOptions]?: LiabilityOptions[Key] | undefined;
};

export const LIABILITY_DEFAULTS: Omit<LiabilityOptions, "value"> = {
  model: undefined,
  activation: 1,
  confidence: 0.95,
};
