import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  minimizeBfgs,
  newtonPolish,
  numericHessian,
  type Objective,
} from "../../../src/core/math/index.js";
import { failure } from "./failure.js";

const rosenbrock: Objective = ([x, y]) => ({
  value: (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2,
  gradient: [-2 * (1 - x!) - 400 * x! * (y! - x! * x!), 200 * (y! - x! * x!)],
});

/** A Gamma(shape, rate) negative log-likelihood in logarithms: 3 ln shape apart, and steep. */
const walled: Objective = ([x]) => ({ value: x! - Math.log(x!), gradient: [1 - 1 / x!] });

/** Sum of weight · (x - centre)², very different weights. */
const valley: Objective = (point) => ({
  value: point.reduce((sum, x, i) => sum + 10 ** (2 * i) * (x - i) ** 2, 0),
  gradient: point.map((x, i) => 2 * 10 ** (2 * i) * (x - i)),
});

const distance = (left: readonly number[], right: readonly number[]) =>
  Math.max(...left.map((x, i) => Math.abs(x - right[i]!)));

const broken =
  (value: number, gradient: number[]): Objective =>
  () => ({ value, gradient });

describe("minimizeBfgs", () => {
  it("finds the minimum of Rosenbrock's valley", () => {
    const found = minimizeBfgs(rosenbrock, [-1.2, 1]);
    expect(found.status).toBe("converged");
    expect(distance(found.point, [1, 1])).toBeLessThan(1e-6);
    expect(found.evaluations).toBeLessThan(80);
  });

  it("copes with scales a million apart", () => {
    const found = minimizeBfgs(valley, [5, 5, 5, 5], { tolerance: 1e-10 });
    expect(found.status).toBe("converged");
    expect(distance(found.point, [0, 1, 2, 3])).toBeLessThan(1e-8);
  });

  it("backs away from where the objective is NaN or infinite", () => {
    const found = minimizeBfgs(walled, [30]);
    expect(found.status).toBe("converged");
    expect(found.point[0]).toBeCloseTo(1, 7);
  });

  it("ends at once where it begins in the minimum", () => {
    const found = minimizeBfgs(rosenbrock, [1, 1]);
    expect([found.status, found.iterations, found.evaluations]).toEqual(["converged", 0, 1]);
  });

  it("says that it is exhausted, with the best point so far", () => {
    const found = minimizeBfgs(rosenbrock, [-1.2, 1], { mostIterations: 3 });
    expect([found.status, found.iterations]).toEqual(["exhausted", 3]);
    expect(found.value).toBeLessThan(rosenbrock([-1.2, 1]).value);
  });

  it("ends on a function without a minimum, with finite numbers", () => {
    const found = minimizeBfgs(([x]) => ({ value: -x!, gradient: [-1] }), [0], {
      mostIterations: 9,
    });
    expect(found.status).not.toBe("converged");
    expect(Number.isFinite(found.value)).toBe(true);
  });

  it("ends as stalled when the gradient is wrong", () => {
    const found = minimizeBfgs(([x]) => ({ value: x! * x!, gradient: [-2 * x!] }), [1]);
    expect([found.status, found.point]).toEqual(["stalled", [1]]);
  });

  test.prop([
    fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 2, maxLength: 2 }),
  ])("never ends above its start", (start) => {
    expect(minimizeBfgs(rosenbrock, start).value).toBeLessThanOrEqual(rosenbrock(start).value);
  });

  it("refuses a start that is not finite, or where the objective is not, and unknown options", () => {
    expect(failure(() => minimizeBfgs(rosenbrock, [NaN, 1])).code).toBe("INVALID_ARGUMENT");
    expect(failure(() => minimizeBfgs(walled, [-1])).code).toBe("INVALID_ARGUMENT");
    expect(failure(() => minimizeBfgs(broken(1, [NaN]), [1])).code).toBe("INVALID_ARGUMENT");
    expect(failure(() => minimizeBfgs(broken(1, [1, 2]), [1])).code).toBe("LENGTH_MISMATCH");
    expect(failure(() => minimizeBfgs(rosenbrock, [1, 1], { tol: 1 } as never)).code).toBe(
      "UNKNOWN_OPTION",
    );
    expect(failure(() => minimizeBfgs(rosenbrock, [1, 1], { tolerance: -1 })).code).toBe(
      "INVALID_ARGUMENT",
    );
  });
});

describe("newtonPolish", () => {
  it("takes a near minimum to the last digits", () => {
    const found = newtonPolish(rosenbrock, [1.001, 0.998]);
    expect(found.status).toBe("converged");
    expect(distance(found.point, [1, 1])).toBeLessThan(1e-12);
    expect(distance(found.hessian.flat(), [802, -400, -400, 200])).toBeLessThan(1e-6);
  });

  it("finds its way also from where the Hessian is not positive definite", () => {
    // 1 - exp(-x²) is concave for |x| > 0.71.
    const bell: Objective = ([x]) => ({
      value: 1 - Math.exp(-x! * x!),
      gradient: [2 * x! * Math.exp(-x! * x!)],
    });
    const found = newtonPolish(bell, [1.5]);
    expect(found.status).toBe("converged");
    expect(Math.abs(found.point[0]!)).toBeLessThan(1e-9);
  });

  it("uses a given Hessian", () => {
    const hessian = ([x, y]: readonly number[]) => [
      [2 - 400 * (y! - 3 * x! * x!), -400 * x!],
      [-400 * x!, 200],
    ];
    const found = newtonPolish(rosenbrock, [-1.2, 1], { hessian });
    expect([found.status, found.point]).toEqual(["converged", [1, 1]]);
  });

  it("says that it is exhausted, and leaves no decrement at a saddle", () => {
    expect(newtonPolish(rosenbrock, [-1.2, 1], { mostIterations: 2 }).status).toBe("exhausted");
    const saddle: Objective = ([x, y]) => ({
      value: x! * x! - y! * y!,
      gradient: [2 * x!, -2 * y!],
    });
    const found = newtonPolish(saddle, [0, 0]);
    expect([found.status, found.decrement]).toEqual(["stalled", undefined]);
  });

  it("refuses a start where the objective is not finite", () => {
    expect(failure(() => newtonPolish(walled, [-1])).code).toBe("INVALID_ARGUMENT");
  });
});

describe("numericHessian", () => {
  it("agrees with the derivatives on paper to ten digits", () => {
    const gradient = ([x, y]: readonly number[]) => [
      Math.exp(x! * y!) * y!,
      Math.exp(x! * y!) * x!,
    ];
    const [x, y] = [0.7, 1.3];
    const e = Math.exp(x * y);
    const expected = [e * y * y, e * (1 + x * y), e * (1 + x * y), e * x * x];
    const got = numericHessian(gradient, [x, y]).flat();
    got.forEach((entry, index) => {
      expect(Math.abs(entry / expected[index]! - 1)).toBeLessThan(1e-10);
    });
  });

  it("refuses a gradient that is not finite next to the point, and says where", () => {
    const error = failure(() => numericHessian(([x]) => [Math.log(x!)], [0.001]));
    expect(error.code).toBe("INVALID_ARGUMENT");
    expect(error.message).toMatch(/^gradient at point\[0\] = -?0\.00/);
  });
});
