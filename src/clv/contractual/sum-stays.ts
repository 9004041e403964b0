import { integrate } from "../../core/math/index.js";
import { logStay, type StayRates } from "./log-stay.js";

/** Terms that are summed up one by one, before an integral takes the rest. */
const DIRECT_TERMS = 1000;
/** Gregory's coefficients of the differences at the first term (Hildebrand, 1956, 5.9). */
const GREGORY = [1 / 2, -1 / 12, 1 / 24, -19 / 720, 3 / 160, -863 / 60_480] as const;
/** The logarithm of a time, near the end of the range of doubles, beyond which a power law takes over. */
const FAR = 700;

/**
 * Σ weight^j P(stays until first + j | stayed until `from`) for j = 0, 1, …, `terms` - 1.
 *
 * @param discount - weight = 1 / (1 + discount)
 * @param terms - Infinity for all
 * @returns Infinity where the sum diverges
 */
export function sumStays(
  rates: StayRates,
  from: number,
  first: number,
  discount: number,
  terms: number,
): number {
  if (terms === Infinity && discount === 0 && rates.alpha * rates.c <= 1) return Infinity;
  const force = Math.log1p(discount);
  const term = (j: number): number => Math.exp(logStay(rates, from, first + j) - force * j);
  const direct = terms === Infinity ? DIRECT_TERMS : terms;
  let sum = 0;
  for (let j = 0; j < direct; j++) sum += term(j);
  return terms === Infinity ? sum + sumTail(term, rates, from, first, force) : sum;
}

/** The terms from `DIRECT_TERMS` on, as an integral with end corrections by differences. */
function sumTail(
  term: (j: number) => number,
  rates: StayRates,
  from: number,
  first: number,
  force: number,
): number {
  if (term(DIRECT_TERMS) === 0) return 0;
  const start = first + DIRECT_TERMS;
  const logTerm = (logTime: number): number => {
    const decay = force === 0 ? 0 : force * (Math.exp(logTime) - first);
    if (logTime <= FAR) return logStay(rates, from, Math.exp(logTime)) - decay;
    const beyond = rates.alpha * rates.c * (logTime - FAR);
    return logStay(rates, from, Math.exp(FAR)) - beyond - decay;
  };
  const { value } = integrate(
    (v) => Math.exp(logTerm(Math.log(start) + v) + Math.log(start) + v),
    0,
    Infinity,
  );
  let differences = GREGORY.map((_, j) => term(DIRECT_TERMS + j));
  return GREGORY.reduce((sum, coefficient) => {
    const correction = coefficient * differences[0]!;
    differences = differences.slice(1).map((each, j) => each - differences[j]!);
    return sum + correction;
  }, value);
}
