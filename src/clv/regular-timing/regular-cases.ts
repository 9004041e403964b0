import { logSumExp } from "../../core/math/index.js";
import {
  type BetaGeometricParams,
  betaGeometricCases,
  type FirstChance,
} from "../process/beta-geometric-cases.js";
import { stageLogs } from "./stage-logs.js";

/** The likelihood of x regular purchases, the last at t_x, without what depends on k and the data alone. */
export interface RegularCases {
  /** ln of the likelihood that the last purchase was the last of all. */
  readonly logLeft: (x: number, recency: number) => number;
  /** ln of the likelihood that the customer is alive at T. */
  readonly logAlive: (x: number, recency: number, age: number) => number;
}

/**
 * The likelihood of BG/CNBD-k or MBG/CNBD-k (Reutterer, Platzer and Schröder, 2021, "Leveraging purchase
 * regularity"): that of the k x stages up to the last purchase, as in BG/NBD or MBG/NBD, and 0 to k - 1
 * stages more of those who are alive.
 */
export function regularCases(
  params: BetaGeometricParams,
  firstChance: FirstChance,
  k: number,
): RegularCases {
  const { r, alpha } = params;
  const { logLeavesNext, logAlive } = betaGeometricCases(params, firstChance, k);
  return {
    logLeft: logLeavesNext,
    logAlive: (x, recency, age) =>
      logAlive(x, age) + logSumExp(stageLogs(r + k * x, (age - recency) / (alpha + age), k)),
  };
}
