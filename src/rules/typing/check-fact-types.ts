import { describeValue } from "../../core/errors.js";
import { collectFindings, type Finding, type Report } from "../finding.js";
import { checkKnownKeys, wrongType } from "../grammar/check-condition-shape.js";
import { checkFieldPath } from "../grammar/check-path.js";
import { memberPath } from "../grammar/json-path.js";
import { LIMITS } from "../grammar/limits.js";
import { isRecord } from "../grammar/record.js";

const SCALARS = ["boolean", "text", "number", "money", "date", "instant", "period"] as const;

/** The keys of each type besides `type` and `label`. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  boolean: [],
  text: ["oneOf"],
  number: ["integer", "min", "max"],
  money: ["currency"],
  date: [],
  instant: [],
  period: [],
  record: ["fields"],
  list: ["of"],
  events: ["at", "fields"],
};

/** What is wrong with a description of facts; empty when rules can be checked against it. */
export function findFactTypeErrors(factTypes: unknown): Finding[] {
  const { findings, report } = collectFindings();
  checkFields(factTypes, "factTypes", 0, report);
  return findings;
}

function checkFields(fields: unknown, path: string, depth: number, report: Report): void {
  if (!isRecord(fields)) {
    wrongType(fields, path, "an object of fact types", report);
    return;
  }
  for (const name of Object.keys(fields)) {
    const place = memberPath(path, name);
    if (name.includes("."))
      report(place, "UNSAFE_PATH", "a dot separates names and is part of none");
    else checkFieldPath(name, place, report);
    checkType(fields[name], place, depth, report);
  }
}

function checkType(type: unknown, path: string, depth: number, report: Report): void {
  if (depth >= LIMITS.depth) {
    report(path, "TOO_DEEP", `is nested more than ${LIMITS.depth} deep`);
    return;
  }
  if ((SCALARS as readonly unknown[]).includes(type)) return;
  const keys = isRecord(type) && typeof type.type === "string" ? KEYS[type.type] : undefined;
  if (!isRecord(type) || keys === undefined || !Object.hasOwn(KEYS, String(type.type))) {
    const names = Object.keys(KEYS).join(", ");
    const got = isRecord(type) ? describeValue(type.type) : describeValue(type);
    report(
      path,
      "WRONG_TYPE",
      `must be one of ${names}, or an object with such a \`type\`, got ${got}`,
    );
    return;
  }
  checkKnownKeys(type, path, ["type", "label", ...keys], report);
  checkDetails(type, path, report);
  if (type.type === "record" || type.type === "events") {
    checkFields(type.fields, memberPath(path, "fields"), depth + 1, report);
  }
  if (type.type === "list") checkType(type.of, memberPath(path, "of"), depth + 1, report);
}

function checkDetails(type: Readonly<Record<string, unknown>>, path: string, report: Report): void {
  const expect = (key: string, isRight: boolean, expected: string): void => {
    if (type[key] !== undefined && !isRight)
      wrongType(type[key], memberPath(path, key), expected, report);
  };
  const { oneOf, integer, min, max, currency, at, label } = type;
  const isTexts = Array.isArray(oneOf) && oneOf.length > 0 && oneOf.every(isText);
  expect("oneOf", isTexts, "a list of texts");
  expect("integer", typeof integer === "boolean", "true or false");
  expect("min", Number.isFinite(min), "a number");
  expect(
    "max",
    Number.isFinite(max) && !((min as number) > (max as number)),
    "a number not below min",
  );
  expect("currency", isText(currency) && /^[A-Z]{3}$/.test(currency), "an ISO 4217 code");
  if (at !== undefined) checkFieldPath(at, memberPath(path, "at"), report);
  expect(
    "label",
    isRecord(label) && isText(label.en) && isText(label.zh),
    "{ en, zh } with two texts",
  );
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
