/**
 * Special functions, quadrature, small dense linear algebra and optimisers, each with its source
 * and its measured error.
 *
 * The special functions are the alphabet of other formulas and keep the manners of `Math.log`:
 * a limit where there is one, NaN outside the stated domain, and no exceptions. What takes vectors,
 * matrices or functions refuses broken input with a `ClienteleError`.
 *
 * @module
 */
export * from "./cholesky.js";
export * from "./digamma.js";
export * from "./distributions.js";
export { erf, erfc, erfcScaled } from "./error-function.js";
export * from "./find-root.js";
export * from "./gauss-legendre.js";
export * from "./hypergeometric.js";
export * from "./hypergeometric-one.js";
export { inverseRegularizedBeta, regularizedBeta } from "./incomplete-beta.js";
export * from "./incomplete-gamma.js";
export * from "./integrate.js";
export * from "./least-squares.js";
export * from "./log-beta.js";
export { logGamma } from "./log-gamma.js";
export * from "./log-line-integral.js";
export * from "./log-sums.js";
export type { Matrix } from "./matrix.js";
export * from "./minimize-bfgs.js";
export * from "./minimize-scalar.js";
export * from "./newton-polish.js";
export * from "./normal.js";
export * from "./numeric-hessian.js";
export type * from "./objective.js";
export * from "./symmetric-eigen.js";
export * from "./tanh-sinh.js";
export * from "./tricomi.js";
