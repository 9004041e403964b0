import { checkNumber } from "../../core/column.js";
import { ClienteleError, invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { seededRandom } from "../../core/random.js";
import { isCovariateModel } from "../covariates/check-covariate-model.js";
import { personalModels } from "../covariates/personal-models.js";
import type { CovariateColumns, CovariateHistories, CovariateModel } from "../covariates/types.js";
import { behaviourOf } from "../scoring/behaviour-of.js";
import { durationIn } from "../time/duration.js";
import type { PurchaseModel } from "../types.js";
import { drawLife, type Life } from "./draw-life.js";
import { SIMULATION_DEFAULTS, type SimulationOptions } from "./options.js";
import type { SimulatedCustomers } from "./types.js";

/** More purchases of one customer than these are a mistake, not a question. */
const MOST_PURCHASES = 1_000_000;

/**
 * Simulates customers who buy and leave as a model says, by its own story: rates are drawn for each
 * customer, then one purchase after another.
 *
 * @param model - of purchases, with covariates or without; fitted, or written down with parameters
 * @param options - `customers` and their `age`; `horizon` for transactions after the observation;
 * `covariates` of the customers for a model with them; `random`, the same seed giving the same customers
 * @returns one row per customer, times in the model's unit, with the covariates; no rows for 0 customers
 * @throws ClienteleError LIMIT_EXCEEDED where a customer makes more than a million purchases; INVALID_ARGUMENT,
 * UNKNOWN_OPTION, UNSUPPORTED_VERSION
 * @example
 * simulateCustomers(model, { customers: 1000, age: { weeks: 39 }, random: seededRandom(7) });
 */
export function simulateCustomers(
  model: CovariateModel,
  options: SimulationOptions,
): SimulatedCustomers & CovariateHistories;
export function simulateCustomers(
  model: PurchaseModel,
  options: SimulationOptions,
): SimulatedCustomers;
export function simulateCustomers(
  model: PurchaseModel | CovariateModel,
  options: SimulationOptions,
): SimulatedCustomers {
  const { customers, age, horizon, covariates, random = seededRandom(1) } = readOptions(options);
  checkNumber(customers, "options.customers", "count");
  const modelOf = findModels(model, covariates, customers);
  const unit = model.timeUnit;
  if (typeof random !== "function") throw invalid("options.random", "a function", random);
  const [shortest, longest] = Array.isArray(age) ? age : [age, age];
  const from = durationIn(shortest, unit, "options.age");
  const to = durationIn(longest, unit, "options.age");
  if (from > to) throw invalid("options.age", "the shortest and then the longest", age);
  const beyond = horizon === undefined ? 0 : durationIn(horizon, unit, "options.horizon");

  const result: SimulatedCustomers = {
    repeatCount: new Int32Array(customers),
    recency: new Float64Array(customers),
    age: new Float64Array(customers),
    logGapSum: new Float64Array(customers),
    unit,
    isAlive: new Uint8Array(customers),
    holdoutCount: new Int32Array(customers),
  };
  for (let row = 0; row < customers; row++) {
    const end = from + (to - from) * random();
    live(drawLife(modelOf(row), random), end, beyond, result, row);
  }
  return covariates === undefined ? result : Object.assign(result, { covariates });
}

/** The model of each row, after a check that it is one. */
function findModels(
  model: PurchaseModel | CovariateModel,
  covariates: CovariateColumns | undefined,
  customers: number,
): (row: number) => PurchaseModel {
  if (!isCovariateModel(model)) {
    behaviourOf(model);
    if (covariates === undefined) return () => model;
    throw invalid("options.covariates", "left out for a model without covariates", covariates);
  }
  const models = new Array<PurchaseModel>(customers);
  for (const personal of personalModels(model, covariates, customers)) {
    for (const row of personal.rows) models[row] = personal.model;
  }
  return (row) => models[row]!;
}

function readOptions(options: SimulationOptions): SimulationOptions {
  return withDefaults<{ [Key in keyof SimulationOptions]: SimulationOptions[Key] | undefined }>(
    SIMULATION_DEFAULTS,
    options,
  ) as SimulationOptions;
}

/** Writes one life into its row. */
function live(
  life: Life,
  age: number,
  horizon: number,
  { repeatCount, recency, age: ages, logGapSum, isAlive, holdoutCount }: SimulatedCustomers,
  row: number,
): void {
  const end = Math.min(life.leavesAt, age + horizon);
  let purchases = 0;
  let time = 0;
  let last = 0;
  let hasLeft = life.leavesAfterPurchase();
  let leftAt = hasLeft ? 0 : life.leavesAt;
  while (!hasLeft) {
    time += life.nextGap();
    if (!(time <= end)) break;
    if (++purchases > MOST_PURCHASES) throw tooMany();
    if (time <= age) {
      repeatCount[row]!++;
      logGapSum[row]! += Math.log(time - last);
      last = time;
    } else {
      holdoutCount[row]!++;
    }
    hasLeft = life.leavesAfterPurchase();
    if (hasLeft) leftAt = time;
  }
  ages[row] = age;
  recency[row] = last;
  isAlive[row] = leftAt > age ? 1 : 0;
}

function tooMany(): ClienteleError {
  return new ClienteleError(
    "LIMIT_EXCEEDED",
    `Under this model a customer makes more than ${MOST_PURCHASES} purchases; simulate a shorter time`,
    { where: "options.age", remedy: "Simulate a shorter time" },
  );
}
