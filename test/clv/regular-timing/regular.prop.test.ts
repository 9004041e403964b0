import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  expectedResidualTransactions,
  expectedTransactions,
  type PurchaseModel,
  probabilityAlive,
  probabilityOfNoPurchase,
  transactionDistribution,
} from "../../../src/clv/index.js";
import { historiesOf, spread } from "../support/arbitraries.js";
import { expectClose } from "../support/compare.js";

const anyRegular: fc.Arbitrary<PurchaseModel> = fc.record({
  kind: fc.constantFrom("bgCnbd" as const, "mbgCnbd" as const),
  version: fc.constant(1 as const),
  timeUnit: fc.constant("week" as const),
  regularity: fc.integer({ min: 1, max: 5 }),
  params: fc.record({
    r: spread(0.05, 20),
    alpha: spread(1, 100),
    a: spread(0.02, 50),
    b: spread(0.02, 100),
  }),
});
const anyHistory = fc
  .tuple(fc.nat(20), fc.double({ min: 0.001, max: 1, noNaN: true }), spread(10, 200))
  .map(([x, share, age]) => historiesOf([[x, x === 0 ? 0 : share * age, age]]));
const settings = { numRuns: 40 };

describe("a regular buyer of any kind", () => {
  test.prop([anyRegular, anyHistory, spread(0.01, 60)], settings)(
    "has a distribution of transactions that sums to 1 around the expectation",
    (model, histories, weeks) => {
      const horizon = { weeks };
      const [probabilities] = transactionDistribution(model, histories, { horizon });
      const [expected] = expectedTransactions(model, histories, { horizon });
      const [none] = probabilityOfNoPurchase(model, histories, { horizon });
      const sum = probabilities!.reduce((total, each) => total + each, 0);
      const mean = probabilities!.reduce((total, each, count) => total + each * count, 0);
      expect(sum).toBeCloseTo(1, 11);
      expect(Math.abs(mean - expected!)).toBeLessThanOrEqual(1e-10 * expected! + 1e-15);
      expect(Math.abs(probabilities![0]! - none!)).toBeLessThanOrEqual(1e-11);
    },
  );

  test.prop([anyRegular, anyHistory, spread(0.01, 60), spread(0.05, 0.5)], settings)(
    "is worth less when discounted, and all there is in the long run",
    (model, histories, weeks, continuous) => {
      const horizon = { weeks };
      const discountRate = { continuous, per: "week" } as const;
      const [plain] = expectedTransactions(model, histories, { horizon });
      const [some] = expectedResidualTransactions(model, histories, { horizon, discountRate });
      const [ever] = expectedResidualTransactions(model, histories, { discountRate });
      const [long] = expectedResidualTransactions(model, histories, {
        horizon: { weeks: 30 / continuous },
        discountRate,
      });
      const [alive] = probabilityAlive(model, histories);
      const [later] = probabilityAlive(model, histories, { at: horizon });
      expect(some!).toBeLessThanOrEqual(plain! * (1 + 1e-12));
      expect(some!).toBeGreaterThanOrEqual(plain! * Math.exp(-continuous * weeks) * (1 - 1e-12));
      expectClose(long, ever!, 1e-9, "in the long run");
      expect(later!).toBeLessThanOrEqual(alive! * (1 + 1e-12));
    },
  );
});
