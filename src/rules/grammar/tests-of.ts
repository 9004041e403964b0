import type { ElapsedTests, Leaf, TestName, Tests } from "../types.js";

const TEST_NAMES = [
  "eq",
  "ne",
  "lt",
  "lte",
  "gt",
  "gte",
  "in",
  "between",
  "matches",
  "contains",
  "exists",
] as const satisfies readonly TestName[];

/** The tests that are given, in the order of the language. */
export function testsOf(tests: Leaf | Tests | ElapsedTests): readonly TestName[] {
  const given = tests as Tests;
  return TEST_NAMES.filter((name) => given[name] !== undefined);
}
