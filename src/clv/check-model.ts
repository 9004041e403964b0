import { DAYS_PER_UNIT, type TimeUnit } from "../core/calendar.js";
import { checkNumber, checkOneOf } from "../core/column.js";
import { invalid } from "../core/errors.js";
import { checkModel, type Model } from "../core/model.js";
import type { ParameterModel } from "./types.js";

/** The version of the models that this library writes and reads. */
export const MODEL_VERSION = 1;

const UNITS = Object.keys(DAYS_PER_UNIT) as readonly TimeUnit[];

/**
 * Refuses a value that is not a model of the kind with its parameters, whole and in range: a model
 * may come from a file.
 *
 * @param names - the parameters that it must have, each positive
 * @throws ClienteleError INVALID_ARGUMENT for another kind, a missing or impossible parameter or
 * unit; UNSUPPORTED_VERSION
 */
export function checkParameterModel<Kind extends string, Name extends string>(
  model: ParameterModel<Kind, Name>,
  kind: Kind,
  names: readonly Name[],
): void {
  checkModel(model as unknown as Model, kind, MODEL_VERSION);
  checkOneOf(model.timeUnit, "model.timeUnit", UNITS);
  const { params } = model;
  if (typeof params !== "object" || params === null) {
    throw invalid("model.params", `an object with ${names.join(", ")}`, params);
  }
  for (const name of names) checkNumber(params[name], `model.params.${name}`, "positive");
}
