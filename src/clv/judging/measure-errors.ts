import type { HoldoutRows } from "./group-holdout.js";
import type { HoldoutErrors } from "./types.js";

/** How far expectations are from what happened, per customer; there must be one. */
export function measureErrors({ actual, expected, weight }: HoldoutRows): HoldoutErrors {
  const customers = weight.reduce((sum, each) => sum + each, 0);
  const mean = (value: (row: number) => number): number =>
    weight.reduce((sum, each, row) => sum + each * value(row), 0) / customers;
  const error = (row: number): number => expected[row]! - actual[row]!;
  const actualMean = mean((row) => actual[row]!);
  const expectedMean = mean((row) => expected[row]!);
  const actualVariance = mean((row) => (actual[row]! - actualMean) ** 2);
  const expectedVariance = mean((row) => (expected[row]! - expectedMean) ** 2);
  const covariance = mean((row) => (actual[row]! - actualMean) * (expected[row]! - expectedMean));
  const correlation = covariance / Math.sqrt(actualVariance * expectedVariance);
  return {
    bias: mean(error),
    meanAbsoluteError: mean((row) => Math.abs(error(row))),
    rootMeanSquareError: Math.sqrt(mean((row) => error(row) ** 2)),
    ...(Number.isFinite(correlation) && { correlation: Math.max(-1, Math.min(1, correlation)) }),
  };
}
