import { expect, it } from "vitest";
import { sumTerms } from "../../../src/core/math/sum-terms.js";

it("keeps what additions lose, and adds nothing up to 0", () => {
  const values = [1, 1e100, 1, -1e100];
  expect(sumTerms(values.length, (index) => values[index] as number)).toBe(2);
  expect(sumTerms(10, () => 0.1)).toBe(1);
  expect(sumTerms(0, () => 1)).toBe(0);
});
