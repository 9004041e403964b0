import { logAddExp, logSumExp } from "../../core/math/index.js";
import { checkParameterModel } from "../check-model.js";
import { groupRows } from "../data/group-rows.js";
import type { HistoryColumns } from "../data/read-histories.js";
import type { FirstChance } from "../process/beta-geometric-cases.js";
import type { PurchaseBehaviour } from "../scoring/purchase-behaviour.js";
import { checkRegularity } from "./fit-regular-model.js";
import { regularCases } from "./regular-cases.js";
import { regularProcess } from "./regular-process.js";
import { stageLogs } from "./stage-logs.js";
import { timingConstants } from "./timing-constant.js";
import type { BgCnbdParameters, MbgCnbdParameters } from "./types.js";

/** BG/CNBD-k: as BG/NBD, with k stages to a purchase. */
export function bgCnbdBehaviour(model: BgCnbdParameters): PurchaseBehaviour {
  checkParameterModel(model, "bgCnbd", ["r", "alpha", "a", "b"]);
  return regularBehaviour(model, 1);
}

/** MBG/CNBD-k: as MBG/NBD, with k stages to a purchase. */
export function mbgCnbdBehaviour(model: MbgCnbdParameters): PurchaseBehaviour {
  checkParameterModel(model, "mbgCnbd", ["r", "alpha", "a", "b"]);
  return regularBehaviour(model, 0);
}

/**
 * Who is alive at T with j stages since the last purchase has a rate gamma(r + k x + j, α + T) and a
 * chance to leave beta(a, b + x) or, where the first purchase may be the last, beta(a, b + x + 1).
 */
function regularBehaviour(
  { params, regularity: k }: BgCnbdParameters | MbgCnbdParameters,
  firstChance: FirstChance,
): PurchaseBehaviour {
  checkRegularity(k, "model.regularity");
  const { r, alpha, a, b } = params;
  const { logLeft, logAlive } = regularCases(params, firstChance, k);
  return {
    logLikelihoods: (histories) => {
      const constants = timingConstants(histories, k);
      const own = evaluateRows(histories, (x, recency, age) =>
        logAddExp(logLeft(x, recency), logAlive(x, recency, age)),
      );
      return own.map((log, row) => log + constants[row]!);
    },
    aliveProbabilities: (histories) =>
      evaluateRows(histories, (x, recency, age) => {
        // At most 1 but for rounding.
        const alive = logAlive(x, recency, age);
        return Math.min(1, Math.exp(alive - logAddExp(logLeft(x, recency), alive)));
      }),
    remembersRecency: k > 1,
    future: (x, age, recency) => {
      const shape = r + k * x;
      const logs = stageLogs(shape, (age - recency) / (alpha + age), k);
      const whole = logSumExp(logs);
      const stages = logs.map((log) => Math.exp(log - whole));
      const leaving = { a, b: b + x + 1 - firstChance };
      return regularProcess({ r: shape, alpha: alpha + age, ...leaving, regularity: k, stages });
    },
  };
}

/** A term evaluated once per distinct history. */
function evaluateRows(
  { repeatCount, recency, age }: HistoryColumns,
  term: (x: number, recency: number, age: number) => number,
): Float64Array {
  const { firstRow, groupOf } = groupRows([repeatCount, age, recency]);
  const values = Float64Array.from(firstRow, (row) =>
    term(repeatCount[row]!, recency[row]!, age[row]!),
  );
  return Float64Array.from(groupOf, (group) => values[group]!);
}
