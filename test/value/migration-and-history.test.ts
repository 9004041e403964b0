import { describe, expect, test } from "vitest";
import {
  historicValue,
  migrationAccumulator,
  migrationMatrix,
  type ValuedSummaries,
} from "../../src/value/index.js";

describe("migrationMatrix", () => {
  const from = { customerIds: ["a", "b", "c", "d", "e"], tiers: [0, 0, 1, 1, 2] };
  const to = { customerIds: ["f", "e", "c", "b", "a"], tiers: [0, 1, 1, 1, 0] };

  test("Counts moves by id, whatever the order, and who came and went.", () => {
    expect(migrationMatrix(from, to)).toEqual({
      counts: [
        [1, 1, 0],
        [0, 1, 0],
        [0, 1, 0],
      ],
      shares: [
        [0.5, 0.5, 0],
        [0, 0.5, 0],
        [0, 1, 0],
      ],
      entrants: [1, 0, 0],
      leavers: [0, 1, 0],
      leaverShares: [0, 0.5, 0],
      promoted: 1,
      kept: 2,
      demoted: 1,
    });
  });

  test("A tier that nobody was in has no shares.", () => {
    const matrix = migrationMatrix(
      { customerIds: ["a"], tiers: [1] },
      { customerIds: [], tiers: [] },
    );
    expect(matrix.shares).toEqual([
      [undefined, undefined],
      [0, 0],
    ]);
    expect(matrix.leaverShares).toEqual([undefined, 1]);
  });

  test("Without customers the table has as many tiers as asked for.", () => {
    const nobody = { customerIds: [], tiers: [] };
    expect(migrationMatrix(nobody, nobody).counts).toEqual([]);
    expect(migrationMatrix(nobody, nobody, { tierCount: 2 }).counts).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test("Ids such as __proto__ are ids like any other.", () => {
    const odd = { customerIds: ["__proto__", "constructor"], tiers: [0, 1] };
    expect(migrationMatrix(odd, odd).kept).toBe(2);
  });

  test.each<[string, () => unknown, string]>([
    [
      "a customer listed twice",
      () => migrationMatrix({ customerIds: ["ann@x.org", "ann@x.org"], tiers: [0, 1] }, to),
      "from.customerIds[1] must be an id that is listed once, got one that is listed before",
    ],
    [
      "an id that is no text",
      () => migrationMatrix(from, { customerIds: [7 as never], tiers: [0] }),
      "to.customerIds[0] must be a text, got 7",
    ],
    [
      "another length",
      () => migrationMatrix({ customerIds: ["a"], tiers: [0, 1] }, to),
      "from.customerIds must be of length 2, got 1",
    ],
    [
      "a tier beyond the count",
      () => migrationMatrix(from, to, { tierCount: 2 }),
      "from.tiers[4] must be a tier from 0 to 1, got 2",
    ],
    [
      "a negative tier",
      () => migrationMatrix(from, { customerIds: ["a"], tiers: [-1] }),
      "to.tiers[0] must be a non-negative integer",
    ],
    [
      "no snapshot",
      () => migrationMatrix(from, undefined as never),
      "to must be an object with customerIds and tiers",
    ],
    ["no ids", () => migrationMatrix({ tiers: [0] } as never, to), "from.customerIds must be"],
  ])("%s: refused.", (_, call, message) => {
    expect(call).toThrow(message);
    expect(call).toThrow(expect.objectContaining({ name: "ClienteleError" }));
  });

  test("A batch or a state that is refused changes nothing.", () => {
    const migration = migrationAccumulator();
    migration.add({ from, to });
    const before = migration.state();
    const twice = { customerIds: ["x", "x"], tiers: [0, 0] };
    expect(() => migration.add({ from, to: twice })).toThrow("listed once");
    for (const wrong of [
      null,
      { ...before, kind: "tierSummary" },
      { ...before, version: 9 },
      { ...before, counts: [[1]] },
      { ...before, entrants: [1, 2] },
      { ...before, leavers: [0, 0, -1] },
      {
        ...before,
        counts: [
          [0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
      },
    ]) {
      expect(() => migration.merge(wrong as never)).toThrow(
        expect.objectContaining({ name: "ClienteleError" }),
      );
    }
    expect(migration.state()).toEqual(before);
  });
});

describe("historicValue", () => {
  const summaries: ValuedSummaries = {
    customerIds: ["a", "b", "c"],
    totalSpend: Float64Array.of(100, -20, 50),
    age: Float64Array.of(4, 10, 0),
    unit: "week",
    currency: "EUR",
  };

  test("Value is spend times margin, the rate value per unit of age; an age of 0 has none.", () => {
    const history = historicValue(summaries, { margin: 0.5 });
    expect([...history.value]).toEqual([50, -10, 25]);
    expect(history.perUnit).toEqual([12.5, -1, undefined]);
    expect(history).toMatchObject({ customerIds: ["a", "b", "c"], unit: "week", currency: "EUR" });
  });

  test("By default value is revenue.", () => {
    expect([...historicValue(summaries).value]).toEqual([100, -20, 50]);
  });

  test("Every customer can have a margin of their own.", () => {
    expect([...historicValue(summaries, { margin: [1, 0, -0.5] }).value]).toEqual([100, -0, -25]);
  });

  test("Customers of the minimum age and younger have no rate.", () => {
    expect(historicValue(summaries, { minimumAge: 4 }).perUnit).toEqual([undefined, -2, undefined]);
  });

  test("No customers have no value.", () => {
    const none = {
      ...summaries,
      customerIds: [],
      totalSpend: new Float64Array(),
      age: new Float64Array(),
    };
    expect(historicValue(none).value).toHaveLength(0);
  });

  test("The summaries stay as they are.", () => {
    historicValue(summaries, { margin: 0.1 });
    expect([...summaries.totalSpend]).toEqual([100, -20, 50]);
  });

  test.each<[string, () => unknown, string]>([
    [
      "a margin in words",
      () => historicValue(summaries, { margin: "30%" as never }),
      "options.margin must be an array",
    ],
    [
      "a margin of NaN",
      () => historicValue(summaries, { margin: Number.NaN }),
      "options.margin must be a finite number",
    ],
    [
      "too few margins",
      () => historicValue(summaries, { margin: [1] }),
      "options.margin must be of length 3, got 1",
    ],
    [
      "a negative minimum age",
      () => historicValue(summaries, { minimumAge: -1 }),
      "options.minimumAge must be a non-negative number",
    ],
    [
      "columns of other lengths",
      () => historicValue({ ...summaries, age: Float64Array.of(1) }),
      "summaries.age must be of length 3, got 1",
    ],
    [
      "spend that is no number",
      () => historicValue({ ...summaries, totalSpend: Float64Array.of(1, 2, Number.NaN) }),
      "summaries.totalSpend[2] must be a finite number, got NaN",
    ],
    ["no summaries", () => historicValue(null as never), "summaries must be"],
  ])("%s: refused.", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
