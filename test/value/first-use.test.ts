import { expect, test } from "vitest";
import {
  concentration,
  migrationMatrix,
  reviewTiers,
  thresholdsByShare,
  tierByShare,
  tierByThreshold,
  tierLabels,
  tierSummary,
} from "../../src/value/index.js";

// What a newcomer writes: spend per customer of two years, then ABC, its table, and the moves.
const customerIds = ["ann", "bob", "cem", "dan", "eve", "fay", "gus", "hal"];
const spend2024 = [5000, 2400, 600, 900, 500, 300, 200, 100];
const spend2025 = [4900, 300, 650, 2500, 520, 310, 180, 90];

test("Customers get ABC tiers, and the tiers a table.", () => {
  const tiers = tierByShare(spend2024);
  const labels = tierLabels();
  const codes = Array.from(tiers, (tier) => labels[tier]!.code);
  expect(codes.join("")).toBe("AABABBCC");
  expect(tierSummary(tiers, spend2024).map(({ customers, value }) => [customers, value])).toEqual([
    [3, 8300],
    [3, 1400],
    [2, 300],
  ]);
});

test("The thresholds of one year sort the customers of the next.", () => {
  const thresholds = thresholdsByShare(spend2024);
  expect(thresholds).toEqual([900, 300]);
  expect([...tierByThreshold(spend2025, thresholds!)]).toEqual([0, 1, 1, 0, 1, 1, 2, 2]);
});

test("A review moves those who clearly moved and says why; the table of moves counts them.", () => {
  const before = tierByShare(spend2024);
  const previous = { tiers: before, since: customerIds.map(() => "2025-01-01") };
  const review = reviewTiers(spend2025, previous, {
    thresholds: thresholdsByShare(spend2024)!,
    asOf: "2026-01-01",
    promotionMargin: 0.05,
    demotionMargin: 0.1,
    minimumStay: "P6M",
  });
  const moved = customerIds.filter((_, index) => review.reasons[index] !== "kept");
  expect(moved).toEqual(["bob"]);
  expect(review.reasons[1]).toBe("demoted");
  const moves = migrationMatrix(
    { customerIds, tiers: before },
    { customerIds, tiers: review.tiers },
  );
  expect(moves.counts).toEqual([
    [2, 1, 0],
    [0, 3, 0],
    [0, 0, 2],
  ]);
});

test("How concentrated is the value?", () => {
  const spread = concentration(spend2024);
  expect(spread?.gini).toBeCloseTo(0.59, 12);
  expect(spread?.topShares.at(-1)).toEqual({ customers: 0.5, value: 0.89 });
  expect(spread?.neededCustomers[1]).toEqual({ customers: 0.375, value: 0.8, count: 3 });
});
