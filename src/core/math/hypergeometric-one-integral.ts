import { HALF_LINE_NODES, HALF_LINE_WEIGHTS } from "./half-line-rule.js";
import type { LogHyp2f1OneGradient } from "./hypergeometric-one.js";

// With p = c - b and w = z / (1 - z), Euler's integral (DLMF 15.6.1) after t = (1 - e^-y) / (1 - z e^-y):
//   2F1(1, b; c; z) = (c - 1) / (1 - z) ∫₀^∞ e^(-(c - 1)y) q(y)^-p dy,   q(y) = 1 + w (1 - e^-y),
// which is positive and smooth for every p, z near 1 included.

/** The integral and the moments under its weight that the derivatives are made of. */
interface Moments {
  readonly logIntegral: number;
  /** Mean of ln q(y). */
  readonly logQ: number;
  /** Mean of y. */
  readonly y: number;
  /** Mean of 1 - e^-y. */
  readonly lapse: number;
}

/** ln 2F1(1, b; c; z) for any z in [0, 1). */
export function integralValue(c: number, z: number, complement: number, p: number): number {
  return integrateMoments(c, z, complement, p).logIntegral + Math.log((c - 1) / complement);
}

/** The value and its derivatives, which are means under the integrand. */
export function integralGradient(
  b: number,
  c: number,
  z: number,
  complement: number,
  p: number,
): LogHyp2f1OneGradient {
  const moments = integrateMoments(c, z, complement, p);
  const byShift = 1 / (c - 1) - moments.y;
  return {
    value: moments.logIntegral + Math.log((c - 1) / complement),
    byB: moments.logQ,
    byC: byShift - moments.logQ,
    byShift,
    byZ: (b / complement) * moments.lapse,
  };
}

function integrateMoments(c: number, z: number, complement: number, p: number): Moments {
  const w = z / complement;
  // The finer of the two scales on which e^-(c - 1)y and q(y)^-p, or ln q(y) itself, change.
  const scale = 1 / (c - 1 + Math.max(p, 1) * w);
  let sum = 0;
  let sumLogQ = 0;
  let sumY = 0;
  let sumLapse = 0;
  for (let node = 0; node < HALF_LINE_NODES.length; node++) {
    const y = scale * (HALF_LINE_NODES[node] as number);
    const lapse = -Math.expm1(-y);
    const logQ = Math.log1p(w * lapse);
    const term = (HALF_LINE_WEIGHTS[node] as number) * Math.exp(-(c - 1) * y - p * logQ);
    sum += term;
    sumLogQ += term * logQ;
    sumY += term * y;
    sumLapse += term * lapse;
    // The terms of every sum have one peak, and those of sumY fall last.
    if (term * y < 1e-17 * sumY) break;
  }
  return {
    logIntegral: Math.log(scale * sum),
    logQ: sumLogQ / sum,
    y: sumY / sum,
    lapse: sumLapse / sum,
  };
}
