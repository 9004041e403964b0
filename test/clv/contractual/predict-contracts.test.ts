import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  type BdwParameters,
  type ContractModel,
  expectedLifetime,
  expectedResidualLifetime,
  retentionCurve,
  type SbgParameters,
  survivalCurve,
} from "../../../src/clv/index.js";
import { logHyp2f1One } from "../../../src/core/math/index.js";
import { expectClose } from "../support/compare.js";

const SBG: SbgParameters = { kind: "sbg", version: 1, params: { alpha: 0.764, beta: 1.296 } };
const BDW: BdwParameters = {
  kind: "bdw",
  version: 1,
  params: { alpha: 0.456, beta: 0.779, c: 1.283 },
};

function sbg(alpha: number, beta: number): SbgParameters {
  return { ...SBG, params: { alpha, beta } };
}

function bdw(alpha: number, beta: number, c: number): BdwParameters {
  return { ...BDW, params: { alpha, beta, c } };
}

const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

describe("the curves of contracts", () => {
  it("are those of Fader and Hardie for the sBG: (β + t - 1) / (α + β + t - 1)", () => {
    const retention = retentionCurve(SBG, { periods: 1000 });
    retention.forEach((rate, index) => {
      expectClose(rate, (1.296 + index) / (0.764 + 1.296 + index), 1e-13);
    });
    const survival = survivalCurve(SBG, { periods: 1000 });
    let product = 1;
    survival.forEach((share, index) => {
      expectClose(share, product, 1e-11);
      product *= retention[index] ?? 0;
    });
  });

  it("start with everybody", () => {
    expect(survivalCurve(BDW, { periods: 0 })).toEqual(Float64Array.of(1));
    expect(retentionCurve(BDW, { periods: 0 })).toEqual(new Float64Array(0));
  });

  it("are the same for the BdW with c = 1 and the sBG", () => {
    const { alpha, beta } = SBG.params;
    expect(survivalCurve(bdw(alpha, beta, 1), { periods: 20 })).toEqual(
      survivalCurve(SBG, { periods: 20 }),
    );
  });

  test.prop([positive, positive, fc.double({ min: 0.1, max: 10, noNaN: true })])(
    "fall from 1, by shares of 0 to 1",
    (alpha, beta, c) => {
      const model = bdw(alpha, beta, c);
      const survival = survivalCurve(model, { periods: 30 });
      const retention = retentionCurve(model, { periods: 30 });
      expect(survival[0]).toBe(1);
      for (let period = 1; period <= 30; period++) {
        expect(retention[period - 1]).toBeGreaterThanOrEqual(0);
        expect(retention[period - 1]).toBeLessThanOrEqual(1);
        const product = survival[period - 1]! * retention[period - 1]!;
        expect(Math.abs(survival[period]! - product)).toBeLessThanOrEqual(1e-12);
      }
    },
  );
});

