/** What is known of a positive integrand over the whole line. */
export interface LineIntegrand {
  /** The logarithm of the integrand. */
  readonly log: (x: number) => number;
  /** Where it is largest; it has no other peak. */
  readonly peak: number;
  /** Its negative second derivative at the peak. */
  readonly curvature: number;
  /** At most the peak; to the left of it the logarithm is straight. */
  readonly first: number;
  /** At least the peak; to the right of it the logarithm is straight, or falls faster. */
  readonly last: number;
}

/** Terms this much below the sum, as logarithms, are lost in rounding. */
const NEGLIGIBLE = -40;
const WIDEST_STEP = 0.2;

/**
 * ln of the integral of a positive function over the line, by the trapezoidal rule from its peak
 * outwards after x = s - e^(first - s) + e^(s - last), which makes the straight tails fall double
 * exponentially. For an integrand that is analytic in a strip around the line the error is
 * e^(-2π · strip / step) (Trefethen and Weideman, 2014, "The exponentially convergent trapezoidal
 * rule"; Takahasi and Mori, 1974).
 */
export function logLineIntegral(integrand: LineIntegrand): number {
  const { log, peak, curvature, first, last } = integrand;
  const start = solveSubstitution(peak, first, last);
  const slope = 1 + Math.exp(first - start) + Math.exp(start - last);
  // A normal curve of this curvature needs nodes half a standard deviation apart.
  const step = Math.min(WIDEST_STEP, 0.5 / (slope * Math.sqrt(curvature)));
  const logTerm = (s: number): number => {
    const left = Math.exp(first - s);
    const right = Math.exp(s - last);
    return log(s - left + right) + Math.log1p(left + right);
  };
  const top = logTerm(start);
  let sum = 1;
  for (const direction of [-step, step]) {
    for (let node = 1; ; node++) {
      const relative = logTerm(start + node * direction) - top;
      if (!(relative > NEGLIGIBLE)) break;
      sum += Math.exp(relative);
    }
  }
  return top + Math.log(step * sum);
}

/** The s that the substitution takes to the peak: Newton's method from at most 0.6 away. */
function solveSubstitution(peak: number, first: number, last: number): number {
  let s = peak;
  for (let iteration = 0; iteration < 5; iteration++) {
    const left = Math.exp(first - s);
    const right = Math.exp(s - last);
    s -= (s - left + right - peak) / (1 + left + right);
  }
  return s;
}
