import { canonicalJson } from "../../core/canonical-json.js";
import { ClienteleError } from "../../core/errors.js";
import type { FindingCode } from "../../rules/finding.js";
import { checkCondition, startWalk } from "../../rules/grammar/check-condition-shape.js";
import { checkPath, NAME_SOURCE, PATH_SOURCE } from "../../rules/grammar/check-path.js";
import { checkPeriodValue, checkZoneValue } from "../../rules/grammar/check-value.js";
import { findFactTypeErrors } from "../../rules/typing/check-fact-types.js";
import type { Report } from "../finding.js";
import { either, listOf, objectOf, type Shape, thatIs } from "./shape.js";

const LONGEST = 200;
const NAME = new RegExp(NAME_SOURCE, "u");
/** Semantic Versioning 2.0.0, the expression that semver.org suggests. */
const VERSION =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-((0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(\+([0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*))?$/;
/** Names that reach the machinery of objects. */
const UNSAFE: readonly unknown[] = ["__proto__", "constructor", "prototype"];

/** Any text. */
export const TEXT: Shape = thatIs(
  { type: "string" },
  (value) => typeof value === "string",
  "a text",
);

/** A text that names something, such as a kind of event. */
export const WORD: Shape = thatIs(
  { type: "string", minLength: 1, maxLength: LONGEST },
  (value) =>
    typeof value === "string" && value.trim() !== "" && isShort(value) && !UNSAFE.includes(value),
  `a text of 1 to ${LONGEST} characters`,
);

/** A name that may be part of a path: of a machine, a stage, a move or a list. */
export const NAME_SHAPE: Shape = thatIs(
  { type: "string", pattern: NAME_SOURCE, maxLength: LONGEST },
  (value) =>
    typeof value === "string" &&
    NAME.test(value) &&
    isShort(value) &&
    value !== "*" &&
    !UNSAFE.includes(value),
  "a name without spaces, dots and $",
);

/** A semantic version. */
export const VERSION_SHAPE: Shape = thatIs(
  { type: "string", pattern: VERSION.source, maxLength: LONGEST },
  (value) => typeof value === "string" && isShort(value) && VERSION.test(value),
  "a semantic version such as 1.4.0",
);

/** True or false. */
export const FLAG: Shape = thatIs(
  { type: "boolean" },
  (value) => typeof value === "boolean",
  "true or false",
);

/** A whole number. */
export const WHOLE: Shape = thatIs({ type: "integer" }, Number.isSafeInteger, "a whole number");

/** A number above 0. */
export const POSITIVE: Shape = thatIs(
  { type: "number", exclusiveMinimum: 0 },
  (value) => typeof value === "number" && value > 0 && value < Infinity,
  "a number above 0",
);

/** An IANA time zone. */
export const ZONE: Shape = ruleValue({ type: "string" }, checkZoneValue);

/** An ISO 8601 period. */
export const PERIOD: Shape = ruleValue({ type: "string", pattern: "^P" }, checkPeriodValue);

/** The path of a fact. */
export const PATH: Shape = ruleValue({ type: "string", pattern: PATH_SOURCE }, checkPath);

/** A condition of the rule language. */
export const CONDITION: Shape = ruleValue({ $ref: "#/$defs/Condition" }, (value, path, report) => {
  checkCondition(value, path, startWalk(report));
});

/** What is known about the facts or fields of something. */
export const FACT_TYPES: Shape = ruleValue({ type: "object" }, (value, path, report) => {
  for (const { path: place, code, message } of findFactTypeErrors(value)) {
    report(path + place.slice("factTypes".length), code, message);
  }
});

/** Any JSON. */
export const JSON_VALUE: Shape = {
  schema: {},
  check(value, path, report) {
    try {
      canonicalJson(value, path);
    } catch (error) {
      if (!(error instanceof ClienteleError)) throw error;
      report(path, "WRONG_TYPE", error.message.replace(`${path} must`, "must"));
    }
  },
};

/** A text in the languages of the library. */
export const LABELS: Shape = objectOf({}, { en: TEXT, zh: TEXT });

/** One name or several. */
export function oneOrMore(item: Shape): Shape {
  const list = listOf(item, 1);
  return either([item, list], (value) => (Array.isArray(value) ? list : item), "");
}

/** A value that the rule language knows how to check. */
function ruleValue(
  schema: Shape["schema"],
  check: (
    value: unknown,
    path: string,
    report: (path: string, code: FindingCode, message: string) => void,
  ) => void,
): Shape {
  return { schema, check: (value, path, report: Report) => check(value, path, report) };
}

function isShort(text: string): boolean {
  return text.length <= LONGEST;
}
