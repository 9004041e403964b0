import type { CaseGradient, TwoCaseGradients } from "../fitting/two-case-objective.js";
import { digammaRise, rememberCounts } from "../process/count-rises.js";
import { gompertzHazard } from "./gompertz.js";
import { type GgomRates, ggomCases, type NextEvent, visitNext } from "./gompertz-cases.js";

/**
 * `ggomCases` with their derivatives by ln r, ln α, ln b, ln s and ln β: the means of those of the
 * integrand at the moment y of the next event, under it.
 */
export function ggomGradients(point: readonly number[]): TwoCaseGradients {
  const [r, alpha, b, s, beta] = point.map(Math.exp) as [number, number, number, number, number];
  const rates: GgomRates = { r, alpha, b, s, beta };
  const { logAlive } = ggomCases(rates);
  const rise = rememberCounts((count) => digammaRise(r, count));
  const put =
    (event: NextEvent): CaseGradient =>
    (x, time, out, at) => {
      const purchases = event === "buys" ? x + 1 : x;
      const leaves = event === "leaves" ? 1 : 0;
      const logOlder = Math.log1p(time / alpha);
      const logRisen = gompertzHazard(rates, time) / s;
      const level = Math.exp(-logRisen);
      let [sum, byR, byAlpha, byB, byS, byBeta] = [0, 0, 0, 0, 0, 0];
      visitNext(rates, event, x, time, (u, term, logLonger, growth, grownShare, calmShare) => {
        sum += term;
        byR -= term * logLonger;
        byAlpha -= term / (alpha + time + u);
        byB += term * (time + u) * (leaves - (s + leaves) * grownShare);
        byS -= term * growth;
        byBeta -= term * calmShare;
      });
      out[at] = logAlive(x, time) + Math.log(sum);
      out[at + 1] = r * (rise(purchases) - logOlder + byR / sum);
      out[at + 2] = r + (r + purchases) * alpha * (byAlpha / sum);
      out[at + 3] = leaves + b * (byB / sum);
      out[at + 4] = leaves + s * (byS / sum - logRisen);
      out[at + 5] = s + (s + leaves) * level * (byBeta / sum);
    };
  return { buysNext: put("buys"), leavesNext: put("leaves") };
}
