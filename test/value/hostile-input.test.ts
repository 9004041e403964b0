import { expect, test } from "vitest";
import * as value from "../../src/value/index.js";
import { type Call, rawErrors } from "../hostile-calls.js";

const values = () => [5, 3, 2];
const snapshot = () => ({ customerIds: ["a", "b", "c"], tiers: [0, 1, 2] });
const summaries = () => ({
  customerIds: ["a", "b", "c"],
  totalSpend: values(),
  age: values(),
  unit: "day",
  currency: "EUR",
});
const summed = () => {
  const sums = value.tierSummaryAccumulator({ tierCount: 3 });
  sums.add({ tiers: [0, 1, 2], values: values() });
  return sums;
};
const moved = () => {
  const moves = value.migrationAccumulator({ tierCount: 3 });
  moves.add({ from: snapshot(), to: snapshot() });
  return moves;
};

const CALLS: Readonly<Record<string, Call>> = {
  concentration: {
    run: value.concentration,
    args: () => [values(), { ...value.CONCENTRATION_DEFAULTS }],
  },
  historicValue: {
    run: value.historicValue,
    args: () => [summaries(), { margin: 0.3, minimumAge: 1 }],
  },
  migrationMatrix: {
    run: value.migrationMatrix,
    args: () => [snapshot(), snapshot(), { tierCount: 3 }],
  },
  migrationAccumulator: { run: value.migrationAccumulator, args: () => [{ tierCount: 3 }] },
  "migration add": {
    run: (batch) => moved().add(batch),
    args: () => [{ from: snapshot(), to: snapshot() }],
  },
  "migration merge": { run: (state) => moved().merge(state), args: () => [moved().state()] },
  reviewTiers: {
    run: value.reviewTiers,
    args: () => [
      values(),
      { tiers: [0, 1, undefined], since: ["2024-12-01", "2024-12-01", undefined] },
      {
        thresholds: [4, 2],
        asOf: "2025-01-31",
        promotionMargin: 0,
        demotionMargin: 0.1,
        minimumStay: "P30D",
      },
    ],
  },
  thresholdsByQuantile: {
    run: value.thresholdsByQuantile,
    args: () => [values(), { cuts: [0.5] }],
  },
  tierByQuantile: { run: value.tierByQuantile, args: () => [values(), { cuts: [0.5] }] },
  thresholdsByShare: { run: value.thresholdsByShare, args: () => [values(), { cuts: [0.5] }] },
  tierByShare: {
    run: value.tierByShare,
    args: () => [values(), { cuts: [0.5], ties: "rowOrder" }],
  },
  tierByThreshold: { run: value.tierByThreshold, args: () => [values(), [4, 2]] },
  tierLabels: { run: value.tierLabels, args: () => [3] },
  tierSummary: { run: value.tierSummary, args: () => [[0, 1, 2], values(), { tierCount: 3 }] },
  tierSummaryAccumulator: { run: value.tierSummaryAccumulator, args: () => [{ tierCount: 3 }] },
  "summary add": {
    run: (batch) => summed().add(batch),
    args: () => [{ tiers: [0, 1, 2], values: values() }],
  },
  "summary merge": { run: (state) => summed().merge(state), args: () => [summed().state()] },
};

test("covers every public function", () => {
  const functions = Object.entries(value).filter(([, each]) => typeof each === "function");
  expect(functions.map(([name]) => name).filter((name) => !(name in CALLS))).toEqual([]);
});

test("answers hostile input with errors that have a code", () => {
  expect(rawErrors(CALLS)).toEqual([]);
});
