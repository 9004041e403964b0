import { describe, expect, it } from "vitest";
import {
  expectedTransactions,
  NEW_CUSTOMER,
  type PurchaseModel,
  probabilityAlive,
  type SimulationOptions,
  simulateCustomers,
  transactionDistribution,
} from "../../../src/clv/index.js";
import { chiSquareSurvival } from "../../../src/core/math/index.js";
import { seededRandom } from "../../../src/core/random.js";
import { allModels, clvModels } from "../support/known-models.js";

const CUSTOMERS = 4000;
const WEEKS = 39;

/** P-value of Pearson's test that the counts follow the probabilities, in classes of at least five. */
function fitOfCounts(counts: ArrayLike<number>, probabilities: Float64Array): number {
  const tally = new Float64Array(probabilities.length);
  for (let row = 0; row < counts.length; row++) tally[counts[row]!]!++;
  const classes: { actual: number; expected: number }[] = [{ actual: 0, expected: 0 }];
  const expected = probabilities.map((probability) => counts.length * probability);
  expected.forEach((mean, count) => {
    const rest = expected.slice(count).reduce((sum, each) => sum + each, 0);
    if (classes.at(-1)!.expected >= 5 && rest >= 5) classes.push({ actual: 0, expected: 0 });
    classes.at(-1)!.expected += mean;
    classes.at(-1)!.actual += tally[count]!;
  });
  const statistic = classes.reduce(
    (sum, { actual, expected: mean }) => sum + (actual - mean) ** 2 / mean,
    0,
  );
  return chiSquareSurvival(statistic, classes.length - 1);
}

describe.each(allModels)("customers simulated by $kind", (model) => {
  const simulated = simulateCustomers(model, {
    customers: CUSTOMERS,
    age: { weeks: WEEKS },
    horizon: { weeks: WEEKS },
    random: seededRandom(11),
  });

  it("buy as often as the model's distribution says", () => {
    const [probabilities] = transactionDistribution(model, NEW_CUSTOMER, {
      horizon: { weeks: WEEKS },
    });
    const { repeatCount } = simulateCustomers(model, { customers: 40_000, age: { weeks: WEEKS } });
    expect(fitOfCounts(repeatCount, probabilities!)).toBeGreaterThan(0.01);
  });

  it("go on buying as the model expects of their histories", () => {
    const expected = expectedTransactions(model, simulated, { horizon: { weeks: WEEKS } });
    const errors = expected.map((mean, row) => simulated.holdoutCount[row]! - mean);
    expect(Math.abs(zScore(errors))).toBeLessThan(3);
    // Weighted by recency too, so that the order of the purchases in time matters.
    expect(
      Math.abs(zScore(errors.map((error, row) => error * simulated.recency[row]!))),
    ).toBeLessThan(3);
  });

  it("are alive as often as their histories make probable", () => {
    const errors = probabilityAlive(model, simulated).map(
      (probability, row) => simulated.isAlive[row]! - probability,
    );
    const z = zScore(errors);
    if (model.kind === "nbd") expect(errors.every((error) => error === 0)).toBe(true);
    else expect(Math.abs(z)).toBeLessThan(3);
  });

  it("are the same again from the same seed, and others from another", () => {
    const options: SimulationOptions = { customers: 50, age: [{ weeks: 1 }, { weeks: 60 }] };
    const first = simulateCustomers(model, { ...options, random: seededRandom(3) });
    expect(simulateCustomers(model, { ...options, random: seededRandom(3) })).toEqual(first);
    expect(simulateCustomers(model, { ...options, random: seededRandom(4) })).not.toEqual(first);
    expect(simulateCustomers(model, options)).toEqual(
      simulateCustomers(model, { ...options, random: seededRandom(1) }),
    );
    expect(Math.min(...first.age)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...first.age)).toBeLessThan(60);
  });
});

function zScore(errors: Float64Array): number {
  const sum = errors.reduce((total, error) => total + error, 0);
  const squares = errors.reduce((total, error) => total + error * error, 0);
  return squares === 0 ? 0 : sum / Math.sqrt(squares);
}

describe("a simulation", () => {
  const model = clvModels[1]!;
  const age = { weeks: 10 };

  it("of nobody has no rows", () => {
    expect(simulateCustomers(model, { customers: 0, age }).repeatCount).toHaveLength(0);
  });

  it("scales with the unit of time", () => {
    const inDays = {
      ...model,
      timeUnit: "day",
      params: { ...model.params, alpha: 7 * model.params.alpha, beta: 7 * 11.66873529 },
    } as PurchaseModel;
    const weekly = simulateCustomers(model, { customers: 100, age });
    const daily = simulateCustomers(inDays, { customers: 100, age });
    expect(daily.repeatCount).toEqual(weekly.repeatCount);
    daily.recency.forEach((days, row) => {
      expect(days).toBeCloseTo(7 * weekly.recency[row]!, 9);
    });
  });

  it("counts nothing after the observation without a horizon", () => {
    const { holdoutCount } = simulateCustomers(model, { customers: 200, age });
    expect(Math.max(...holdoutCount)).toBe(0);
  });

  it.each([
    ["a fraction of a customer", { customers: 1.5, age }, "INVALID_ARGUMENT"],
    ["no number of customers", { age }, "INVALID_ARGUMENT"],
    ["no age", { customers: 1 }, "INVALID_ARGUMENT"],
    ["an age without a unit", { customers: 1, age: 10 }, "INVALID_ARGUMENT"],
    ["a negative age", { customers: 1, age: { weeks: -1 } }, "INVALID_ARGUMENT"],
    [
      "ages from high to low",
      { customers: 1, age: [{ weeks: 2 }, { weeks: 1 }] },
      "INVALID_ARGUMENT",
    ],
    ["an empty list of ages", { customers: 1, age: [] }, "INVALID_ARGUMENT"],
    ["a seed for a source of chance", { customers: 1, age, random: 7 }, "INVALID_ARGUMENT"],
    ["an unknown option", { customers: 1, age, seed: 7 }, "UNKNOWN_OPTION"],
    ["no options", undefined, "INVALID_ARGUMENT"],
  ])("refuses %s", (_, options, code) => {
    expect(() => simulateCustomers(model, options as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("refuses a model that is none, and one of another version", () => {
    const options = { customers: 1, age };
    expect(() => simulateCustomers({ kind: "__proto__" } as never, options)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
    expect(() => simulateCustomers({ ...model, version: 2 } as never, options)).toThrow(
      expect.objectContaining({ code: "UNSUPPORTED_VERSION" }),
    );
  });

  it("ends with an error where purchases come without end", () => {
    const params = { r: 1e6, alpha: 1e-300 };
    const endless: PurchaseModel = { kind: "nbd", version: 1, timeUnit: "week", params };
    expect(() => simulateCustomers(endless, { customers: 1, age })).toThrow(
      expect.objectContaining({ code: "LIMIT_EXCEEDED" }),
    );
  });
});
