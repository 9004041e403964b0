import { describeValue } from "../../core/errors.js";
import type { Report } from "../finding.js";
import {
  checkForm,
  checkKnownKeys,
  checkTests,
  startWalk,
  type Walk,
  wrongType,
} from "../grammar/check-condition-shape.js";
import { checkDefinitions, checkRuleHead } from "../grammar/check-rule-shape.js";
import { ELAPSED, type Form, SUBJECTS } from "../grammar/forms.js";
import { itemPath, memberPath } from "../grammar/json-path.js";
import { LIMITS } from "../grammar/limits.js";
import { isRecord } from "../grammar/record.js";

const TABLE_KEYS: readonly string[] = [
  "$schema",
  "id",
  "zone",
  "define",
  "inputs",
  "hit",
  "rows",
  "otherwise",
];

/** The hit policies; for the JSON Schema as well. */
export const HIT_POLICIES = ["first", "unique", "collect"] as const;

const INPUTS: Readonly<Record<string, Form>> = { ...SUBJECTS, ...ELAPSED };

/** Reports every place where a value has not the shape of a decision table. */
export function checkTableShape(table: unknown, report: Report): void {
  if (!isRecord(table)) {
    wrongType(table, "$", "a decision table: an object with `inputs` and `rows`", report);
    return;
  }
  checkKnownKeys(table, "$", TABLE_KEYS, report);
  checkRuleHead(table, "$", report);
  const walk = startWalk(report);
  const { define, hit, inputs, rows, otherwise } = table;
  if (define !== undefined) checkDefinitions(define, "$.define", walk);
  if (!(HIT_POLICIES as readonly unknown[]).includes(hit)) {
    wrongType(hit, "$.hit", `one of ${HIT_POLICIES.join(", ")}`, report);
  }
  if (hit === "collect" && otherwise !== undefined) {
    report("$.otherwise", "UNKNOWN_KEY", "collect gives an empty list when no row matches");
  }
  if (!Array.isArray(inputs) || inputs.length === 0) {
    wrongType(inputs, "$.inputs", "a list of one or more inputs", report);
  } else if (!Array.isArray(rows) || rows.length === 0) {
    wrongType(rows, "$.rows", "a list of one or more rows", report);
  } else if (inputs.length * rows.length > LIMITS.values) {
    report("$.rows", "TOO_LARGE", `the table holds more than ${LIMITS.values} cells`);
  } else {
    const forms = inputs.map((input, index) =>
      checkInput(input, itemPath("$.inputs", index), walk),
    );
    for (const [index, row] of rows.entries())
      checkRow(row, itemPath("$.rows", index), forms, walk);
  }
}

/** Checks an input; gives its form, by which its cells are checked. */
function checkInput(input: unknown, path: string, walk: Walk): Form | undefined {
  checkForm(input, path, walk, INPUTS, "bare");
  const name = Object.keys(INPUTS).find((key) => isRecord(input) && Object.hasOwn(input, key));
  return name === undefined ? undefined : INPUTS[name];
}

function checkRow(
  row: unknown,
  path: string,
  forms: readonly (Form | undefined)[],
  walk: Walk,
): void {
  if (!isRecord(row)) {
    wrongType(row, path, "a row: an object with `when` and `answer`", walk.report);
    return;
  }
  checkKnownKeys(row, path, ["when", "answer"], walk.report);
  if (row.answer === undefined) walk.report(path, "MISSING_KEY", "a row needs the key `answer`");
  const cells = row.when;
  const place = memberPath(path, "when");
  if (!Array.isArray(cells) || cells.length !== forms.length) {
    const got = Array.isArray(cells) ? `${cells.length}` : describeValue(cells);
    walk.report(place, "WRONG_TYPE", `must be a list of ${forms.length} cells, got ${got}`);
    return;
  }
  for (const [index, cell] of cells.entries()) {
    const tests = forms[index]?.tests;
    if (cell !== "any" && tests !== undefined)
      checkTests(cell, itemPath(place, index), walk, tests);
  }
}
