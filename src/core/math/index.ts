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
export * from "./digamma.js";
export * from "./hypergeometric.js";
export * from "./hypergeometric-one.js";
export * from "./log-beta.js";
export { logGamma } from "./log-gamma.js";
export * from "./log-sums.js";
export * from "./tricomi.js";
