import { describe, expect, it } from "vitest";
import { normalCdf, regularizedBeta, regularizedGammaP } from "../../src/core/math/index.js";
import { type Random, seededRandom } from "../../src/core/random.js";
import {
  drawBeta,
  drawExponential,
  drawGamma,
  drawLogGamma,
  drawNormal,
} from "../../src/core/random-draws.js";
import { failure } from "./math/failure.js";

const DRAWS = 40_000;

/** The largest distance between the drawn and the true distribution function, times √n. */
function kolmogorovDistance(draw: (random: Random) => number, cdf: (x: number) => number): number {
  const random = seededRandom(20_240_229);
  const drawn = Float64Array.from({ length: DRAWS }, () => draw(random)).sort();
  const distances = drawn.map((x, index) => {
    const share = cdf(x);
    return Math.max(Math.abs(share - index / DRAWS), Math.abs((index + 1) / DRAWS - share));
  });
  return Math.sqrt(DRAWS) * Math.max(...distances);
}

/** Exceeded once in a thousand right samplers (Kolmogorov, 1933). */
const LIMIT = 1.95;

const samplers: [string, (random: Random) => number, (x: number) => number][] = [
  ["normal", (random) => drawNormal(5, 2, random), (x) => normalCdf((x - 5) / 2)],
  ["exponential", (random) => drawExponential(0.2, random), (x) => -Math.expm1(-0.2 * x)],
  ["gamma 7.5", (random) => drawGamma(7.5, 3, random), (x) => regularizedGammaP(7.5, 3 * x)],
  ["gamma 1", (random) => drawGamma(1, 1, random), (x) => regularizedGammaP(1, x)],
  ["gamma 0.3", (random) => drawGamma(0.3, 10, random), (x) => regularizedGammaP(0.3, 10 * x)],
  ["gamma 1e4", (random) => drawGamma(1e4, 1, random), (x) => regularizedGammaP(1e4, x)],
  ["beta 2, 5", (random) => drawBeta(2, 5, random), (x) => regularizedBeta(2, 5, x)],
  ["beta 0.4, 0.7", (random) => drawBeta(0.4, 0.7, random), (x) => regularizedBeta(0.4, 0.7, x)],
];

describe.each(samplers)("%s draws", (_, draw, cdf) => {
  it("follow their distribution", () => {
    expect(kolmogorovDistance(draw, cdf)).toBeLessThan(LIMIT);
  });

  it("would be caught with a scale 10 % off", () => {
    expect(kolmogorovDistance(draw, (x) => cdf(0.9 * x))).toBeGreaterThan(LIMIT);
  });

  it("repeat with the seed", () => {
    expect(draw(seededRandom(7))).toBe(draw(seededRandom(7)));
  });
});

describe("draws at the edges", () => {
  it("are finite at the ends of the uniform range", () => {
    for (const uniform of [0, 1 - 2 ** -53]) {
      expect(Number.isFinite(drawNormal(0, 1, () => uniform))).toBe(true);
      expect(Number.isFinite(drawExponential(1, () => uniform))).toBe(true);
    }
  });

  it("keep the logarithm of a gamma variate too small for a double", () => {
    const random = seededRandom(3);
    const draws = Array.from({ length: 200 }, () => drawLogGamma(1e-6, 1, random));
    expect(draws.every(Number.isFinite)).toBe(true);
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    expect(mean / -1e6).toBeCloseTo(1, 0);
  });

  it("stay between 0 and 1 for a beta of tiny parameters", () => {
    const random = seededRandom(4);
    const draws = Array.from({ length: 500 }, () => drawBeta(1e-4, 1e-4, random));
    expect(draws.every((draw) => draw >= 0 && draw <= 1)).toBe(true);
    const high = draws.filter((draw) => draw > 0.5).length;
    expect(high).toBeGreaterThan(200);
    expect(high).toBeLessThan(300);
  });

  it("have no spread where the deviation is 0", () => {
    expect(drawNormal(3, 0, seededRandom(1))).toBe(3);
  });

  it("refuse parameters outside their domain", () => {
    const random = seededRandom(1);
    const broken = [
      () => drawNormal(NaN, 1, random),
      () => drawNormal(0, -1, random),
      () => drawExponential(0, random),
      () => drawGamma(0, 1, random),
      () => drawGamma(1, Infinity, random),
      () => drawLogGamma(1, -1, random),
      () => drawBeta(1, 0, random),
      () => drawBeta("1" as never, 1, random),
    ];
    expect(broken.map((call) => failure(call).code)).toEqual(broken.map(() => "INVALID_ARGUMENT"));
  });
});
