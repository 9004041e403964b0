import { describe, expect, test } from "vitest";
import {
  thresholdsByQuantile,
  thresholdsByShare,
  tierByQuantile,
  tierByShare,
  tierByThreshold,
  tierLabels,
  tierSummary,
  tierSummaryAccumulator,
} from "../../src/value/index.js";

describe("tierByShare", () => {
  const tiers = (...args: Parameters<typeof tierByShare>) => [...tierByShare(...args)];

  test("The customer who crosses 80 % belongs to A, the one who crosses 95 % to B.", () => {
    expect(tiers([500, 250, 100, 80, 40, 30])).toEqual([0, 0, 0, 1, 1, 2]);
  });

  test("One customer with more than 80 % of the value is in A, alone.", () => {
    expect(tiers([25, 940, 25, 10])).toEqual([1, 0, 1, 2]);
    expect(tiers([7])).toEqual([0]);
  });

  test("Exactly 80 % is enough: the next customer is in B.", () => {
    expect(tiers([80, 15, 5])).toEqual([0, 1, 2]);
    expect(tiers([0.8, 0.15, 0.05])).toEqual([0, 1, 2]);
    expect(tiers(new Array(10).fill(0.1), { ties: "rowOrder" })).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0, 1, 1,
    ]);
  });

  test("A share that is exactly at a cut is so in every unit, whatever the rounding.", () => {
    expect(tiers([41 / 3, 39 / 3, 15 / 3, 5 / 3])).toEqual([0, 0, 1, 2]);
    expect(tiers([80e-9, 15e-9, 5e-9])).toEqual([0, 1, 2]);
  });

  test("A customer who crosses two cuts leaves the tier between them empty.", () => {
    expect(tiers([990, 5, 5])).toEqual([0, 2, 2]);
  });

  test("Customers of equal value are in the better of their tiers by default.", () => {
    expect(tiers([10, 10, 10, 10])).toEqual([0, 0, 0, 0]);
    expect(tiers([70, 10, 10, 5, 5])).toEqual([0, 0, 0, 1, 1]);
  });

  test("In row order, equal values fill the better tier up to the cut.", () => {
    expect(tiers([10, 10, 10, 10], { ties: "rowOrder" })).toEqual([0, 0, 0, 0]);
    expect(tiers([70, 10, 10, 5, 5], { ties: "rowOrder" })).toEqual([0, 0, 1, 1, 2]);
    expect(tiers([5, 10, 70, 5, 10], { ties: "rowOrder" })).toEqual([1, 0, 0, 2, 1]);
  });

  test("Zero and negative values are in the last tier and have no part in the total.", () => {
    expect(tiers([80, 15, 5, 0, -0, -1000])).toEqual([0, 1, 2, 2, 2, 2]);
  });

  test("Where nobody has value, nobody is in A.", () => {
    expect(tiers([0, -5, 0])).toEqual([2, 2, 2]);
    expect(tiers([])).toEqual([]);
  });

  test("One cut makes two tiers; a cut at 1 puts all who have value above it.", () => {
    expect(tiers([6, 4], { cuts: [0.5] })).toEqual([0, 1]);
    expect(tiers([6, 1e-13, 0], { cuts: [1] })).toEqual([0, 0, 1]);
  });

  test("Numbers of any size have tiers, as long as they can be added up.", () => {
    expect(tiers([5e-324, 5e-324])).toEqual([0, 0]);
    expect(tiers([1e307, 1])).toEqual([0, 2]);
    expect(() => tierByShare([1e308, 1e308])).toThrow("values must be small enough to be added up");
  });

  test.each<[string, () => unknown, string]>([
    ["NaN", () => tierByShare([1, Number.NaN]), "values[1] must be a finite number, got NaN"],
    ["infinity", () => tierByShare([Infinity]), "values[0] must be a finite number, got Infinity"],
    ["a text", () => tierByShare(["7"] as never), 'values[0] must be a finite number, got "7"'],
    ["a hole", () => tierByShare(new Array(1)), "values[0] must be a finite number, got undefined"],
    ["no column", () => tierByShare(undefined as never), "values must be an array"],
    [
      "a cut of 0",
      () => tierByShare([1], { cuts: [0] }),
      "options.cuts[0] must be a positive number",
    ],
    [
      "a cut over 1",
      () => tierByShare([1], { cuts: [80, 95] }),
      "options.cuts[0] must be a share over 0, up to 1, got 80",
    ],
    [
      "cuts out of order",
      () => tierByShare([1], { cuts: [0.95, 0.8] }),
      "options.cuts[1] must be greater than the share before it",
    ],
    [
      "the same cut twice",
      () => tierByShare([1], { cuts: [0.8, 0.8] }),
      "options.cuts[1] must be greater",
    ],
    [
      "an unknown policy",
      () => tierByShare([1], { ties: "random" as never }),
      "options.ties must be one of together, rowOrder",
    ],
    [
      "a misspelt option",
      () => tierByShare([1], { cut: [0.8] } as never),
      "options.cut is not an option",
    ],
    ["options that are none", () => tierByShare([1], null as never), "options must be an object"],
  ])("%s is refused.", (_, call, message) => {
    expect(call).toThrow(message);
  });
});

