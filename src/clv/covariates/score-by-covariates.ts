import { readHistories } from "../data/read-histories.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { takeRows } from "./fit-covariate-model.js";
import { personalModels } from "./personal-models.js";
import type { CovariateHistories, CovariateModel } from "./types.js";

/**
 * Scores customers with covariates by the model that each of them has.
 *
 * @param histories - with the covariates that the model asks for; they are refused without
 * @param score - scores customers of a model without covariates
 * @returns one score per customer, in the order of the histories
 */
export function scoreByCovariates<Score>(
  model: CovariateModel,
  histories: PurchaseHistories,
  score: (model: PurchaseModel, histories: PurchaseHistories) => ArrayLike<Score>,
): Score[] {
  const columns = readHistories(histories);
  const { covariates } = histories as Partial<CovariateHistories>;
  const scores = new Array<Score>(columns.age.length);
  for (const personal of personalModels(model, covariates, columns.age.length)) {
    const { repeatCount, recency, age, unit } = takeRows(columns, personal.rows);
    const own = score(personal.model, { repeatCount, recency, age, unit });
    personal.rows.forEach((row, index) => {
      scores[row] = own[index]!;
    });
  }
  return scores;
}
