import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { applyRfmCuts, type RfmScores, scoreRfm } from "../../src/rfm/index.js";
import type { CustomerSummaries } from "../../src/transactions/types.js";
import { inUnit, pickCustomers, scaleSummaries, summariesOf } from "./support/summaries.js";

const customer = fc.record({
  since: fc.integer({ min: 0, max: 900 }),
  before: fc.integer({ min: 0, max: 4000 }),
  orders: fc.integer({ min: 1, max: 30 }),
  cents: fc.oneof(fc.integer({ min: -5000, max: 10_000_000 }), fc.constantFrom(0, 1999, 4900)),
});

const summariesArbitrary = fc.array(customer, { minLength: 1, maxLength: 60 }).map((customers) =>
  summariesOf({
    since: customers.map(({ since }) => since),
    age: customers.map(({ since, before }) => since + before),
    orders: customers.map(({ orders }) => orders),
    spend: customers.map(({ cents }) => cents / 100),
  }),
);

const options = fc.record({
  method: fc.constantFrom("independent" as const, "nested" as const),
  ties: fc.constantFrom("lower" as const, "upper" as const, "mid" as const),
  bins: fc.integer({ min: 2, max: 10 }),
  monetary: fc.constantFrom("totalSpend" as const, "meanSpend" as const),
  frequency: fc.constantFrom("orderCount" as const, "purchaseDays" as const),
});

/** Any factor, near and far: 3.3, 1e-300, 9e300. */
const factor = fc
  .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -300, max: 300 }))
  .map(([mantissa, exponent]) => mantissa * 10 ** exponent);

function columnsOf({ recency, frequency, monetary }: RfmScores): number[][] {
  return [[...recency], [...frequency], [...monetary]];
}

function shuffledRows(summaries: CustomerSummaries, keys: readonly number[]): number[] {
  const rows = summaries.customerIds.map((_, row) => row);
  return rows.sort((a, b) => (keys[a % keys.length] ?? 0) - (keys[b % keys.length] ?? 0) || b - a);
}

describe("the scores of scoreRfm", () => {
  test.prop([summariesArbitrary, options, factor, factor])(
    "do not change when all times and amounts are multiplied",
    (summaries, chosen, time, money) => {
      const scaled = scaleSummaries(summaries, { time, money });
      expect(columnsOf(scoreRfm(scaled, chosen))).toEqual(columnsOf(scoreRfm(summaries, chosen)));
    },
  );

  test.prop([summariesArbitrary, options, fc.constantFrom("week", "month", "year")])(
    "do not change with the unit of time",
    (summaries, chosen, unit) => {
      const converted = inUnit(summaries, unit as "week" | "month" | "year");
      expect(columnsOf(scoreRfm(converted, chosen))).toEqual(
        columnsOf(scoreRfm(summaries, chosen)),
      );
    },
  );

  test.prop([summariesArbitrary, options, fc.array(fc.nat(99), { minLength: 1 })])(
    "go with the customer when the rows are permuted",
    (summaries, chosen, keys) => {
      const rows = shuffledRows(summaries, keys);
      const permuted = scoreRfm(pickCustomers(summaries, rows), chosen);
      const scores = scoreRfm(summaries, chosen);
      expect(permuted.cuts).toEqual(scores.cuts);
      expect(columnsOf(permuted)).toEqual(
        columnsOf(scores).map((column) => rows.map((row) => column[row])),
      );
    },
  );

  test.prop([summariesArbitrary, options, fc.integer({ min: 1, max: 5 })])(
    "are the same from the cuts alone, for any shard of the customers",
    (summaries, chosen, shards) => {
      const scores = scoreRfm(summaries, chosen);
      const cuts = JSON.parse(JSON.stringify(scores.cuts));
      for (let shard = 0; shard <= shards; shard++) {
        const rows = summaries.customerIds.flatMap((_, row) =>
          row % shards === shard ? [row] : [],
        );
        const part = applyRfmCuts(pickCustomers(summaries, rows), cuts);
        expect(columnsOf(part)).toEqual(
          columnsOf(scores).map((column) => rows.map((row) => column[row])),
        );
      }
    },
  );

  test.prop([summariesArbitrary, options])(
    "lie between 1 and bins, and the empty bins are those that nobody has",
    (summaries, chosen) => {
      const scores = scoreRfm(summaries, chosen);
      for (const measure of ["recency", "frequency", "monetary"] as const) {
        const all = Array.from({ length: chosen.bins }, (_, index) => index + 1);
        const seen = new Set(scores[measure]);
        expect([...seen].every((score) => all.includes(score))).toBe(true);
        expect(scores.emptyBins[measure]).toEqual(all.filter((score) => !seen.has(score)));
      }
    },
  );

  test.prop([summariesArbitrary, options])(
    "never rank a better value lower, and are equal for equal values",
    (summaries, chosen) => {
      const scores = scoreRfm(summaries, { ...chosen, method: "independent" });
      const since = Array.from(
        summaries.age,
        (age, row) => age - (summaries.recency[row] as number),
      );
      since.forEach((a, first) => {
        since.forEach((b, second) => {
          const difference = (scores.recency[first] as number) - (scores.recency[second] as number);
          if (a < b) expect(difference).toBeGreaterThanOrEqual(0);
          if (a === b) expect(difference).toBe(0);
        });
      });
    },
  );

  test.prop([summariesArbitrary, fc.integer({ min: 2, max: 10 })])(
    "follow the definition of type 7 quantiles",
    (summaries, bins) => {
      const sorted = [...summaries.totalSpend].sort((a, b) => a - b);
      const quantile = (part: number): number => {
        const position = (part * (sorted.length - 1)) / bins;
        const below = sorted[Math.floor(position)] as number;
        const above = sorted[Math.ceil(position)] as number;
        return below + (above - below) * (position % 1);
      };
      const cuts = Array.from({ length: bins - 1 }, (_, index) => quantile(index + 1));
      const { monetary } = scoreRfm(summaries, { bins });
      expect([...monetary]).toEqual(
        Array.from(summaries.totalSpend, (spend) => 1 + cuts.filter((cut) => spend > cut).length),
      );
    },
  );
});
