import { gaussRatio } from "./gauss-fraction.js";
import type { LogHyp2f1OneGradient } from "./hypergeometric-one.js";

// With p = c - b and w = z / (1 - z), Pfaff's transformation (DLMF 15.8.1) and b = 0 in Gauss's
// fraction give 2F1(1, b; c; z) = 2F1(1, p; c; -w) / (1 - z) = gaussRatio(p, 0, c - 1, w) / (1 - z).

/** ln 2F1(1, b; c; z) from the first `depth` pairs of levels. */
export function fractionValue(
  c: number,
  z: number,
  complement: number,
  p: number,
  depth: number,
): number {
  return Math.log(gaussRatio(p, 0, c - 1, z / complement, depth)) - Math.log(complement);
}

/**
 * The value and its derivatives: by b, and by b and c together, through every level of the fraction; by z from
 * ∂/∂z ln F = b / (c (1 - z)) · 2F1(p, 2; c + 1; -w) / 2F1(p, 1; c; -w), a fraction of its own.
 */
export function fractionGradient(
  b: number,
  c: number,
  z: number,
  complement: number,
  p: number,
  depth: number,
): LogHyp2f1OneGradient {
  const w = z / complement;
  let tail = 1;
  // Derivatives of ln tail: of 1 / (1 + α tail), they are -(1 - new tail)(α′/α + old), that is
  // -tail · new tail · (α′ + α old).
  let byB = 0;
  let byShift = 0;
  for (let k = depth - 1; k >= 0; k--) {
    const middle = c + 2 * k;
    const factor = w / ((middle - 1) * middle * (middle + 1));

    const betaFactor = factor * (middle - 1) * (k + 1);
    const beta = betaFactor * (b + k);
    const betaTail = 1 / (1 + beta * tail);
    const betaShare = -tail * betaTail;
    const betaLogC = 1 / middle + 1 / (middle + 1);
    byB = betaShare * (betaFactor + beta * byB);
    byShift = betaShare * (betaFactor + beta * (byShift - betaLogC));

    const alphaFactor = factor * (middle + 1);
    const alpha = alphaFactor * (p + k) * (c - 1 + k);
    const alphaTail = 1 / (1 + alpha * betaTail);
    const alphaShare = -betaTail * alphaTail;
    const alphaLogC = 1 / (middle - 1) + 1 / middle;
    byB = alphaShare * (alpha * byB - alphaFactor * (c - 1 + k));
    byShift = alphaShare * (alpha * (byShift - alphaLogC) + alphaFactor * (p + k));
    tail = alphaTail;
  }
  return {
    value: Math.log(tail) - Math.log(complement),
    byB,
    byC: byShift - byB,
    byShift,
    byZ: (b / (c * complement)) * gaussRatio(p, 1, c, w, depth + 1),
  };
}
