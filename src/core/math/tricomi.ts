import { HALF_LINE_NODES, HALF_LINE_WEIGHTS } from "./half-line-rule.js";
import { logGamma } from "./log-gamma.js";
import { logLineIntegral } from "./log-line-integral.js";

/**
 * ln U(a, b, z), Tricomi's confluent hypergeometric function in log space; error below 4e-15 of
 * max(1, |result|) for parameters up to 1e4.
 *
 * For large z the asymptotic series (DLMF 13.7.3), elsewhere the Laplace integral (DLMF 13.4.4), by a
 * quicker rule for a = 1 and, after Kummer's transformation (DLMF 13.2.40), for a = b.
 *
 * @param a - above 0; U is 1 for a = 0
 * @param b - any finite number
 * @param z - above 0; NaN outside these domains
 * @example
 * logTricomiU(1, 1, 1); //=> -0.5169319590020458, the logarithm of e E₁(1)
 */
export function logTricomiU(a: number, b: number, z: number): number {
  if (!(a >= 0 && a < Infinity && Number.isFinite(b) && z > 0 && z < Infinity)) return NaN;
  if (a === 0) return 0;
  const series = asymptotic(a, b, z);
  if (series !== undefined) return series;
  if (a === 1 && b <= 2) return decay(2 - b, z);
  if (a === b) return (1 - a) * Math.log(z) + decay(a, z);
  return integral(a, b, z);
}

/**
 * z^-a Σ (a)ₖ (a - b + 1)ₖ / k! (-z)^-k, whose error is below the first term left out;
 * `undefined` where the terms do not vanish before they cancel or grow.
 */
function asymptotic(a: number, b: number, z: number): number | undefined {
  if (z < 30 || a * Math.abs(a - b + 1) > 0.1 * z) return undefined;
  let sum = 1;
  let term = 1;
  for (let k = 0; k < 40; k++) {
    term *= (-(a + k) * (a - b + 1 + k)) / ((k + 1) * z);
    sum += term;
    if (Math.abs(term) < 1e-17) return Math.log(sum) - a * Math.log(z);
  }
  return undefined;
}

/** ln U(1, 2 - p, z) = ln ∫₀^∞ e^-zt (1 + t)^-p dt for p >= 0. */
function decay(p: number, z: number): number {
  const scale = 1 / (Math.max(p, 1) + z);
  let sum = 0;
  for (let node = 0; node < HALF_LINE_NODES.length; node++) {
    const t = scale * (HALF_LINE_NODES[node] as number);
    const term = (HALF_LINE_WEIGHTS[node] as number) * Math.exp(-z * t - p * Math.log1p(t));
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return Math.log(scale * sum);
}

/** ∫₀^∞ e^-zt t^(a - 1) (1 + t)^(b - a - 1) dt / Γ(a) (DLMF 13.4.4) with t = e^x. */
function integral(a: number, b: number, z: number): number {
  // The peak is at t = e^x with z t² + (z - b + 1) t - a = 0.
  const linear = z - b + 1;
  const root = Math.hypot(linear, 2 * Math.sqrt(a * z));
  const t = linear > 0 ? (2 * a) / (linear + root) : (root - linear) / (2 * z);
  const peak = Math.log(t);
  const logIntegral = logLineIntegral({
    log: (x) => {
      const now = Math.exp(x);
      return a * x - z * now + (b - a - 1) * Math.log1p(now);
    },
    peak,
    curvature: z * t - ((b - a - 1) * t) / (1 + t) ** 2,
    first: Math.min(0, peak),
    last: Infinity,
  });
  return logIntegral - logGamma(a);
}
