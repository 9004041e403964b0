/**
 * Adds terms up and keeps what each addition loses (Neumaier, 1974): as if in twice the precision,
 * and rounded once.
 */
export function sumTerms(count: number, term: (index: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < count; index++) {
    const value = term(index);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
