import { describe, expect, it } from "vitest";
import { fitBgNbd, fitMbgNbd, fitNbd, fitParetoNbd } from "../../src/clv/index.js";
import { expectClose, expectGoldenFit } from "./support/compare.js";
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

  it.each([
    ["nbd", fitNbd],
    ["pnbd", fitParetoNbd],
    ["bgnbd", fitBgNbd],
    ["mbgnbd", fitMbgNbd],
  ] as const)(
    "settle %s to the last digits also where sums are a thousand times as long",
    (name, fitModel) => {
      const histories = cdnowSample();
      const customerCount = new Float64Array(histories.repeatCount.length).fill(1000);
      const { fit, params } = fitModel({ ...histories, customerCount });
      expect(fit.status).toBe("converged");
      expect(fit.warnings).toEqual([]);
      expectClose(params.r, goldenFit(name).params.r!, 1e-6);
    },
  );
});
