import { describe, expect, it } from "vitest";
import { weighRfm } from "../../src/rfm/index.js";
import { scoresOf } from "./support/scores.js";

describe("weighRfm", () => {
  it("reads like the code by default", () => {
    expect([...weighRfm(scoresOf(["555", "142"]))]).toEqual([555, 142]);
  });

  it("takes other weights", () => {
    const weights = { recency: 0.5, frequency: 0.25, monetary: 0 };
    expect([...weighRfm(scoresOf(["244"]), weights)]).toEqual([2]);
  });

  it("refuses weights that are not finite or not known", () => {
    const scores = scoresOf(["244"]);
    expect(() => weighRfm(scores, { recency: Number.NaN })).toThrow("weights.recency");
    expect(() => weighRfm(scores, { recncy: 1 } as never)).toThrow(
      expect.objectContaining({ code: "UNKNOWN_OPTION" }),
    );
  });
});
