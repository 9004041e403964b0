/**
 * Spearman's rank correlation of two columns in which each row stands for several customers: Pearson's
 * correlation of the ranks, ties at their mean rank.
 *
 * @param weights - customers of each row, positive
 * @returns from -1 to 1; `undefined` where either column is constant
 */
export function weightedRankCorrelation(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array,
): number | undefined {
  const [left, right] = [centredRanks(x, weights), centredRanks(y, weights)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let row = 0; row < weights.length; row++) {
    const [weight, dx, dy] = [weights[row]!, left[row]!, right[row]!];
    xx += weight * dx * dx;
    yy += weight * dy * dy;
    xy += weight * dx * dy;
  }
  if (xx === 0 || yy === 0) return undefined;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/** Mean ranks less the mean of all ranks, (n + 1) / 2: halves of whole numbers, so that nothing is lost. */
function centredRanks(values: Float64Array, weights: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
  const middle = weights.reduce((sum, weight) => sum + weight, 0) / 2;
  const ranks = new Float64Array(values.length);
  let below = 0;
  for (let first = 0; first < order.length; ) {
    let [next, tied] = [first, 0];
    while (next < order.length && values[order[next]!] === values[order[first]!]) {
      tied += weights[order[next++]!]!;
    }
    for (const row of order.slice(first, next)) ranks[row] = below + tied / 2 - middle;
    below += tied;
    first = next;
  }
  return ranks;
}
