import { ClienteleError, invalid } from "./errors.js";

/** A fitted model: plain JSON, no methods, no training data; it survives an exact JSON round trip. */
export interface Model<Kind extends string = string, Params = unknown, Fit = unknown> {
  readonly kind: Kind;
  readonly version: number;
  readonly params: Params;
  readonly fit: Fit;
}

/**
 * Refuses a value that is not a model of the given kind and version.
 *
 * @throws ClienteleError INVALID_ARGUMENT for another kind; UNSUPPORTED_VERSION for another version
 */
export function checkModel(model: Model, kind: string, version: number): void {
  if (typeof model !== "object" || model === null || model.kind !== kind) {
    throw invalid("model.kind", JSON.stringify(kind), (model as Model | null)?.kind);
  }
  if (model.version !== version) {
    throw new ClienteleError(
      "UNSUPPORTED_VERSION",
      `model.version ${String(model.version)} of ${kind} is not known here; this library reads version ${version}. Fit the model again, or use the library version that wrote it`,
      { where: "model.version", expected: String(version), got: String(model.version) },
    );
  }
}
