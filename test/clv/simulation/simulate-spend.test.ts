import { describe, expect, it } from "vitest";
import type { GammaGammaParameters } from "../../../src/clv/gamma-gamma/types.js";
import { simulateCustomers, simulateSpend } from "../../../src/clv/index.js";
import { seededRandom } from "../../../src/core/random.js";
import { clvModels } from "../support/known-models.js";

const SPEND: GammaGammaParameters = {
  kind: "gammaGamma",
  version: 1,
  currency: "USD",
  params: { p: 6.25, q: 6, gamma: 15.44 },
};
const WEEKS = { weeks: 39 };
const customers = simulateCustomers(clvModels[0], {
  customers: 4000,
  age: WEEKS,
  horizon: WEEKS,
});

describe("simulated spend", () => {
  const spenders = simulateSpend(SPEND, customers, seededRandom(5));

  it("has the mean and the variance of the Gamma-Gamma distribution at one purchase", () => {
    const { p, q, gamma } = SPEND.params;
    const amounts = spenders.meanSpend.filter((_, row) => customers.repeatCount[row] === 1);
    const mean = (p * gamma) / (q - 1);
    // Var = E (p / nu²) + Var (p / nu), with nu gamma(q, gamma).
    const inverseSquare = gamma ** 2 / ((q - 1) * (q - 2));
    const variance = (p + p ** 2) * inverseSquare - mean ** 2;
    const got = amounts.reduce((sum, each) => sum + each, 0) / amounts.length;
    expect(Math.abs(got - mean)).toBeLessThan(3 * Math.sqrt(variance / amounts.length));
    const spread = amounts.reduce((sum, each) => sum + (each - got) ** 2, 0) / amounts.length;
    expect(spread / variance).toBeGreaterThan(0.7);
    expect(spread / variance).toBeLessThan(1.3);
  });

  it("is zero exactly where there is no purchase", () => {
    customers.repeatCount.forEach((count, row) => {
      expect(spenders.meanSpend[row]! > 0).toBe(count > 0);
      expect(spenders.holdoutSpend[row]! > 0).toBe(customers.holdoutCount[row]! > 0);
    });
  });

  it("keeps the customers, names the currency, and comes again from the same seed", () => {
    expect(spenders).toMatchObject({ ...customers, currency: "USD" });
    expect(simulateSpend(SPEND, customers, seededRandom(5))).toEqual(spenders);
  });

  it.each([
    ["another model", clvModels[0], customers, undefined, "INVALID_ARGUMENT"],
    ["another version", { ...SPEND, version: 2 }, customers, undefined, "UNSUPPORTED_VERSION"],
    ["no customers", SPEND, undefined, undefined, "INVALID_ARGUMENT"],
    ["a seed for a source of chance", SPEND, customers, 7, "INVALID_ARGUMENT"],
  ])("refuses %s", (_, model, histories, random, code) => {
    expect(() => simulateSpend(model as never, histories as never, random as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
