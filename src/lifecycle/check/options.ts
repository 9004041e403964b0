import type { LifecycleDefinition } from "../types.js";

/** What a lifecycle is checked together with. */
export interface CheckOptions {
  /** The other machines that run for the same customers: what they read may not go in circles. */
  readonly machines: readonly LifecycleDefinition[];
  /** The earlier versions of this machine in which there still are customers. */
  readonly earlier: readonly LifecycleDefinition[];
}

/** The check options as a caller writes them. */
export type CheckOptionsInput = {
  readonly [K in keyof CheckOptions]?: CheckOptions[K] | undefined;
};

/** A machine by itself. */
export const CHECK_DEFAULTS: CheckOptions = { machines: [], earlier: [] };