describe("thresholdsByShare", () => {
  test("They are the least values of the tiers.", () => {
    expect(thresholdsByShare([500, 250, 100, 80, 40, 30])).toEqual([100, 40]);
  });

  test("Where nobody has value there are none.", () => {
    expect(thresholdsByShare([0, -1])).toBeUndefined();
    expect(thresholdsByShare([])).toBeUndefined();
  });
});

describe("tierByQuantile", () => {
  test("The best fifth, the next three tenths, the other half.", () => {
    const values = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect([...tierByQuantile(values)]).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 2, 2]);
  });

  test("Thresholds are R's quantile(x, 1 - cut), type 7.", () => {
    // R 4: quantile(c(1, 2, 4, 8, 16), c(.9, .6, .25)) is 12.8, 5.6, 2.
    const thresholds = thresholdsByQuantile([16, 1, 8, 2, 4], { cuts: [0.1, 0.4, 0.75] });
    expect(thresholds?.[0]).toBeCloseTo(12.8, 14);
    expect(thresholds?.[1]).toBeCloseTo(5.6, 14);
    expect(thresholds?.[2]).toBe(2);
  });

  test("A quantile that lies on a customer is that customer's value, whatever the rounding of its position.", () => {
    for (const cut of [0.07, 0.14, 0.29, 0.57, 0.7, 0.9]) {
      for (const count of [101, 201, 1001, 100_001]) {
        const values = Float64Array.from({ length: count }, (_, index) => index / 7);
        const place = Math.round((count - 1) * (1 - cut));
        expect(thresholdsByQuantile(values, { cuts: [cut] })).toEqual([place / 7]);
      }
    }
  });

  test("Equal values stay together, even if a tier grows beyond its share.", () => {
    expect([...tierByQuantile([1, 1, 1, 1, 9])]).toEqual([1, 1, 1, 1, 0]);
    expect([...tierByQuantile([1, 1, 1, 1, 1])]).toEqual([0, 0, 0, 0, 0]);
  });

  test("Values far apart do not overflow between each other.", () => {
    expect(thresholdsByQuantile([1.7e308, -1.7e308], { cuts: [0.5] })).toEqual([0]);
  });

  test("No customers have no thresholds and no tiers; one customer is in the best tier.", () => {
    expect(thresholdsByQuantile([])).toBeUndefined();
    expect(tierByQuantile([])).toHaveLength(0);
    expect([...tierByQuantile([-3])]).toEqual([0]);
  });

  test("Bad values and cuts are refused.", () => {
    expect(() => tierByQuantile([Number.NaN])).toThrow("values[0] must be a finite number");
    expect(() => tierByQuantile([1], { cuts: [20] })).toThrow("options.cuts[0] must be a share");
    expect(() => tierByQuantile([1], { ties: "x" } as never)).toThrow(
      "options.ties is not an option",
    );
  });
});

describe("tierByThreshold", () => {
  test("A value equal to a threshold has reached it.", () => {
    expect([...tierByThreshold([1000, 999.99, 100, 99, -5], [1000, 100])]).toEqual([0, 1, 1, 2, 2]);
  });

  test("Without thresholds there is one tier; between equal thresholds is nobody.", () => {
    expect([...tierByThreshold([5, -5], [])]).toEqual([0, 0]);
    expect([...tierByThreshold([5, 4], [5, 5])]).toEqual([0, 2]);
  });

  test("Thresholds from the worst tier up, or that are not finite, are refused.", () => {
    expect(() => tierByThreshold([1], [100, 1000])).toThrow(
      "thresholds[1] must be no greater than the threshold before it, got 1000. List the thresholds from the best tier down",
    );
    expect(() => tierByThreshold([1], [Infinity])).toThrow("thresholds[0] must be a finite number");
    expect(() => tierByThreshold([1], new Float64Array(255))).toThrow(
      "thresholds must be at most 254",
    );
  });
});

