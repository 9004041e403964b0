import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { betaGeometricProcess } from "../../../src/clv/process/beta-geometric-process.js";
import type { FutureProcess } from "../../../src/clv/process/future-process.js";
import { paretoProcess } from "../../../src/clv/process/pareto-process.js";
import { expectClose } from "../support/compare.js";

interface GoldenProcess {
  readonly rates: readonly [number, number, number, number];
  readonly time: number;
  readonly discount: number;
  readonly counts: readonly number[];
  readonly survival: number;
  readonly expectedCount: number;
  readonly discountedToTime: number;
  readonly discountedToInfinity: number;
  readonly probabilities: readonly number[];
}

const GOLDEN: Readonly<Record<"pareto" | "betaGeometric", readonly GoldenProcess[]>> = JSON.parse(
  readFileSync(new URL("../../golden/clv/processes.json", import.meta.url), "utf8"),
);

function processOf(name: string, [r, alpha, third, fourth]: GoldenProcess["rates"]): FutureProcess {
  return name === "pareto"
    ? paretoProcess({ r, alpha, s: third, beta: fourth })
    : betaGeometricProcess({ r, alpha, a: third, b: fourth });
}

describe.each(["pareto", "betaGeometric"] as const)("the %s process", (name) => {
  it.each(GOLDEN[name].map((golden) => [golden.rates.join(", "), golden] as const))(
    "agrees with quadrature in 30 digits at the rates %s",
    (_, golden) => {
      const { time, discount } = golden;
      const future = processOf(name, golden.rates);
      const probabilities = future.countProbabilities(time);
      expectClose(future.survival(time), golden.survival, 1e-12, "survival");
      expectClose(future.noneProbability(time), golden.probabilities[0]!, 1e-12, "none");
      expectClose(future.expectedCount(time), golden.expectedCount, 1e-12, "expected");
      expectClose(
        future.discountedCount(discount, time),
        golden.discountedToTime,
        1e-11,
        "to time",
      );
      expectClose(
        future.discountedCount(discount, Infinity),
        golden.discountedToInfinity,
        1e-11,
        "to infinity",
      );
      golden.counts.forEach((count, index) => {
        const wanted = golden.probabilities[index]!;
        // The rest that is left out is at most 1e-17 of each distribution summed up.
        const distance = Math.abs((probabilities[count] ?? 0) - wanted);
        expect(distance, `probability of ${count}`).toBeLessThan(1e-11 * wanted + 1e-16);
      });
      const sum = probabilities.reduce((total, each) => total + each, 0);
      const mean = probabilities.reduce((total, each, count) => total + count * each, 0);
      expectClose(sum, 1, 1e-12, "sum");
      expectClose(mean, golden.expectedCount, 1e-10, "mean");
    },
  );
});
