import { digamma, logRisingFactorial } from "../../core/math/index.js";

/** The parameters of the BdW; the sBG is the one with c = 1. */
export interface StayRates {
  readonly alpha: number;
  readonly beta: number;
  readonly c: number;
}

/** Powers of time beyond this are on the way to overflow, and B(α, β + tᶜ) is a power law there. */
const FAR = 1e250;
/** From here on differences of digammas go through their asymptotic series. */
const LARGE = 1000;

/**
 * ln of the share of customers who stay until t among those who stayed until s <= t,
 * B(α, β + tᶜ) / B(α, β + sᶜ) (Fader, Hardie, Liu, Davin and Steenburgh, 2018, "How to project customer
 * retention revisited", equation 6; with c = 1 Fader and Hardie, 2007).
 */
export function logStay(rates: StayRates, from: number, to: number): number {
  const { alpha, beta, c } = rates;
  const far = FAR ** (1 / c);
  if (to > far) {
    const known = Math.max(from, far);
    return logStay(rates, Math.min(from, far), far) - alpha * c * Math.log(to / known);
  }
  const start = beta + from ** c;
  const length = to ** c - from ** c;
  // Γ(start + length) Γ(start + α) / (Γ(start) Γ(start + α + length)), so that the shorter step cancels.
  const [short, long] = length < alpha ? [length, alpha] : [alpha, length];
  return logRisingFactorial(start, short) - logRisingFactorial(start + long, short);
}

/** The derivatives of ln B(α, β + tᶜ) / B(α, β) by α, β and c. */
export function logStayGradient(
  { alpha, beta, c }: StayRates,
  time: number,
): [number, number, number] {
  if (time === 0) return [0, 0, 0];
  const power = time ** c;
  const bySum = -digammaStep(alpha + beta, power);
  const loss = power < FAR ? power * digammaStep(beta + power, alpha) : alpha;
  return [bySum, digammaStep(beta, power) + bySum, -loss * Math.log(time)];
}

/** ψ(z + step) - ψ(z), without cancellation for large z (DLMF 5.11.2). */
function digammaStep(z: number, step: number): number {
  const end = z + step;
  if (z < LARGE) return digamma(end) - digamma(z);
  const squares = (step * (end + z)) / (z * end) ** 2;
  return Math.log1p(step / z) + step / (2 * z * end) + squares / 12;
}
