import { describe, expect, it } from "vitest";
import { lifecycleJsonSchema, lifecycleSchema } from "../../src/lifecycle/index.js";
import shop from "../golden/lifecycle/shop.json" with { type: "json" };

const issuesOf = (value: unknown): readonly string[] =>
  lifecycleSchema
    .safeParse(value)
    .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

describe("lifecycleSchema", () => {
  it("accepts the example", () => {
    expect(issuesOf(shop)).toEqual([]);
  });

  it("refuses unknown keys at every level", () => {
    expect(issuesOf({ ...shop, colour: "red" })).toEqual([expect.stringMatching(/^colour: /)]);
    const stages = { ...shop.stages, lost: { lable: { en: "Lost" } } };
    expect(issuesOf({ ...shop, stages })).toEqual([expect.stringMatching(/^stages.lost.lable: /)]);
  });

  it("gives a JSON Schema that is closed, and knows itself under its $defs", () => {
    const text = JSON.stringify(lifecycleJsonSchema());
    const { $defs, additionalProperties } = JSON.parse(text);
    expect(additionalProperties).toBe(false);
    for (const [, name] of text.matchAll(/"#\/\$defs\/([^"/]+)/g)) {
      expect(Object.keys($defs)).toContain(name);
    }
  });
});
