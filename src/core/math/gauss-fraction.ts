// Gauss's continued fraction (DLMF 15.7.1) at a negative argument -w:
//   2F1(a, b + 1; c + 1; -w) / 2F1(a, b; c; -w) = 1 / (1 + α₀ / (1 + β₀ / (1 + α₁ / (1 + β₁ / …)))),
//   αₖ = w (a + k)(c - b + k) / ((c + 2k)(c + 2k + 1)),
//   βₖ = w (b + 1 + k)(c - a + 1 + k) / ((c + 2k + 1)(c + 2k + 2)).
// For c >= a, c >= b and positive a and b all terms are positive, so that nothing cancels.

/** More levels than these cost more than the integral that takes over. */
const DEEPEST = 200;

/**
 * How many pairs of levels settle the last bit of the fraction: the differences of successive
 * convergents are known exactly (Steed's algorithm), and the limit lies between them.
 *
 * @returns `undefined` when it takes more than 200 pairs
 */
export function gaussRatioDepth(a: number, b: number, c: number, w: number): number | undefined {
  let convergent = 1;
  let difference = 1;
  let ratio = 1;
  for (let k = 0; k < DEEPEST; k++) {
    const middle = c + 2 * k + 1;
    const factor = w / ((middle - 1) * middle * (middle + 1));
    const alpha = factor * (middle + 1) * (a + k) * (c - b + k);
    const beta = factor * (middle - 1) * (b + 1 + k) * (c - a + 1 + k);
    ratio = 1 / (1 + alpha * ratio);
    difference *= ratio - 1;
    convergent += difference;
    ratio = 1 / (1 + beta * ratio);
    difference *= ratio - 1;
    convergent += difference;
    if (Math.abs(difference) <= 1e-17 * convergent) return k + 1;
  }
  return undefined;
}

/**
 * The fraction cut off after `depth` pairs of levels, from the far end, where every step shrinks
 * the rounding errors of the one before.
 */
export function gaussRatio(a: number, b: number, c: number, w: number, depth: number): number {
  let tail = 1;
  for (let k = depth - 1; k >= 0; k--) {
    const middle = c + 2 * k + 1;
    const factor = w / ((middle - 1) * middle * (middle + 1));
    const alpha = factor * (middle + 1) * (a + k) * (c - b + k);
    const beta = factor * (middle - 1) * (b + 1 + k) * (c - a + 1 + k);
    tail = 1 / (1 + beta * tail);
    tail = 1 / (1 + alpha * tail);
  }
  return tail;
}
