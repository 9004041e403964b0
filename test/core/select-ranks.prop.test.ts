import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { selectRanks } from "../../src/core/select-ranks.js";

const LENGTH = 5000;
const HARD_INPUTS: Readonly<Record<string, (index: number) => number>> = {
  ascending: (index) => index,
  descending: (index) => -index,
  equal: () => 1,
  "two values": (index) => index % 2,
  "an organ pipe": (index) => Math.min(index, LENGTH - index),
  sawtooth: (index) => index % 17,
  "mostly equal": (index) => (index % 10 === 0 ? index : 3),
};

describe("selectRanks", () => {
  test.prop([
    fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 900 }),
    fc.array(fc.nat(), { maxLength: 12 }),
  ])("puts at every rank what a sort would put there", (values, wanted) => {
    const ranks = [...new Set(wanted.map((each) => each % values.length))].sort((a, b) => a - b);
    const column = Float64Array.from(values, (value) => value + 0);
    const sorted = column.slice().sort();
    selectRanks(column, ranks);
    expect(ranks.map((rank) => column[rank])).toEqual(ranks.map((rank) => sorted[rank]));
    expect(column.sort()).toEqual(sorted);
  });

  for (const [name, valueAt] of Object.entries(HARD_INPUTS)) {
    it(`selects from ${name}`, () => {
      const column = Float64Array.from({ length: LENGTH }, (_, index) => valueAt(index));
      const sorted = column.slice().sort();
      const ranks = [0, 1, 999, 1000, 2499, 3999, LENGTH - 1];
      selectRanks(column, ranks);
      expect(ranks.map((rank) => column[rank])).toEqual(ranks.map((rank) => sorted[rank]));
    });
  }
});
