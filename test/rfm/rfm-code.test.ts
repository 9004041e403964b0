import { describe, expect, it } from "vitest";
import { rfmCode } from "../../src/rfm/index.js";
import { scoresOf } from "./support/scores.js";

describe("rfmCode", () => {
  it("writes three digits", () => {
    expect(rfmCode(scoresOf(["111", "543"]), 1)).toBe("543");
  });

  it("writes hyphens where a score may have two digits", () => {
    expect(rfmCode(scoresOf(["147"], 10), 0)).toBe("1-4-7");
  });

  it("refuses a customer that does not exist", () => {
    for (const customer of [1, -1, 0.5, Number.NaN]) {
      expect(() => rfmCode(scoresOf(["555"]), customer)).toThrow(
        "customer must be an index below 1",
      );
    }
  });
});
