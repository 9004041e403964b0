import * as z from "zod";
import type { FactTypes } from "./fact-types.js";
import { collectFindings, type Finding } from "./finding.js";
import { findRuleErrors } from "./grammar/assert-rule.js";
import { checkCondition, startWalk } from "./grammar/check-condition-shape.js";
import { NAME_SOURCE } from "./grammar/check-path.js";
import { segmentsOf } from "./grammar/json-path.js";
import { conditionJsonSchema, type JsonSchema, part } from "./grammar/language-schema.js";
import { HIT_POLICIES } from "./table/check-table-shape.js";
import { findTableErrors } from "./table/find-table-errors.js";
import type { DecisionTable } from "./table-types.js";
import type { Condition, Rule } from "./types.js";
import { findFactTypeErrors } from "./typing/check-fact-types.js";

/** A condition as part of another configuration; its names are checked with the whole rule. */
export const conditionSchema: z.ZodType<Condition> = checkedBy(findConditionErrors).meta({
  id: "Condition",
  ...conditionJsonSchema(),
});

// The checks of the language find what is wrong; the structure behind them is for JSON Schema.
const head = {
  $schema: z.string().exactOptional(),
  id: z.string().exactOptional(),
  zone: z.string().meta({ description: "IANA time zone, such as Asia/Shanghai" }).exactOptional(),
  define: z.record(z.string().regex(new RegExp(NAME_SOURCE, "u")), conditionSchema).exactOptional(),
};

/** A rule that can run, as {@link checkRule} without fact types finds. */
export const ruleSchema: z.ZodType<Rule> = checkedBy(findRuleErrors).pipe(
  z.strictObject({ ...head, when: conditionSchema }).meta({ title: "Rule" }),
);

const input = z.any().meta({ anyOf: [part("Subject"), part("ElapsedSubject")] });
const cell = z.any().meta({ anyOf: [{ const: "any" }, part("Tests"), part("ElapsedTests")] });

/** A decision table that can run, as {@link checkTable} without fact types finds. */
export const tableSchema: z.ZodType<DecisionTable> = checkedBy(findTableErrors).pipe(
  z
    .strictObject({
      ...head,
      inputs: z.array(input).min(1),
      hit: z.enum(HIT_POLICIES),
      rows: z.array(z.strictObject({ when: z.array(cell), answer: z.unknown() })).min(1),
      otherwise: z.unknown().exactOptional(),
    })
    .meta({ title: "DecisionTable" }),
);

/** A description of the facts that rules may read. */
export const factTypesSchema: z.ZodType<FactTypes> = checkedBy(findFactTypeErrors);

/**
 * The JSON Schema (2020-12) of a rule, for editors: it completes and checks keys while a file is
 * written. {@link checkRule} checks more.
 *
 * @example
 * JSON.stringify(ruleJsonSchema()) // the file that "$schema" of a rule points to
 */
export function ruleJsonSchema(): JsonSchema {
  return z.toJSONSchema(ruleSchema) as JsonSchema;
}

/** The JSON Schema (2020-12) of a decision table, for editors; {@link checkTable} checks more. */
export function tableJsonSchema(): JsonSchema {
  return z.toJSONSchema(tableSchema) as JsonSchema;
}

/** Any value for which there is no finding. */
function checkedBy(find: (value: unknown) => readonly Finding[]): z.ZodAny {
  return z.any().superRefine((value, context) => {
    for (const { path, message, severity } of find(value)) {
      if (severity === "warning") continue;
      context.addIssue({ code: "custom", path: segmentsOf(path), message });
    }
  });
}

function findConditionErrors(condition: unknown): readonly Finding[] {
  const { findings, report } = collectFindings();
  checkCondition(condition, "$", startWalk(report));
  return findings;
}
