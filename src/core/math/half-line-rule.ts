// ∫₀^∞ f(y) dy = Σ weight · f(node): the trapezoidal rule in s after y = exp(s - e^-s), for integrands
// that change on the scale of 1 near 0 and at last decay. They die double exponentially to the left
// and stay analytic for |Im s| < π/3 or more, so that the rule converges like
// exp(-2π · strip / step) (Takahasi and Mori, 1974).

const STEP = 0.2;
const FIRST = -3.6; // exp(s - e^-s) is 1e-18 here, the rest of the integral lost in rounding.
const LAST = 300; // Enough for decays that are 1e128 times slower than the change near 0.

const STEPS: readonly number[] = Array.from(
  { length: Math.round((LAST - FIRST) / STEP) + 1 },
  (_, node) => FIRST + STEP * node,
);

/** The nodes, rising; to be followed only as far as the terms count. */
export const HALF_LINE_NODES: Float64Array = Float64Array.from(STEPS, (s) =>
  Math.exp(s - Math.exp(-s)),
);

/** Their weights, the step included. */
export const HALF_LINE_WEIGHTS: Float64Array = Float64Array.from(
  STEPS,
  (s) => STEP * (1 + Math.exp(-s)) * Math.exp(s - Math.exp(-s)),
);
