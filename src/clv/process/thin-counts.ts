/** The chance to leave after a purchase, beta(a, b) distributed. */
interface LeavingChance {
  readonly a: number;
  readonly b: number;
}

/**
 * The expected purchases of one who leaves after each with a beta distributed chance: Σ P(N > i) c(i),
 * with N the purchases of one who never leaves and c(i) = (b)ᵢ / (a + b)ᵢ the chance to survive i of
 * them. All terms are positive, and a = 1 is no exception.
 *
 * @param counts - the probabilities of N = 0, 1, 2, …
 */
export function expectedAfterLeaving(counts: Float64Array, { a, b }: LeavingChance): number {
  let beyond = 0;
  let sum = 0;
  for (let i = counts.length - 2; i >= 0; i--) {
    beyond += counts[i + 1] as number;
    sum = beyond + ((b + i) / (a + b + i)) * sum;
  }
  return sum;
}

/** The probability to survive all of N purchases. */
export function survivalOf(counts: Float64Array, { a, b }: LeavingChance): number {
  let survived = 1;
  let sum = 0;
  for (let n = 0; n < counts.length; n++) {
    sum += survived * (counts[n] as number);
    survived *= (b + n) / (a + b + n);
  }
  return sum;
}

/** The probabilities of n purchases: all survived and no further one, or the last of them the last of all. */
export function countsAfterLeaving(counts: Float64Array, { a, b }: LeavingChance): Float64Array {
  const probabilities = new Float64Array(counts.length);
  const reached = tailsOf(counts);
  let survived = 1;
  for (let n = 0; n < counts.length; n++) {
    const leaving = n === 0 ? 0 : survived * (a / (a + b + n - 1)) * (reached[n] as number);
    if (n > 0) survived *= (b + n - 1) / (a + b + n - 1);
    probabilities[n] = survived * (counts[n] as number) + leaving;
  }
  return probabilities;
}

/** P(N >= n) for each n. */
function tailsOf(probabilities: Float64Array): Float64Array {
  const tails = new Float64Array(probabilities.length);
  let beyond = 0;
  for (let n = probabilities.length - 1; n >= 0; n--) {
    beyond += probabilities[n] as number;
    tails[n] = beyond;
  }
  return tails;
}
