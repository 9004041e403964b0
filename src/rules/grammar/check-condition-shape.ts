import { describeValue } from "../../core/errors.js";
import type { Report } from "../finding.js";
import { checkLiteral } from "./check-literal.js";
import { checkFieldPath, checkName, checkPath } from "./check-path.js";
import { checkPatternValue, checkPeriodValue, checkWindow } from "./check-value.js";
import { CONDITIONS, type Form, type Keys, SUBJECTS, type ValueKind } from "./forms.js";
import { itemPath, memberPath } from "./json-path.js";
import { LIMITS } from "./limits.js";
import { isRecord } from "./record.js";

/** How deep the walk is, and how much it may still see. */
export interface Walk {
  readonly report: Report;
  readonly depth: number;
  readonly budget: { left: number };
}

/** Reports what is wrong with the shape of a value at a path. */
export type Check = (value: unknown, path: string, walk: Walk) => void;

/** The kinds that have an order, as `as` names them. */
export const ORDERED_KINDS = ["number", "money", "date", "instant", "period"] as const;

/** Begins a walk through one rule. */
export function startWalk(report: Report): Walk {
  return { report, depth: 0, budget: { left: LIMITS.values } };
}

/** Checks a condition. */
export const checkCondition: Check = (value, path, walk) => {
  checkForm(value, path, walk, CONDITIONS, "tested");
};

const checkSubject: Check = (value, path, walk) => {
  checkForm(value, path, walk, SUBJECTS, "bare");
};

const checkOperand: Check = (value, path, walk) => {
  const names = isRecord(value) ? Object.keys(SUBJECTS) : [];
  const isSubject = names.some((name) => Object.hasOwn(value as object, name));
  if (isSubject) checkSubject(value, path, walk);
  else checkLiteral(value, path, walk.report);
};

const checkElapsed: Check = (value, path, walk) => {
  const { fact } = SUBJECTS;
  if (isRecord(value) && fact !== undefined) checkForm(value, path, walk, { fact }, "bare");
  else checkPeriodValue(value, path, walk.report);
};

const CHECKS: Readonly<Record<ValueKind, Check>> = {
  condition: checkCondition,
  conditions: checkList("conditions", 0, checkCondition),
  name: (value, path, { report }) => checkName(value, path, report),
  path: (value, path, { report }) => checkPath(value, path, report),
  field: (value, path, { report }) => checkFieldPath(value, path, report),
  source: (value, path, walk) =>
    typeof value === "string"
      ? checkPath(value, path, walk.report)
      : checkSubject(value, path, walk),
  orderedKind(value, path, { report }) {
    if ((ORDERED_KINDS as readonly unknown[]).includes(value)) return;
    wrongType(value, path, `one of ${ORDERED_KINDS.join(", ")}`, report);
  },
  window: (value, path, { report }) => checkWindow(value, path, report),
  operand: checkOperand,
  operands: checkPair(checkOperand),
  literals: checkList("values", 1, (value, path, { report }) => checkLiteral(value, path, report)),
  pattern: (value, path, { report }) => checkPatternValue(value, path, report),
  flag(value, path, { report }) {
    if (typeof value !== "boolean") wrongType(value, path, "true or false", report);
  },
  elapsed: checkElapsed,
  elapsedPair: checkPair(checkElapsed),
};

