import type { Tier } from "./types.js";

/** The names of the tiers, from the best. */
export const TIERS: readonly Tier[] = ["A", "B", "C"];
