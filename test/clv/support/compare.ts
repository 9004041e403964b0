import { expect } from "vitest";
import type { FitReport } from "../../../src/clv/types.js";
import type { GoldenFit } from "./golden.js";

/** Expects a number within a relative distance of another. */
export function expectClose(
  got: number | undefined,
  wanted: number,
  tolerance: number,
  what = "",
): void {
  const distance = Math.abs((got ?? NaN) - wanted);
  const bound = tolerance * Math.abs(wanted);
  expect(distance <= bound, `${what} is ${got}, not ${wanted} within ${tolerance}`).toBe(true);
}

/** Expects a fit to agree with a golden one, in all that both report. */
export function expectGoldenFit(
  model: { readonly params: Readonly<Record<string, number>>; readonly fit: FitReport },
  golden: GoldenFit,
): void {
  const { params, fit } = model;
  expect(fit.status).toBe("converged");
  expect(fit.customers).toBe(golden.n);
  expect(fit.distinctRows).toBe(golden.unique_rows);
  expectClose(fit.logLikelihood, golden.loglik, 1e-8, "log-likelihood");
  for (const [name, value] of Object.entries(golden.params)) {
    expectClose(params[name], value, 1e-6, name);
    expectClose(fit.standardErrors?.[name], golden.se[name]!, 1e-4, `standard error of ${name}`);
    expectClose(
      fit.logStandardErrors?.[name],
      golden.se_log[name]!,
      1e-4,
      `log standard error of ${name}`,
    );
  }
  golden.vcov.forEach((row, i) => {
    row.forEach((entry, j) => {
      expectClose(fit.covariance?.[i]?.[j], entry, 1e-4, `covariance ${i}, ${j}`);
    });
  });
  golden.hess_eig_log.forEach((value, index) => {
    expectClose(fit.informationEigenvalues[index], value, 1e-4, `eigenvalue ${index}`);
  });
}
