import { DAYS_PER_UNIT, type TimeUnit } from "../core/calendar.js";
import { checkNumber, checkOneOf } from "../core/column.js";
import { invalid } from "../core/errors.js";
import { checkModel, type Model } from "../core/model.js";
import type { ParameterModel } from "./types.js";

/** The version of the models that this library writes and reads. */
export const MODEL_VERSION = 1;

const UNITS = Object.keys(DAYS_PER_UNIT) as readonly TimeUnit[];

/** A model as far as its parameters go. */
interface NamedParameters<Name extends string> {
  readonly kind: string;
  readonly version: number;
  readonly params: Readonly<Record<Name, number>>;
}

/**
 * Refuses a value that is not a model of the kind with its parameters, each positive: a model may come
 * from a file.
 *
 * @throws ClienteleError INVALID_ARGUMENT for another kind, or a missing or impossible parameter;
 * UNSUPPORTED_VERSION
 */
export function checkParams<Name extends string>(
  model: NamedParameters<Name>,
  kind: string,
  names: readonly Name[],
): void {
  checkModel(model as unknown as Model, kind, MODEL_VERSION);
  const { params } = model;
  if (typeof params !== "object" || params === null) {
    throw invalid("model.params", `an object with ${names.join(", ")}`, params);
  }
  for (const name of names) checkNumber(params[name], `model.params.${name}`, "positive");
}

/**
 * The same for a model in time, whose parameters have a unit.
 *
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION
 */
export function checkParameterModel<Kind extends string, Name extends string>(
  model: ParameterModel<Kind, Name>,
  kind: Kind,
  names: readonly Name[],
): void {
  checkParams(model, kind, names);
  checkOneOf(model.timeUnit, "model.timeUnit", UNITS);
}