/** Checks an object that has one of the forms: `tested` with at least one test, or `bare`. */
export function checkForm(
  value: unknown,
  path: string,
  outer: Walk,
  forms: Readonly<Record<string, Form>>,
  mode: "tested" | "bare",
): void {
  const walk = enter(path, outer);
  if (walk === undefined) return;
  const { report } = walk;
  const names = Object.keys(forms);
  if (!isRecord(value)) {
    wrongType(value, path, `an object with one of ${names.join(", ")}`, report);
    return;
  }
  const [name, second] = names.filter((key) => Object.hasOwn(value, key));
  if (name === undefined || second !== undefined) {
    const code = name === undefined ? "MISSING_KEY" : "AMBIGUOUS";
    const problem = name === undefined ? "has none" : `has ${name} and ${second}`;
    report(path, code, `needs exactly one of ${names.join(", ")}; it ${problem}`);
    return;
  }
  const { required, optional, tests } = forms[name] as Form;
  const offered = mode === "tested" ? (tests ?? {}) : {};
  const keys = { ...required, ...optional, ...offered };
  checkKnownKeys(value, path, Object.keys(keys), report);
  for (const key of Object.keys(required)) {
    if (value[key] === undefined) report(path, "MISSING_KEY", `${name} needs the key \`${key}\``);
  }
  if (mode === "tested" && tests !== undefined) checkHasTest(value, path, tests, report);
  checkValues(value, path, keys, walk);
}

/** Checks an object that holds nothing but tests of the form, at least one. */
export function checkTests(value: unknown, path: string, walk: Walk, tests: Keys): void {
  if (!isRecord(value)) {
    wrongType(value, path, "an object of tests", walk.report);
    return;
  }
  checkKnownKeys(value, path, Object.keys(tests), walk.report);
  checkHasTest(value, path, tests, walk.report);
  checkValues(value, path, tests, walk);
}

/** Reports keys that have no meaning here. */
export function checkKnownKeys(
  value: Readonly<Record<string, unknown>>,
  path: string,
  known: readonly string[],
  report: Report,
): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    report(memberPath(path, key), "UNKNOWN_KEY", `is not a key here; keys are ${known.join(", ")}`);
  }
}

/** Reports a value of the wrong type. */
export function wrongType(value: unknown, path: string, expected: string, report: Report): void {
  report(path, "WRONG_TYPE", `must be ${expected}, got ${describeValue(value)}`);
}

function checkHasTest(
  value: Readonly<Record<string, unknown>>,
  path: string,
  tests: Keys,
  report: Report,
): void {
  const names = Object.keys(tests);
  if (names.some((name) => value[name] !== undefined)) return;
  report(path, "MISSING_KEY", `needs a test: one of ${names.join(", ")}`);
}

function checkValues(
  value: Readonly<Record<string, unknown>>,
  path: string,
  keys: Keys,
  walk: Walk,
): void {
  for (const [key, kind] of Object.entries(keys)) {
    if (value[key] !== undefined) CHECKS[kind](value[key], memberPath(path, key), walk);
  }
}

function checkList(what: string, fewest: number, check: Check): Check {
  return (value, path, walk) => {
    if (!Array.isArray(value) || value.length < fewest) {
      wrongType(value, path, `a list of ${fewest} or more ${what}`, walk.report);
      return;
    }
    if (!spend(value.length, path, walk)) return;
    for (const [index, item] of value.entries()) check(item, itemPath(path, index), walk);
  };
}

function checkPair(check: Check): Check {
  return (value, path, walk) => {
    if (!Array.isArray(value) || value.length !== 2) {
      wrongType(value, path, "a list of two: from and to", walk.report);
      return;
    }
    check(value[0], itemPath(path, 0), walk);
    check(value[1], itemPath(path, 1), walk);
  };
}

function enter(path: string, walk: Walk): Walk | undefined {
  if (walk.depth >= LIMITS.depth) {
    const message = `is nested more than ${LIMITS.depth} deep; name parts of it in \`define\``;
    walk.report(path, "TOO_DEEP", message);
    return undefined;
  }
  return spend(1, path, walk) ? { ...walk, depth: walk.depth + 1 } : undefined;
}

/** Counts more values; false, and one finding, once there are too many. */
function spend(values: number, path: string, { budget, report }: Walk): boolean {
  const isFirst = budget.left >= 0;
  budget.left -= values;
  if (isFirst && budget.left < 0) {
    report(path, "TOO_LARGE", `the rule holds more than ${LIMITS.values} values`);
  }
  return budget.left >= 0;
}
