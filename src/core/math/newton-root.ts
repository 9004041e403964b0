/**
 * The zero of a rising function between two bounds, by Newton's method, with a bisection wherever a
 * step would leave the stretch that still holds the zero.
 *
 * @param evaluate - value and slope; a value of NaN is not allowed
 */
export function newtonRoot(
  evaluate: (x: number) => { readonly value: number; readonly slope: number },
  lowest: number,
  highest: number,
  guess: number,
): number {
  let low = lowest;
  let high = highest;
  let x = guess > low && guess < high ? guess : 0.5 * (low + high);
  for (let iteration = 0; iteration < 200; iteration++) {
    const { value, slope } = evaluate(x);
    if (value === 0) return x;
    if (value < 0) low = x;
    else high = x;
    const newton = x - value / slope;
    if (newton > low && newton < high) {
      // The error after a step is of the order of the square of the step.
      if (Math.abs(newton - x) <= 1e-9 * Math.max(1, Math.abs(x))) return newton;
      x = newton;
    } else {
      const middle = 0.5 * (low + high);
      if (middle === low || middle === high) return x;
      x = middle;
    }
  }
  return x;
}
