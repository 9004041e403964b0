import { checkNumber } from "../core/column.js";
import { invalid } from "../core/errors.js";
import { checkModel, type Model } from "../core/model.js";
import { MODEL_VERSION } from "./check-model.js";

/**
 * Refuses a value that is not a model of the kind with its parameters, each positive.
 *
 * @throws ClienteleError INVALID_ARGUMENT for another kind, or a missing or impossible parameter;
 * UNSUPPORTED_VERSION
 */
export function checkParams<Name extends string>(
  model: {
    readonly kind: string;
    readonly version: number;
    readonly params: Readonly<Record<Name, number>>;
  },
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
