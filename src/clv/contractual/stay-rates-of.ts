import { checkNumber } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { checkParams } from "../check-model.js";
import type { StayRates } from "./log-stay.js";
import type { ContractModel } from "./types.js";

/** More periods are a mistake: the longest sums are taken term by term. */
const MOST_PERIODS = 100_000;

/**
 * The parameters of a model of contracts, after a check that it is one.
 *
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION
 */
export function stayRatesOf(model: ContractModel): StayRates {
  switch (model?.kind) {
    case "sbg":
      checkParams(model, "sbg", ["alpha", "beta"]);
      return { ...model.params, c: 1 };
    case "bdw":
      checkParams(model, "bdw", ["alpha", "beta", "c"]);
      return model.params;
    default:
      throw invalid("model.kind", "sbg or bdw", (model as { kind?: unknown } | undefined)?.kind);
  }
}

/** Refuses a number of periods that is no whole number, or far too large. */
export function checkPeriods(periods: number, where: string): void {
  checkNumber(periods, where, "count");
  if (periods > MOST_PERIODS) {
    throw invalid(where, `at most ${MOST_PERIODS}`, periods, { code: "LIMIT_EXCEEDED" });
  }
}
