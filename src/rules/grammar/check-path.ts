import { describeValue } from "../../core/errors.js";
import type { Report } from "../finding.js";
import { LIMITS } from "./limits.js";

/** A dot-separated path of names, perhaps from the whole facts; for the JSON Schema. */
export const PATH_SOURCE = "^(\\$\\.)?[^.]+(\\.[^.]+)*$";
/** A name of `define`; for the JSON Schema. */
export const NAME_SOURCE = "^[^.\\s$]+$";

const NAME = new RegExp(NAME_SOURCE, "u");
/** Names that reach the machinery of objects and never hold a fact. */
const UNSAFE_NAMES: readonly string[] = ["__proto__", "constructor", "prototype"];

/** Reports a value that is no path, such as `address.city` or `$.address.city`. */
export function checkPath(value: unknown, path: string, report: Report): void {
  if (typeof value === "string" && value.startsWith("$.")) value = value.slice(2);
  checkFieldPath(value, path, report);
}

/** Reports a value that is no path inside an event, such as `total` or `store.city`. */
export function checkFieldPath(value: unknown, path: string, report: Report): void {
  const names = typeof value === "string" ? value.split(".") : [];
  const isPath =
    names.length > 0 && names.every((name) => name !== "" && name !== "$" && name.trim() === name);
  if (!isPath || (value as string).length > LIMITS.pathLength) {
    const got = describeValue(value);
    report(path, "WRONG_VALUE", `must be a path such as \`address.city\`, got ${got}`);
  }
  const unsafe = names.find((name) => UNSAFE_NAMES.includes(name));
  if (unsafe !== undefined) report(path, "UNSAFE_PATH", `${unsafe} is not a fact`);
}

/** Reports a value that is no name for a condition. */
export function checkName(value: unknown, path: string, report: Report): void {
  const isName = typeof value === "string" && value.length <= LIMITS.pathLength && NAME.test(value);
  if (!isName) {
    const got = describeValue(value);
    report(path, "WRONG_VALUE", `must be a name without spaces, dots and $, got ${got}`);
  } else if (UNSAFE_NAMES.includes(value)) {
    report(path, "UNSAFE_PATH", `${value} cannot be the name of a condition`);
  }
}