describe("tierLabels", () => {
  test("Three tiers are A, B and C, in English and Chinese.", () => {
    expect(tierLabels().map(({ code, name }) => [code, name.en, name.zh])).toEqual([
      ["A", "Key customers", "重点客户"],
      ["B", "Regular customers", "一般客户"],
      ["C", "Small customers", "小客户"],
    ]);
  });

  test("Other numbers of tiers are named by their letter.", () => {
    expect(tierLabels(26).at(-1)).toEqual({ code: "Z", name: { en: "Tier Z", zh: "Z 类客户" } });
    expect(tierLabels(1)).toHaveLength(1);
  });

  test.each([0, 27, 2.5, Number.NaN, "3" as never])("%s tiers have no labels.", (count) => {
    expect(() => tierLabels(count)).toThrow("tierCount must be");
  });

  test("Labels cannot be changed for the next caller.", () => {
    tierLabels().pop();
    (tierLabels()[0]!.name as { en: string }).en = "changed";
    expect(tierLabels()).toHaveLength(3);
    expect(tierLabels()[0]?.name.en).toBe("Key customers");
  });
});

describe("tierSummary", () => {
  test("Rows have customers, value and their shares.", () => {
    expect(tierSummary([0, 1, 2, 2], [80, 15, 4, 1])).toEqual([
      { tier: 0, customers: 1, customerShare: 0.25, value: 80, valueShare: 0.8 },
      { tier: 1, customers: 1, customerShare: 0.25, value: 15, valueShare: 0.15 },
      { tier: 2, customers: 2, customerShare: 0.5, value: 5, valueShare: 0.05 },
    ]);
  });

  test("Negative values count, so that the rows add up to the total.", () => {
    const rows = tierSummary([0, 1], [150, -50]);
    expect(rows.map(({ value, valueShare }) => [value, valueShare])).toEqual([
      [150, 1.5],
      [-50, -0.5],
    ]);
  });

  test("Where all values together are not positive, nobody has a share.", () => {
    expect(tierSummary([0, 1], [50, -50])[0]?.valueShare).toBeUndefined();
  });

  test("Empty tiers have a row, up to the last that occurs or as many as asked for.", () => {
    expect(tierSummary([2], [1]).map(({ customers }) => customers)).toEqual([0, 0, 1]);
    expect(tierSummary([], [], { tierCount: 3 })).toHaveLength(3);
    expect(tierSummary([], [], { tierCount: 1 })[0]?.customerShare).toBeUndefined();
    expect(tierSummary([], [])).toEqual([]);
  });

  test("Sums are rounded once.", () => {
    expect(tierSummary([0, 0, 0], [1e16, 1, -1e16])[0]?.value).toBe(1);
    // Half a unit in the last place and a trace more: rounded up, not to even.
    expect(tierSummary([0, 0, 0], [1, 2 ** -53, 2 ** -106])[0]?.value).toBe(1 + 2 ** -52);
    expect(tierSummary([0, 0, 0], [1, 2 ** -53, -(2 ** -106)])[0]?.value).toBe(1);
    expect(tierSummary(new Array(10).fill(0), new Array(10).fill(0.1))[0]?.value).toBe(1);
  });

  test.each<[string, () => unknown, string]>([
    [
      "a tier beyond the count",
      () => tierSummary([3], [1], { tierCount: 3 }),
      "tiers[0] must be a tier from 0 to 2, got 3",
    ],
    ["half a tier", () => tierSummary([0.5], [1]), "tiers[0] must be a non-negative integer"],
    ["tier four billion", () => tierSummary([4e9], [1]), "tiers[0] must be a tier from 0 to 254"],
    ["another length", () => tierSummary([0, 1], [1]), "values must be of length 2, got 1"],
    [
      "no tier at all",
      () => tierSummary([], [], { tierCount: 0 }),
      "options.tierCount must be a number of tiers from 1 to 255",
    ],
    [
      "sums beyond the numbers",
      () => tierSummary([0, 0], [1.7e308, 1.7e308]),
      "too large to be added up",
    ],
  ])("%s is refused.", (_, call, message) => {
    expect(call).toThrow(message);
  });

  test("A state of another kind, of a later version or with broken rows is refused and changes nothing.", () => {
    const summary = tierSummaryAccumulator();
    summary.add({ tiers: [0], values: [5] });
    const state = summary.state();
    const broken = [
      null,
      { ...state, kind: "other" },
      { ...state, version: 2 },
      { ...state, tiers: undefined },
      {
        ...state,
        tiers: [
          { customers: 1, parts: [1] },
          { customers: -1, parts: [] },
        ],
      },
      { ...state, tiers: [{ customers: 1, parts: ["1"] }] },
      { ...state, tiers: [null] },
    ];
    for (const wrong of broken) {
      expect(() => summary.merge(wrong as never)).toThrow(
        expect.objectContaining({ name: "ClienteleError" }),
      );
    }
    expect(summary.state()).toEqual(state);
  });
});
