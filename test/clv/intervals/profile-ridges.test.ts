import { describe, expect, it } from "vitest";
import {
  fitBgNbd,
  fitParetoNbd,
  logLikelihoods,
  type ParetoNbdModel,
  profileIntervals,
  simulateCustomers,
} from "../../../src/clv/index.js";
import { minimizeBfgs } from "../../../src/core/math/index.js";
import { seededRandom } from "../../../src/core/random.js";
import { clvModels } from "../support/known-models.js";
import { rfmCustomers } from "../support/rfm-orders.js";

/** Half of the 95 % point of chi-square with one degree. */
const DROP = 1.920729410347062;

describe("profileIntervals on a ridge", () => {
  const truth = { ...clvModels[1], params: { r: 1.2, alpha: 8, s: 1e5, beta: 1e5 / 0.03 } };
  const customers = simulateCustomers(truth, {
    customers: 150,
    age: [{ weeks: 30 }, { weeks: 100 }],
    random: seededRandom(2),
  });
  const model = fitParetoNbd(customers);
  const intervals = profileIntervals(model, customers);

  it("leave the side open on which the model becomes its limit", () => {
    expect(model.fit.warnings[0]!.nestedModel).toBe("exponentialNbd");
    expect(intervals.s).not.toHaveProperty("high");
    expect(intervals.beta).not.toHaveProperty("high");
    expect(intervals.r!.low).toBeLessThan(intervals.r!.high!);
    expect(intervals.alpha!.low).toBeLessThan(intervals.alpha!.high!);
  });

  it.each(["r", "s"] as const)("end for %s where the likelihood has dropped", (name) => {
    const likelihood = (params: ParetoNbdModel["params"]) =>
      logLikelihoods({ ...model, params }, customers).reduce((sum, each) => sum + each, 0);
    const low = intervals[name]!.low!;
    const names = (["r", "alpha", "s", "beta"] as const).filter((each) => each !== name);
    const value = (logs: readonly number[]) => {
      const others = names.map((each, index) => [each, Math.exp(Math.min(16, logs[index]!))]);
      return -likelihood({ ...Object.fromEntries(others), [name]: low } as typeof model.params);
    };
    const objective = (logs: readonly number[]) => ({
      value: value(logs),
      gradient: logs.map((log, index) => {
        const at = (step: number) => value(logs.with(index, log + step));
        return (at(1e-4) - at(-1e-4)) / 2e-4;
      }),
    });
    // From elsewhere, without anything of what the intervals know.
    const start = { r: 1.2, alpha: 8, s: 10, beta: 300 };
    const best = minimizeBfgs(
      objective,
      names.map((each) => Math.log(start[each])),
      { tolerance: 1e-6 },
    );
    expect(model.fit.logLikelihood + best.value).toBeCloseTo(DROP, 2);
  });

  it("are open for a and b together where all have one chance to leave", () => {
    const regular = rfmCustomers();
    const { a, b } = profileIntervals(fitBgNbd(regular), regular, { parameters: ["a", "b"] });
    expect(a).not.toHaveProperty("high");
    expect(b).not.toHaveProperty("high");
    expect(a!.low).toBeGreaterThan(1);
  });
});
