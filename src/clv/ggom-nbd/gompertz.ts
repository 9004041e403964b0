import type { Growth } from "../process/visit-growth.js";

/** Lifetimes with the chance to be alive (β / (β + e^(b t) - 1))^s: Gompertz with a gamma(s, beta) distributed scale. */
export interface GompertzRates {
  readonly b: number;
  readonly s: number;
  readonly beta: number;
}

/** Logarithms this far below are lost in rounding. */
const NEGLIGIBLE = 37;
/** So many powers of e beyond β, growth is over. */
const AFTER_RISE = 3;

/** -ln of the chance to be alive at t. */
export function gompertzHazard({ b, s, beta }: GompertzRates, t: number): number {
  const power = b * t;
  return power > 1
    ? s * (power + Math.log1p((beta - 1) * Math.exp(-power)) - Math.log(beta))
    : s * Math.log1p(Math.expm1(power) / beta);
}

/** The same lifetimes as seen by who is alive at t: β becomes 1 + (β - 1) e^(-b t). */
export function survivorsOf(rates: GompertzRates, t: number): GompertzRates {
  const power = rates.b * t;
  // β + e^(b t) - 1 over e^(b t), without cancellation where both are small.
  return { ...rates, beta: rates.beta * Math.exp(-power) - Math.expm1(-power) };
}

/**
 * How functions of the future u change that hold the chance to be alive, and something else that changes
 * on `scale`.
 */
export function gompertzGrowth({ b, s, beta }: GompertzRates, scale: number): Growth {
  const until = (Math.max(0, Math.log(beta)) + AFTER_RISE) / b;
  return {
    scale: Math.min(scale, beta / ((s + 1) * b)),
    pace: b,
    until,
    scaleBeyond: Math.min(scale + until, 1 / ((s + 1) * b)),
  };
}

/**
 * Where nothing is left of a function that falls like (1 + u / scale)^-power e^(-rate u) times the chance to
 * be alive, or its density.
 */
export function gompertzEnd(
  rates: GompertzRates,
  growth: Growth,
  decay: { readonly scale: number; readonly power: number; readonly rate: number },
): number {
  const needed = NEGLIGIBLE + Math.max(0, Math.log(rates.beta));
  const fallen = (u: number): number =>
    decay.power * Math.log1p(u / decay.scale) +
    decay.rate * u +
    gompertzHazard(rates, u) -
    Math.log1p(u / growth.scale);
  let end = growth.scale;
  while (!(fallen(end) > needed)) end *= 2;
  return end;
}