describe("expected lifetimes", () => {
  it("are the closed form for the sBG without a discount, (α + β - 1) / (α - 1)", () => {
    expectClose(expectedLifetime(sbg(2, 3), { discountPerPeriod: 0 }), 4, 1e-12);
    expectClose(expectedLifetime(sbg(1.5, 40), { discountPerPeriod: 0 }), 81, 1e-11);
    expectClose(expectedLifetime(sbg(1.01, 2), { discountPerPeriod: 0 }), 201, 1e-10);
  });

  it.each([1e-7, 1e-4, 0.001, 0.01, 0.1, 1, 100])(
    "are the hypergeometric function of Fader and Hardie (2010) for the sBG at %d",
    (discountPerPeriod) => {
      const { alpha, beta } = SBG.params;
      const weight = 1 / (1 + discountPerPeriod);
      const complement = discountPerPeriod * weight;
      const lifetime = Math.exp(logHyp2f1One(beta, alpha + beta, weight, complement));
      expectClose(expectedLifetime(SBG, { discountPerPeriod }), lifetime, 1e-11);
      const renewed = [0, 1, 5, 40, 3000];
      const residual = expectedResidualLifetime(SBG, renewed, { discountPerPeriod });
      renewed.forEach((n, row) => {
        const next = (beta + n) / (alpha + beta + n);
        const later = logHyp2f1One(beta + n + 1, alpha + beta + n + 1, weight, complement);
        expectClose(residual[row], next * Math.exp(later), 1e-11, `after ${n}`);
      });
    },
  );

  it.each([0.7, 1.283, 3])("of the BdW with c = %d are sums over the curve", (c) => {
    const model = bdw(0.456, 0.779, c);
    const survival = survivalCurve(model, { periods: 100_000 });
    for (const discountPerPeriod of [0.001, 0.05]) {
      let sum = 0;
      for (let t = survival.length - 1; t >= 0; t--) {
        sum += survival[t]! * (1 + discountPerPeriod) ** -t;
      }
      expectClose(expectedLifetime(model, { discountPerPeriod }), sum, 1e-11);
    }
  });

  it("end at a horizon", () => {
    const survival = survivalCurve(BDW, { periods: 9 });
    const options = { discountPerPeriod: 0, periods: 4 };
    const newcomer = survival.subarray(0, 4).reduce((sum, each) => sum + each, 0);
    expectClose(expectedLifetime(BDW, options), newcomer, 1e-13);
    const existing = survival.subarray(3, 7).reduce((sum, each) => sum + each / survival[2]!, 0);
    expectClose(expectedResidualLifetime(BDW, [2], options)[0], existing, 1e-13);
  });

  it("grow with the renewals made, as only those who stay are left", () => {
    const residual = expectedResidualLifetime(SBG, [0, 1, 2, 3, 10], { discountPerPeriod: 0.1 });
    expect(Array.from(residual)).toEqual(Array.from(residual).sort((a, b) => a - b));
    expect(expectedResidualLifetime(SBG, [], { discountPerPeriod: 0.1 }).length).toBe(0);
  });

  it("refuse to be infinite, and say what would mend it", () => {
    for (const model of [SBG, BDW]) {
      expect(() => expectedLifetime(model, { discountPerPeriod: 0 })).toThrow(
        expect.objectContaining({
          code: "OUT_OF_RANGE",
          message: expect.stringMatching(/give a discountPerPeriod above 0/),
        }),
      );
    }
  });

  test.prop([
    positive,
    positive,
    fc.double({ min: 0.05, max: 60, noNaN: true }),
    fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
    fc.nat(Number.MAX_SAFE_INTEGER),
  ])("are finite, and never negative", (alpha, beta, c, discountPerPeriod, made) => {
    const model = bdw(alpha, beta, c);
    const lifetime = expectedLifetime(model, { discountPerPeriod });
    const [residual] = expectedResidualLifetime(model, [made], { discountPerPeriod });
    expect(lifetime).toBeGreaterThanOrEqual(1);
    expect(lifetime).toBeLessThanOrEqual((1 + 1e-9) * (1 + 1 / discountPerPeriod));
    expect(residual).toBeGreaterThanOrEqual(0);
    expect(residual).toBeLessThanOrEqual((1 + 1e-9) * (1 + 1 / discountPerPeriod));
  });
});

describe("predictions of contracts refuse", () => {
  it.each([
    ["an unknown version", { ...SBG, version: 2 }, 1, "UNSUPPORTED_VERSION"],
    ["another model", { ...SBG, kind: "nbd" }, 1, "INVALID_ARGUMENT"],
    ["no model", null, 1, "INVALID_ARGUMENT"],
    ["a missing parameter", { ...BDW, params: { alpha: 1, beta: 1 } }, 1, "INVALID_ARGUMENT"],
    ["half a period", SBG, 1.5, "INVALID_ARGUMENT"],
    ["a missing number of periods", SBG, undefined, "INVALID_ARGUMENT"],
    ["far too many periods", SBG, 1e12, "LIMIT_EXCEEDED"],
  ])("%s", (_, model, periods, code) => {
    const thrown = expect.objectContaining({ code });
    expect(() => survivalCurve(model as ContractModel, { periods } as never)).toThrow(thrown);
    expect(() => retentionCurve(model as ContractModel, { periods } as never)).toThrow(thrown);
  });

  it.each([
    ["a missing discount", {}, [1]],
    ["a negative discount", { discountPerPeriod: -0.1 }, [1]],
    ["NaN", { discountPerPeriod: NaN }, [1]],
    ["half a renewal", { discountPerPeriod: 0.1 }, [0.5]],
    ["no options", undefined, [1]],
  ])("%s", (_, options, renewals) => {
    expect(() => expectedResidualLifetime(SBG, renewals, options as never)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });
});
