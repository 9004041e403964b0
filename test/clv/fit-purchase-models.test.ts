import { describe, it } from "vitest";
import { fitBgNbd, fitMbgNbd, fitNbd, fitParetoNbd } from "../../src/clv/index.js";
import { expectGoldenFit } from "./support/compare.js";
import { cdnowSample, goldenFit } from "./support/golden.js";

describe("the fits of models of purchases", () => {
  it.each([
    ["nbd", fitNbd],
    ["pnbd", fitParetoNbd],
    ["bgnbd", fitBgNbd],
    ["mbgnbd", fitMbgNbd],
  ] as const)("find the golden maximum of %s on the CDNOW sample", (name, fitModel) => {
    const model = fitModel(cdnowSample());
    expectGoldenFit(model, goldenFit(name));
  });
});
