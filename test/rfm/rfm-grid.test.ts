import { describe, expect, it } from "vitest";
import { rfmGrid } from "../../src/rfm/index.js";
import { scoresOf } from "./support/scores.js";
import { summariesOf } from "./support/summaries.js";

describe("rfmGrid", () => {
  it("counts customers and spend by recency and frequency score", () => {
    const summaries = summariesOf({ since: [1, 2, 3], spend: [10, 20, 5] });
    expect(rfmGrid(scoresOf(["212", "211", "121"], 2), summaries)).toEqual({
      customers: [
        [0, 1],
        [2, 0],
      ],
      spend: [
        [0, 5],
        [30, 0],
      ],
      meanSpend: [
        [undefined, 5],
        [15, undefined],
      ],
    });
  });

  it("refuses summaries of other customers", () => {
    expect(() => rfmGrid(scoresOf(["212"], 2), summariesOf({ since: [1, 2] }))).toThrow(
      expect.objectContaining({ code: "LENGTH_MISMATCH" }),
    );
  });
});
