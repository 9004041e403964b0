import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  checkRule,
  conditionSchema,
  factTypesSchema,
  type Rule,
  ruleJsonSchema,
  ruleSchema,
  tableJsonSchema,
  tableSchema,
} from "../../src/rules/index.js";
import { rules } from "./support/arbitrary-rule.js";
import { isValid } from "./support/json-schema.js";

const schema = ruleJsonSchema();
const fits = (rule: unknown) => isValid(rule, schema, schema);

/** Keys and values that a rule may be spoilt with. */
const spoilers = fc.constantFrom<[string, unknown]>(
  ["gte", null],
  ["extra", 1],
  ["within", "soon"],
  ["between", [1]],
  ["as", "texts"],
  ["in", []],
  ["and", "x"],
  ["exists", "yes"],
);

/** A copy of the rule in which one object has one more key. */
function spoil(rule: Rule, index: number, [key, value]: [string, unknown]): unknown {
  const copy = structuredClone(rule) as object;
  const objects: object[] = [];
  JSON.stringify(copy, (_, found) => {
    if (typeof found === "object" && found !== null && !Array.isArray(found)) objects.push(found);
    return found;
  });
  Object.assign(objects[index % objects.length] as object, { [key]: value });
  return copy;
}

describe("the schemas of rules", () => {
  property.prop([rules], { numRuns: 300 })("accept every rule that can run", (rule) => {
    expect(ruleSchema.parse(rule)).toEqual(rule);
    expect(fits(rule)).toBe(true);
  });

  property.prop([rules, fc.nat(), spoilers], { numRuns: 500 })(
    "and the checks agree about what is no rule",
    (rule, index, spoiler) => {
      const spoilt = spoil(rule, index, spoiler);
      const errors = checkRule(spoilt).filter(({ severity }) => severity === "error");
      expect(ruleSchema.safeParse(spoilt).success).toBe(errors.length === 0);
      // JSON Schema knows the shape; what the values mean, it cannot tell.
      if (!fits(spoilt)) expect(errors).not.toEqual([]);
      const isShape = errors.some(({ code }) =>
        ["UNKNOWN_KEY", "MISSING_KEY", "WRONG_TYPE", "AMBIGUOUS"].includes(code),
      );
      if (isShape) expect(fits(spoilt)).toBe(false);
    },
  );

  it("report issues at their place", () => {
    const result = ruleSchema.safeParse({ when: { and: [{ fact: "a", gte: "x" }] } });
    expect(result.error?.issues).toMatchObject([
      {
        path: ["when", "and", 0, "gte"],
        message: 'text has no order; for a date write { "date": "2024-02-29" }',
      },
    ]);
  });

  it("are part of the schema of a configuration that holds rules", () => {
    const stage = z.strictObject({
      name: z.string(),
      when: conditionSchema,
      rule: ruleSchema.optional(),
    });
    const json = z.toJSONSchema(stage) as Record<string, unknown>;
    const stages: [unknown, boolean][] = [
      [{ name: "new", when: { count: "orders", eq: 0 } }, true],
      [
        {
          name: "new",
          when: { not: { fact: "a", exists: true } },
          rule: { when: { fact: "a", eq: 1 } },
        },
        true,
      ],
      [{ name: "new", when: { fact: "a" } }, false],
      [{ name: "new", when: { fact: "a", eq: 1 }, rule: { when: { fact: "a", eqq: 1 } } }, false],
    ];
    for (const [value, isRight] of stages) {
      expect([stage.safeParse(value).success, isValid(value, json, json)]).toEqual([
        isRight,
        isRight,
      ]);
    }
  });

  it("have a JSON Schema for tables as well", () => {
    const json = tableJsonSchema();
    const table = (cell: unknown) => ({
      inputs: [{ fact: "visits" }, { since: "seenAt" }],
      hit: "first",
      rows: [{ when: [cell, "any"], answer: { tier: "gold" } }],
    });
    for (const [cell, isRight] of [
      [{ gte: 3 }, true],
      ["any", true],
      [{ more: 3 }, false],
      ["-", false],
      [{}, false],
    ] as const) {
      expect([
        tableSchema.safeParse(table(cell)).success,
        isValid(table(cell), json, json),
      ]).toEqual([isRight, isRight]);
    }
    expect(tableSchema.parse(table({ gte: 3 }))).toEqual(table({ gte: 3 }));
  });

  it("survive a deep and a hostile value", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 50_000; depth++) deep = { not: deep };
    expect(ruleSchema.safeParse({ when: deep }).success).toBe(false);
    expect(
      ruleSchema.safeParse(JSON.parse('{ "__proto__": 1, "when": { "fact": "a", "eq": 1 } }'))
        .success,
    ).toBe(false);
    expect(factTypesSchema.safeParse({ a: "texts" }).success).toBe(false);
    expect(factTypesSchema.parse({ a: "text" })).toEqual({ a: "text" });
  });
});
