import { describe, it } from "vitest";
import { fitNbd } from "../../src/clv/index.js";
import { expectGoldenFit } from "./support/compare.js";
import { cdnowSample, goldenFit } from "./support/golden.js";

describe("fitNbd", () => {
  it("finds the golden maximum on the CDNOW sample", () => {
    expectGoldenFit(fitNbd(cdnowSample()), goldenFit("nbd"));
  });
});
