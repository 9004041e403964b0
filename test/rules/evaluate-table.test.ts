import { describe, expect, it } from "vitest";
import {
  compileRule,
  type DecisionTable,
  evaluateTable,
  ruleOfRow,
} from "../../src/rules/index.js";

const table: DecisionTable<string> = {
  id: "welcome-offer",
  zone: "Asia/Shanghai",
  inputs: [{ count: "orders", within: "P1Y" }, { since: "joinedAt" }, { fact: "tier" }],
  hit: "first",
  rows: [
    { when: [{ gte: 2 }, { lt: "P30D" }, "any"], answer: "fast start" },
    { when: [{ eq: 0 }, "any", { ne: "gold" }], answer: "first order" },
    { when: ["any", { gte: "P1Y" }, "any"], answer: "anniversary" },
  ],
  otherwise: "none",
};

const asOf = "2026-03-15T10:00:00Z";
const facts = (orders: number, joinedAt: string, tier?: string) => ({
  orders: Array.from({ length: orders }, () => ({ at: "2026-03-01T00:00:00Z" })),
  joinedAt,
  tier,
});
const decide = (from: object, hit: DecisionTable["hit"] = "first") => {
  const { otherwise, ...rest } = table;
  return evaluateTable(hit === "collect" ? { ...rest, hit } : { ...table, hit }, from, { asOf });
};

describe("evaluateTable", () => {
  it("answers with the first row that matches, or with otherwise", () => {
    expect(decide(facts(2, "2026-03-01T00:00:00Z"))).toEqual({
      status: "decided",
      values: ["fast start"],
      rows: [0],
      missing: [],
    });
    expect(decide(facts(1, "2026-03-01T00:00:00Z"))).toMatchObject({ values: ["none"], rows: [] });
  });

  it("does not know while an earlier row might match", () => {
    expect(decide(facts(0, "2024-01-01T00:00:00Z"))).toEqual({
      status: "unknown",
      values: [],
      rows: [],
      missing: [{ path: "tier", why: "missing" }],
    });
  });

  it("collects every row that matches", () => {
    expect(decide(facts(0, "2024-01-01T00:00:00Z", "basic"), "collect")).toMatchObject({
      status: "decided",
      values: ["first order", "anniversary"],
    });
    expect(decide(facts(1, "2026-03-01T00:00:00Z", "basic"), "collect")).toMatchObject({
      status: "decided",
      values: [],
    });
  });

  it("tells of a conflict where only one row may match", () => {
    expect(decide(facts(0, "2024-01-01T00:00:00Z", "basic"), "unique")).toEqual({
      status: "conflict",
      values: [],
      rows: [1, 2],
      missing: [],
    });
  });

  it("has no answer when no row matches and nothing else is said", () => {
    const { otherwise, ...rest } = table;
    expect(evaluateTable(rest, facts(1, "2026-03-01T00:00:00Z"), { asOf })).toMatchObject({
      status: "none",
      values: [],
    });
  });

  it("says the same as the rules of its rows", () => {
    for (const hit of ["first", "unique"] as const) {
      for (const from of [
        facts(2, "2026-03-01T00:00:00Z", "gold"),
        facts(0, "2024-01-01T00:00:00Z", "basic"),
        facts(0, "2024-01-01T00:00:00Z", "gold"),
        facts(1, "2026-03-01T00:00:00Z"),
      ]) {
        const decision = decide(from, hit);
        const rows = table.rows.map((_, row) =>
          compileRule(ruleOfRow({ ...table, hit }, row))(from, Date.parse(asOf)),
        );
        const answering = decision.status === "decided" ? decision.rows : [];
        expect(rows.flatMap((holds, row) => (holds === true ? [row] : []))).toEqual(answering);
      }
    }
  });

  it("refuses a row that the table has not", () => {
    for (const row of [3, -1, 0.5, "0.5"])
      expect(() => ruleOfRow(table, row as number)).toThrow("row must be a row from 0 to 2");
  });
});
