import { gaussLegendre } from "../../core/math/index.js";

const NODES = 16;
/** Of the logarithm below; three would still do for the functions of this folder. */
const PANEL_LENGTH = 2;

/**
 * Calls `visit` with nodes u and weights for integrals over [0, end] of functions that change on the
 * scale of `scale` near 0 and ever more slowly beyond: the 16 point Gauss-Legendre rule in equal panels
 * of ln(1 + u / scale).
 *
 * @param finer - how many times shorter the panels should be than usual; 1 where left out
 */
export function visitStretch(
  end: number,
  scale: number,
  visit: (u: number, weight: number) => void,
  finer: number = 1,
): void {
  const { nodes, weights } = gaussLegendre(NODES);
  const length = Math.log1p(end / scale);
  const panels = Math.max(1, Math.ceil((length * finer) / PANEL_LENGTH));
  const half = length / (2 * panels);
  for (let panel = 0; panel < panels; panel++) {
    const middle = (2 * panel + 1) * half;
    for (let node = 0; node < NODES; node++) {
      const v = middle + half * (nodes[node] as number);
      visit(scale * Math.expm1(v), half * (weights[node] as number) * scale * Math.exp(v));
    }
  }
}

/** ∫ f over [0, end] by that rule. */
export function integrateStretch(f: (u: number) => number, end: number, scale: number): number {
  let sum = 0;
  visitStretch(end, scale, (u, weight) => {
    sum += weight * f(u);
  });
  return sum;
}
