import { logHyp2f1OneGradient, logRisingFactorial } from "../../core/math/index.js";
import type { TwoCaseGradients } from "../fitting/two-case-objective.js";
import { digammaRise, rememberCounts } from "./count-rises.js";
import { buysNext, leavesNext, type ParetoCase, type ParetoRates } from "./pareto-cases.js";

/** `paretoCases` with their derivatives by ln r, ln α, ln s and ln β. */
export function paretoGradients(point: readonly number[]): TwoCaseGradients {
  const [r, alpha, s, beta] = point.map(Math.exp) as [number, number, number, number];
  const rates: ParetoRates = { r, alpha, s, beta };
  const rise = rememberCounts((x) => logRisingFactorial(r, x));
  const riseByR = rememberCounts((x) => digammaRise(r, x));
  const isBuyingSlower = alpha >= beta;

  const put = (
    { head, buying, leaving, b, gap }: ParetoCase,
    x: number,
    time: number,
    out: Float64Array,
    at: number,
  ): void => {
    const [bought, left] = [alpha + time, beta + time];
    const sum = r + s + x;
    const complement = isBuyingSlower ? left / bought : bought / left;
    const z = Math.abs(alpha - beta) / (isBuyingSlower ? bought : left);
    const factor = logHyp2f1OneGradient(b, sum + 1, z, complement, gap);
    const [logAlphaShare, logBetaShare] = [Math.log1p(time / alpha), Math.log1p(time / beta)];
    // z = 1 - left / bought, or 1 - bought / left; α and β enter through these.
    const [byBought, byLeft] = isBuyingSlower
      ? [complement / bought, -1 / bought]
      : [-1 / left, complement / left];
    out[at] =
      rise(x) +
      Math.log(head / sum) -
      r * logAlphaShare -
      s * logBetaShare -
      (x + buying) * Math.log(bought) -
      leaving * Math.log(left) +
      factor.value;
    // r or s moves b and c together, the other one c alone.
    const byR = (isBuyingSlower ? factor.byShift : factor.byC) - 1 / sum;
    const byS = (isBuyingSlower ? factor.byC : factor.byShift) - 1 / sum;
    out[at + 1] = r * (riseByR(x) + byR - logAlphaShare);
    out[at + 2] = (r * time - (x + buying) * alpha) / bought + alpha * factor.byZ * byBought;
    out[at + 3] = s * (byS - logBetaShare);
    out[at + 4] = (s * time - leaving * beta) / left + beta * factor.byZ * byLeft;
  };
  return {
    buysNext: (x, age, out, at) => {
      put(buysNext(rates, x), x, age, out, at);
      out[at + 1] = (out[at + 1] as number) + r / (r + x);
    },
    leavesNext: (x, recency, out, at) => {
      put(leavesNext(rates, x), x, recency, out, at);
      out[at + 3] = (out[at + 3] as number) + 1;
    },
  };
}
