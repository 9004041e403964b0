import { describe, expect, it } from "vitest";
import { chiSquareSurvival, logGamma, logRisingFactorial } from "../../src/core/math/index.js";
import { type Random, seededRandom } from "../../src/core/random.js";
import {
  drawGeometric,
  drawInteger,
  drawNegativeBinomial,
  drawPoisson,
} from "../../src/core/random-counts.js";
import { failure } from "./math/failure.js";

const DRAWS = 40_000;

/** The p-value of Pearson's test of the drawn counts against their probabilities. */
function goodnessOfFit(
  draw: (random: Random) => number,
  probability: (n: number) => number,
): number {
  const random = seededRandom(11);
  const drawn = new Map<number, number>();
  for (let index = 0; index < DRAWS; index++) {
    const count = draw(random);
    drawn.set(count, (drawn.get(count) ?? 0) + 1);
  }
  let statistic = 0;
  let cells = 0;
  let restExpected = DRAWS;
  let restDrawn = DRAWS;
  for (let count = 0; count < 3000; count++) {
    const expected = DRAWS * probability(count);
    if (expected < 10) continue;
    const got = drawn.get(count) ?? 0;
    statistic += (got - expected) ** 2 / expected;
    cells++;
    restExpected -= expected;
    restDrawn -= got;
  }
  if (restExpected > 1) {
    statistic += (restDrawn - restExpected) ** 2 / restExpected;
    cells++;
  }
  return chiSquareSurvival(statistic, cells - 1);
}

const poisson = (mean: number) => (n: number) =>
  Math.exp(n * Math.log(mean) - mean - logGamma(n + 1));
const negativeBinomial = (size: number, p: number) => (n: number) =>
  Math.exp(logRisingFactorial(size, n) - logGamma(n + 1) + size * Math.log(p) + n * Math.log1p(-p));

const samplers: [
  string,
  (random: Random) => number,
  (n: number) => number,
  (n: number) => number,
][] = [
  ["Poisson 0.3", (r) => drawPoisson(0.3, r), poisson(0.3), poisson(0.33)],
  ["Poisson 9.9", (r) => drawPoisson(9.9, r), poisson(9.9), poisson(10.1)],
  ["Poisson 10", (r) => drawPoisson(10, r), poisson(10), poisson(10.2)],
  ["Poisson 740", (r) => drawPoisson(740, r), poisson(740), poisson(743)],
  [
    "negative binomial 0.25, 0.1",
    (r) => drawNegativeBinomial(0.25, 0.1, r),
    negativeBinomial(0.25, 0.1),
    negativeBinomial(0.27, 0.1),
  ],
  [
    "negative binomial 8, 0.5",
    (r) => drawNegativeBinomial(8, 0.5, r),
    negativeBinomial(8, 0.5),
    negativeBinomial(8, 0.51),
  ],
  [
    "geometric 0.2",
    (r) => drawGeometric(0.2, r),
    negativeBinomial(1, 0.2),
    negativeBinomial(1, 0.21),
  ],
  [
    "integers below 6",
    (r) => drawInteger(6, r),
    (n) => (n < 6 ? 1 / 6 : 0),
    (n) => (n < 6 ? (n + 9.5) / 72 : 0),
  ],
];

describe.each(samplers)("%s draws", (_, draw, probability, wrong) => {
  it("have the right probabilities, and a test that would notice wrong ones", () => {
    expect(goodnessOfFit(draw, probability)).toBeGreaterThan(0.001);
    expect(goodnessOfFit(draw, wrong)).toBeLessThan(0.001);
  });

  it("are whole and not negative, and repeat with the seed", () => {
    const draws = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 200 }, () => draw(random));
    };
    expect(draws(5).every((count) => Number.isSafeInteger(count) && count >= 0)).toBe(true);
    expect(draws(5)).toEqual(draws(5));
  });
});

describe("counts at the edges", () => {
  it("are 0 where nothing can happen", () => {
    const random = seededRandom(1);
    expect([drawPoisson(0, random), drawGeometric(1, random), drawInteger(1, random)]).toEqual([
      0, 0, 0,
    ]);
    expect(drawNegativeBinomial(3, 1, random)).toBe(0);
  });

  it("stay near a huge mean", () => {
    expect(drawPoisson(1e15, seededRandom(1)) / 1e15).toBeCloseTo(1, 6);
  });

  it("refuse parameters outside their domain", () => {
    const random = seededRandom(1);
    const codes = [
      () => drawPoisson(-1, random),
      () => drawPoisson(NaN, random),
      () => drawNegativeBinomial(0, 0.5, random),
      () => drawGeometric(0, random),
      () => drawInteger(0, random),
      () => drawInteger(2.5, random),
    ].map((call) => failure(call).code);
    expect(codes).toEqual(Array(6).fill("INVALID_ARGUMENT"));
    expect(failure(() => drawPoisson(1e16, random)).code).toBe("OUT_OF_RANGE");
    expect(failure(() => drawGeometric(1.5, random)).code).toBe("OUT_OF_RANGE");
  });
});
