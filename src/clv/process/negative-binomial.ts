import { ClienteleError } from "../../core/errors.js";
import { logGamma, logRisingFactorial } from "../../core/math/index.js";

/** The share that is left beyond the last probability. */
const NEGLIGIBLE = 1e-17;
/** More probabilities than these are a mistake of the caller, not a question. */
const LONGEST = 5_000_000;

/**
 * The probabilities of 0, 1, 2, … purchases within a time by a customer whose rate is gamma
 * distributed: Γ(k + n) / (Γ(k) n!) (1 - z)^k z^n with z = odds / (1 + odds), up to where the rest is
 * negligible. From the largest term outwards, so that nothing underflows on the way.
 *
 * @param shape - k, positive
 * @param odds - the time over the rate parameter; 0 or more
 * @throws ClienteleError LIMIT_EXCEEDED when there would be millions of them
 */
export function negativeBinomial(shape: number, odds: number): Float64Array {
  if (odds === 0) return Float64Array.of(1);
  const z = odds / (1 + odds);
  // Terms rise while (k + n) z > n + 1.
  const mode = Math.max(0, Math.floor(shape * odds - (1 + odds)) + 1);
  if (!(mode <= LONGEST)) throw tooLong();
  const top = Math.exp(logTerm(mode, shape, odds));
  // Of the whole, and for a short time also of the chance of any purchase.
  const negligible = NEGLIGIBLE * Math.min(1, shape * odds);
  const above: number[] = [];
  for (let n = mode, term = top; ; n++) {
    const ratio = (z * (shape + n)) / (n + 1);
    term *= ratio;
    // Later ratios are smaller while k > 1, and never above max(ratio, z).
    const bound = Math.max(ratio, z);
    if (!(term > negligible * (1 - bound)) && bound < 1) break;
    above.push(term);
    if (above.length > LONGEST) throw tooLong();
  }
  const probabilities = new Float64Array(mode + 1 + above.length);
  probabilities[mode] = top;
  probabilities.set(above, mode + 1);
  for (let n = mode, term = top; n > 0; n--) {
    term *= n / (z * (shape + n - 1));
    probabilities[n - 1] = term;
  }
  return probabilities;
}

function logTerm(n: number, shape: number, odds: number): number {
  const ways = logRisingFactorial(shape, n) - logGamma(n + 1);
  return ways - shape * Math.log1p(odds) - (n === 0 ? 0 : n * Math.log1p(1 / odds));
}

function tooLong(): ClienteleError {
  return new ClienteleError(
    "LIMIT_EXCEEDED",
    "The horizon is so long that millions of transactions are likely; ask for a shorter one",
    { where: "options.horizon" },
  );
}
