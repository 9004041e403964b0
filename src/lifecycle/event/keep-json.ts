import { invalid } from "../../core/errors.js";
import { copyJson } from "../../customer/fact/copy-json.js";

/**
 * A value as the state keeps it: plain JSON that nobody else can change. A Date becomes its ISO text.
 *
 * @throws ClienteleError INVALID_DATA for what JSON cannot write
 */
export function keepJson(value: unknown, where: string): unknown {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (value instanceof Date && !Number.isNaN(Date.prototype.getTime.call(value))) {
    return Date.prototype.toISOString.call(value);
  }
  const copied = copyJson(value);
  if (copied.problem === undefined) return copied.value;
  const { path, expected, got } = copied.problem;
  const place = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  throw invalid(where + place, expected, got, { code: "INVALID_DATA" });
}
