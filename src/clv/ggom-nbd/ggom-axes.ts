import type { SearchAxes } from "../fitting/search-axes.js";

// ln r, ln α, ln b, ln s, ln β and back.
const exchange = ([r, alpha, b, s, beta]: readonly number[]): number[] => [
  r!,
  r! - alpha!,
  b!,
  s!,
  b! + s! - beta!,
];

/**
 * The axes of the search for GGom/NBD: r at a fixed mean rate of purchase, that mean, b and s at a fixed
 * hazard of newcomers, and that hazard s b / β, as logarithms. Where b ends, lifetimes are Pareto. The map
 * is its own inverse.
 */
export const GGOM_AXES: SearchAxes = {
  positionOf: exchange,
  pointAt: exchange,
  slopesOf: (gradient) => {
    const [r, alpha, b, s, beta] = Array.from(gradient) as [number, number, number, number, number];
    return [r + alpha, -alpha, b + beta, s + beta, -beta];
  },
};
