import { invalid } from "../../core/errors.js";
import { copyJson } from "../../customer/fact/copy-json.js";

/**
 * A value as the state keeps it: plain JSON that nobody else can change. A Date becomes its ISO text.
 *
 * @throws ClienteleError INVALID_DATA for what JSON cannot write
 */
export function keepJson(value: unknown, where: string): unknown {
  if (isScalar(value)) return value;
  if (value instanceof Date && !Number.isNaN(Date.prototype.getTime.call(value))) {
    return Date.prototype.toISOString.call(value);
  }
  const flat = copyFlat(value);
  if (flat !== undefined) return flat;
  const copied = copyJson(value);
  if (copied.problem === undefined) return copied.value;
  const { path, expected, got } = copied.problem;
  const place = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  throw invalid(where + place, expected, got, { code: "INVALID_DATA" });
}

/** A copy of a plain object that holds nothing but single values, such as an amount of money. */
function copyFlat(value: unknown): object | undefined {
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) {
    return undefined;
  }
  const members = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(members)) {
    const member = members[key];
    if (!isScalar(member) || key === "__proto__") return undefined;
    copy[key] = member;
  }
  return copy;
}

function isScalar(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" || typeof value === "boolean" || value === null;
}
