import type { ElapsedTests, Leaf, TestName, Tests } from "../types.js";

const TEST_NAMES: readonly string[] = [
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
] satisfies TestName[];

/** The tests that are given, in the order in which they are written. */
export function testsOf(tests: Leaf | Tests | ElapsedTests): readonly TestName[] {
  const given = tests as Tests;
  return (Object.keys(tests) as TestName[]).filter(
    (name) => TEST_NAMES.includes(name) && given[name] !== undefined,
  );
}
