import { expect, test } from "vitest";
import { chooseGrain } from "../../src/report/analysis/choose-grain.js";

test.each([
  [1, "week"],
  [182, "week"],
  [183, "month"],
  [546, "month"],
  [1216, "month"],
  [1217, "quarter"],
  [3652, "quarter"],
  [3653, "year"],
  [36_500, "year"],
] as const)("draws %d days by the %s", (days, grain) => {
  expect(chooseGrain(days)).toBe(grain);
});
