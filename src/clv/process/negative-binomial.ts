import { ClienteleError } from "../../core/errors.js";

/** The share that is left beyond the last probability. */
const NEGLIGIBLE = 1e-17;
/** More probabilities than these are a mistake of the caller, not a question. */
const LONGEST = 5_000_000;

/**
 * The probabilities of 0, 1, 2, … purchases within a time by a customer whose rate is gamma
 * distributed: Γ(k + n) / (Γ(k) n!) (1 - z)^k z^n with z = odds / (1 + odds), up to where the rest is
 * negligible. By the ratio of neighbours from the largest term outwards, then divided by their sum, so
 * that nothing underflows on the way and no error of a large logarithm remains.
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
  const above = termsAbove(mode, shape, z, NEGLIGIBLE * Math.min(1, shape * odds));
  const terms = new Float64Array(mode + 1 + above.length);
  terms[mode] = 1;
  terms.set(above, mode + 1);
  for (let n = mode; n > 0; n--) {
    terms[n - 1] = (terms[n] as number) * (n / (z * (shape + n - 1)));
  }
  const sum = terms.reduce((total, term) => total + term, 0);
  return terms.map((term) => term / sum);
}

/** The terms behind the largest, which is taken as 1, down to where their rest is negligible. */
function termsAbove(mode: number, shape: number, z: number, negligible: number): number[] {
  const terms: number[] = [];
  let term = 1;
  for (let n = mode; ; n++) {
    const ratio = (z * (shape + n)) / (n + 1);
    term *= ratio;
    // The ratio goes to z, falling for k > 1 and rising for k < 1.
    const highest = Math.max(ratio, z);
    if (highest < 1 && !(term > negligible * (1 - highest))) return terms;
    if (terms.length >= LONGEST) throw tooLong();
    terms.push(term);
  }
}

function tooLong(): ClienteleError {
  return new ClienteleError(
    "LIMIT_EXCEEDED",
    "The horizon is so long that millions of transactions are likely; ask for a shorter one",
    { where: "options.horizon" },
  );
}
