import { describe, expect, it } from "vitest";
import { parseProgram, programJsonSchema, programSchema } from "../../src/loyalty/index.js";
import harbourClub from "./harbour-club.json" with { type: "json" };

/** The example programme with another value at one place. */
function changed(path: string, value: unknown): unknown {
  const program = structuredClone(harbourClub) as unknown as Record<string, unknown>;
  const steps = path.split(".");
  const last = steps.pop()!;
  let place = program;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  place[last] = value;
  return program;
}

const MISTAKES: readonly [what: string, path: string, value: unknown, place?: string][] = [
  ["an unknown key", "earning.rules.0.multiplier", 2, "earning.rules.0"],
  ["a fractional number of points", "rewards.1.price", 99.5],
  ["negative points", "coupons.0.points", -5],
  ["no points", "coupons.0.points", 0],
  ["points beyond exact integers", "coupons.0.points", 2 ** 53],
  ["a period that is none", "activation", { after: "7 days" }],
  ["a window that ends before it starts", "earning.rules.1.window.to", "2026-03-01", "window"],
  ["a day that does not exist", "earning.rules.1.window.to", "2026-02-30"],
  ["two rules of one name", "earning.rules.1.id", "base"],
  ["an amount in another currency", "earning.rules.0.give.per.currency", "USD", "give.per"],
  ["a price for a tier that is not there", "rewards.0.price.tiers.platinum", 1],
  ["a lowest tier above 0", "tiers.levels.0.from", 10],
  ["tiers that do not rise", "tiers.levels.2.from", 30000],
  ["a tier by spendable balance that is not meant", "tiers.metric", { measure: "balance" }],
  ["a carried remainder of lines", "earning.rounding.at", "line", "earning.rounding.remainder"],
  ["a zone that does not exist", "zone", "Mars/Olympus"],
  ["a condition that cannot run", "earning.rules.0.lines", { fact: "category", equals: 1 }],
  ["a multiplier of a rule that is not there", "earning.rules.1.give.rules", ["bas"]],
  ["a cap of both points and times", "earning.caps.0.times", 2, "earning.caps.0"],
  ["a version that is no count", "version", 1.5],
];

describe("programSchema", () => {
  it("reads the example as it is written", () => {
    expect(parseProgram(harbourClub)).toEqual(harbourClub);
  });

  it.each(MISTAKES)("refuses %s and names the place", (_, path, value, place = path) => {
    const program = changed(path, value);
    expect(() => parseProgram(program)).toThrow(place);
    expect(programSchema.safeParse(program).success).toBe(false);
  });

  it("refuses to charge spent points in money where a point has no value", () => {
    const { value: _, ...worthless } = harbourClub;
    const program = { ...worthless, refunds: { spent: "charge" } };
    expect(() => parseProgram(program)).toThrow("refunds.spent");
  });

  it.each([undefined, null, 1, "{}", [], {}])("refuses %j, which is no programme", (value) => {
    expect(() => parseProgram(value)).toThrow(expect.objectContaining({ code: "INVALID_DATA" }));
  });

  it("describes itself as JSON Schema, closed to unknown keys", () => {
    const schema = programJsonSchema();
    expect(schema.title).toBe("LoyaltyProgram");
    expect(schema.additionalProperties).toBe(false);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});
