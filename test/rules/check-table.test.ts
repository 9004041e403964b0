import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  checkTable,
  compileTable,
  type DecisionTable,
  type FactTypes,
  type Finding,
} from "../../src/rules/index.js";

const factTypes = {
  visits: { type: "number", integer: true, min: 0 },
  tier: { type: "text", oneOf: ["basic", "silver", "gold"] },
  seenAt: "instant",
  orders: { type: "events", fields: { at: "instant" } },
} as const satisfies FactTypes;

const inputs: DecisionTable["inputs"] = [{ fact: "visits" }, { fact: "tier" }];
const found = (table: unknown): string[] =>
  checkTable(table, factTypes).map(({ path, code }) => `${path} ${code}`);

describe("checkTable", () => {
  it("says nothing about a table that answers everything once", () => {
    const table: DecisionTable = {
      inputs,
      hit: "unique",
      rows: [
        { when: [{ lt: 10 }, "any"], answer: 1 },
        { when: [{ gte: 10 }, { in: ["basic", "silver"] }], answer: 2 },
        { when: [{ gte: 10 }, { eq: "gold" }], answer: 3 },
      ],
    };
    expect(checkTable(table, factTypes)).toEqual([]);
    expect(found({ ...table, hit: "first" })).toEqual([]);
  });

  it("finds the gap between two bounds, with facts that fall into it", () => {
    const table: DecisionTable = {
      inputs: [{ fact: "visits" }],
      hit: "unique",
      rows: [
        { when: [{ lt: 10 }], answer: "few" },
        { when: [{ gt: 10 }], answer: "many" },
      ],
    };
    expect(checkTable(table, { visits: "number" })).toEqual([
      {
        path: "$.rows",
        code: "GAP",
        severity: "error",
        message: "no row matches these facts, and there is no `otherwise`",
        witness: { facts: { visits: 10 }, asOfMs: Date.UTC(2024, 6, 1, 12) },
      },
    ]);
    expect(found({ ...table, otherwise: "ten" })).toEqual([]);
  });

  it("finds the gap at the very end of a period, and one among counted events", () => {
    const table: DecisionTable = {
      zone: "UTC",
      inputs: [{ since: "seenAt" }, { count: "orders", within: "P1Y" }],
      hit: "first",
      rows: [
        { when: [{ lt: "P90D" }, { gte: 3 }], answer: "a" },
        { when: [{ gt: "P90D" }, "any"], answer: "b" },
        { when: [{ lte: "P90D" }, { lt: 2 }], answer: "c" },
      ],
    };
    const [gap] = checkTable(table, factTypes);
    expect(gap?.code).toBe("GAP");
    const witness = gap?.witness as NonNullable<Finding["witness"]>;
    expect(compileTable(table)(witness.facts, witness.asOfMs).status).toBe("none");
  });

  it("finds two rows that match together, with facts for which they do", () => {
    const table: DecisionTable = {
      inputs,
      hit: "unique",
      rows: [
        { when: [{ lte: 10 }, "any"], answer: 1 },
        { when: [{ gte: 10 }, { eq: "gold" }], answer: 2 },
      ],
      otherwise: 3,
    };
    const [overlap, ...others] = checkTable(table, factTypes);
    expect([overlap?.path, overlap?.code, others]).toEqual(["$.rows[1]", "OVERLAP", []]);
    const witness = overlap?.witness as NonNullable<Finding["witness"]>;
    expect(compileTable(table)(witness.facts, witness.asOfMs)).toMatchObject({
      status: "conflict",
      rows: [0, 1],
    });
    expect(found({ ...table, hit: "first" })).toEqual([]);
    expect(found({ ...table, hit: "collect", otherwise: undefined })).toEqual([]);
  });

  it("finds a row that earlier rows leave nothing, and one that nothing matches", () => {
    const table: DecisionTable = {
      inputs,
      hit: "first",
      rows: [
        { when: [{ lt: 10 }, "any"], answer: 1 },
        { when: ["any", { ne: "gold" }], answer: 2 },
        { when: [{ lt: 5 }, { eq: "gold" }], answer: 3 },
        { when: [{ gt: 20, lt: 15 }, "any"], answer: 4 },
        { when: ["any", "any"], answer: 5 },
      ],
    };
    expect(found(table)).toEqual(["$.rows[2] UNREACHABLE_ROW", "$.rows[3] NEVER_TRUE"]);
  });

  it("says so when it cannot decide", () => {
    const table: DecisionTable = {
      inputs: [{ fact: "tier" }],
      hit: "unique",
      rows: [
        { when: [{ matches: "[a-m].*" }], answer: 1 },
        { when: [{ matches: "[n-z].*" }], answer: 2 },
      ],
      otherwise: 3,
    };
    expect(checkTable(table, { tier: "text" }).map(({ code }) => code)).toEqual(["UNDECIDED"]);
  });

  it.each<[unknown, string]>([
    [null, "$ WRONG_TYPE"],
    [{}, "$.hit WRONG_TYPE"],
    [{ inputs: [], hit: "first", rows: [] }, "$.inputs WRONG_TYPE"],
    [{ inputs, hit: "first", rows: [] }, "$.rows WRONG_TYPE"],
    [{ inputs, hit: "any", rows: [{ when: ["any", "any"], answer: 1 }] }, "$.hit WRONG_TYPE"],
    [{ inputs, hit: "first", rows: [{ when: ["any"], answer: 1 }] }, "$.rows[0].when WRONG_TYPE"],
    [{ inputs, hit: "first", rows: [{ when: ["any", "any"] }] }, "$.rows[0] MISSING_KEY"],
    [
      { inputs, hit: "first", rows: [{ when: ["any", "-"], answer: 1 }] },
      "$.rows[0].when[1] WRONG_TYPE",
    ],
    [
      { inputs, hit: "first", rows: [{ when: ["any", {}], answer: 1 }] },
      "$.rows[0].when[1] MISSING_KEY",
    ],
    [
      { inputs, hit: "first", rows: [{ when: [{ more: 3 }, "any"], answer: 1 }] },
      "$.rows[0].when[0].more UNKNOWN_KEY",
    ],
    [
      { inputs, hit: "first", rows: [{ when: [{ gte: "3" }, "any"], answer: 1 }] },
      "$.rows[0].when[0].gte TYPE_MISMATCH",
    ],
    [
      { inputs, hit: "first", rows: [{ when: ["any", { eq: "bronze" }], answer: 1 }] },
      "$.rows[0].when[1].eq WRONG_VALUE",
    ],
    [
      { inputs: [{ fact: "visit" }], hit: "first", rows: [{ when: [{ gte: 1 }], answer: 1 }] },
      "$.inputs[0].fact UNKNOWN_FACT",
    ],
    [
      { inputs: [{ fact: "visits", gte: 1 }], hit: "first", rows: [{ when: ["any"], answer: 1 }] },
      "$.inputs[0].gte UNKNOWN_KEY",
    ],
    [
      {
        inputs: [{ count: "orders", within: "P1D" }],
        hit: "first",
        rows: [{ when: [{ gte: 1 }], answer: 1 }],
      },
      "$.inputs[0].within ZONE_MISSING",
    ],
    [
      {
        inputs: [{ count: "orders", where: { ref: "x" } }],
        hit: "first",
        rows: [{ when: [{ gte: 1 }], answer: 1 }],
      },
      "$.inputs[0].where.ref UNKNOWN_REF",
    ],
    [
      { inputs, hit: "collect", rows: [{ when: ["any", "any"], answer: 1 }], otherwise: 2 },
      "$.otherwise UNKNOWN_KEY",
    ],
    [
      { inputs, hit: "first", rows: new Array(60_000).fill({ when: ["any", "any"], answer: 1 }) },
      "$.rows TOO_LARGE",
    ],
  ])("finds what is wrong with the table %#", (table, expected) => {
    expect(found(table)).toContain(expected);
    expect(() => compileTable(table as DecisionTable)).not.toThrow(TypeError);
  });

  it("decides a table of hundreds of rows in time", () => {
    const rows = Array.from({ length: 300 }, (_, row) => ({
      when: [{ gte: row, lt: row + 1 }, "any" as const],
      answer: row,
    }));
    const table = { inputs, hit: "unique" as const, rows };
    expect(found(table)).toEqual(["$.rows GAP"]);
  });

  const cells = fc.oneof(
    fc.constant("any" as const),
    fc
      .record({
        test: fc.constantFrom("eq", "ne", "lt", "lte", "gt", "gte"),
        bound: fc.integer({ min: 0, max: 4 }),
      })
      .map(({ test, bound }) => ({ [test]: bound })),
    fc
      .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
      .map(([a, b]) => ({ between: [Math.min(a, b), Math.max(a, b)] as const })),
  );
  const tables = fc.record({
    inputs: fc.constant([{ fact: "a" }, { fact: "b" }]),
    hit: fc.constantFrom("first" as const, "unique" as const),
    rows: fc.array(fc.record({ when: fc.tuple(cells, cells), answer: fc.nat(3) }), {
      minLength: 1,
      maxLength: 5,
    }),
  });
  const small = { type: "number", integer: true, min: 0, max: 4 } as const;

  property.prop([tables], { numRuns: 400 })(
    "finds exactly the gaps, overlaps and idle rows that trying everything finds",
    (table) => {
      const decide = compileTable(table as DecisionTable);
      const collect = compileTable({ ...table, hit: "collect" } as DecisionTable);
      const all = Array.from({ length: 25 }, (_, index) => ({
        a: Math.floor(index / 5),
        b: index % 5,
      }));
      const codes = (code: string) =>
        checkTable(table, { a: small, b: small })
          .filter((finding) => finding.code === code)
          .map(({ path }) => path);
      const matches = all.map((facts) => collect(facts, 0).rows);
      expect(codes("GAP").length > 0).toBe(matches.some((rows) => rows.length === 0));
      expect(codes("OVERLAP").length > 0).toBe(
        table.hit === "unique" && matches.some((rows) => rows.length > 1),
      );
      const answering = new Set(
        all.flatMap((facts) => (table.hit === "first" ? decide : collect)(facts, 0).rows),
      );
      const idle = table.rows.flatMap((_, row) => (answering.has(row) ? [] : [`$.rows[${row}]`]));
      expect([...codes("UNREACHABLE_ROW"), ...codes("NEVER_TRUE")].sort()).toEqual(idle);
      expect(codes("UNDECIDED")).toEqual([]);
    },
  );
});
