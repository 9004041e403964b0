import { groupRows } from "../data/group-rows.js";
import { pairHistories } from "../data/pair-histories.js";
import { readHistories } from "../data/read-histories.js";
import { behaviourOf } from "../scoring/behaviour-of.js";
import type { PurchaseHistories } from "../types.js";
import {
  type PosteriorMixtures,
  posteriorMixtures,
  posteriorParameters,
} from "./posterior-mixtures.js";
import type { PosteriorModel, PosteriorParameter } from "./types.js";

/** The posteriors of each distinct history, and which history each row has. */
export interface JudgedHistories {
  /** Those that the model has. */
  readonly parameters: readonly PosteriorParameter[];
  readonly mixtures: readonly PosteriorMixtures[];
  readonly groupOf: Int32Array;
}

/**
 * Checks a model and histories and finds the posteriors of each distinct one.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA, UNSUPPORTED_VERSION
 */
export function judgeHistories(
  model: PosteriorModel,
  histories: PurchaseHistories,
): JudgedHistories {
  const behaviour = behaviourOf(model);
  const parameters = posteriorParameters(model);
  const columns = readHistories(histories, model.timeUnit);
  const { repeatCount, recency, age } = columns;
  const alive = behaviour.aliveProbabilities(pairHistories(columns));
  const { firstRow, groupOf } = groupRows([repeatCount, recency, age]);
  return {
    parameters,
    groupOf,
    mixtures: Array.from(firstRow, (row) =>
      posteriorMixtures(model, {
        x: repeatCount[row]!,
        recency: recency[row]!,
        age: age[row]!,
        alive: alive[row]!,
      }),
    ),
  };
}
