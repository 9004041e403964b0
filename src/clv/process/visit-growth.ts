import { gaussLegendre } from "../../core/math/index.js";

const NODES = 16;
/** Of the measure below: the error is at most a few units of 1e-13. */
const PANEL_LENGTH = 3;
/** Panels need not end exactly where they should. */
const NEWTON_STEPS = 6;

/** How a function over [0, ∞) changes. */
export interface Growth {
  /** It changes on this scale near 0 and ever more slowly beyond… */
  readonly scale: number;
  /** … but for e^(pace u), … */
  readonly pace: number;
  /** … which matters up to here. */
  readonly until: number;
  /** From there on it changes on this scale, and ever more slowly beyond. */
  readonly scaleBeyond: number;
}

/** Is shown a node and its weight. */
type VisitNode = (u: number, weight: number) => void;

/**
 * Calls `visit` with nodes u and weights for integrals over [0, end]: the 16 point Gauss-Legendre rule
 * over ln(1 + u / scale), in panels of equal length of ln(1 + u / scale) + pace u; and again from `until`.
 *
 * @param finer - how many times shorter the panels should be than usual; 1 where left out
 */
export function visitGrowth(
  end: number,
  { scale, pace, until, scaleBeyond }: Growth,
  visit: VisitNode,
  finer: number = 1,
): void {
  const longest = PANEL_LENGTH / finer;
  if (end <= until) {
    visitZone(0, end, scale, pace, longest, visit);
  } else {
    visitZone(0, until, scale, pace, longest, visit);
    visitZone(until, end - until, scaleBeyond, 0, longest, visit);
  }
}

function visitZone(
  from: number,
  length: number,
  scale: number,
  pace: number,
  longest: number,
  visit: VisitNode,
): void {
  const measure = (u: number): number => Math.log1p(u / scale) + pace * u;
  const whole = measure(length);
  const panels = Math.max(1, Math.ceil(whole / longest));
  let low = 0;
  for (let panel = 1; panel <= panels; panel++) {
    let high = length;
    if (panel < panels) {
      // The measure is concave, so that Newton's steps come from the left.
      high = low;
      for (let step = 0; step < NEWTON_STEPS; step++) {
        const missing = (whole * panel) / panels - measure(high);
        high += missing / (1 / (scale + high) + pace);
      }
    }
    visitPanel(from, low, high, scale, visit);
    low = high;
  }
}

function visitPanel(
  from: number,
  low: number,
  high: number,
  scale: number,
  visit: VisitNode,
): void {
  const { nodes, weights } = gaussLegendre(NODES);
  const start = Math.log1p(low / scale);
  const half = (Math.log1p(high / scale) - start) / 2;
  for (let node = 0; node < NODES; node++) {
    const risen = Math.expm1(start + half * (1 + (nodes[node] as number)));
    visit(from + scale * risen, half * (weights[node] as number) * scale * (1 + risen));
  }
}
