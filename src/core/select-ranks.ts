/** From this length on a pivot from a sample pays (Floyd and Rivest's own constant). */
const SAMPLE_FROM = 600;

/**
 * Reorders values so that each given rank holds what a full sort would put there, by Floyd and
 * Rivest's selection (Algorithm 489, Communications of the ACM 18, 1975).
 *
 * @param values - finite numbers, reordered in place
 * @param ranks - ascending indices into `values`, without repetition
 */
export function selectRanks(values: Float64Array, ranks: readonly number[]): void {
  selectBetween(values, ranks, 0, values.length - 1);
}

/** Places the middle rank, then the ranks on either side of it within their own part. */
function selectBetween(
  values: Float64Array,
  ranks: readonly number[],
  left: number,
  right: number,
): void {
  if (ranks.length === 0) return;
  const middle = ranks.length >> 1;
  const rank = ranks[middle] as number;
  placeRank(values, rank, left, right);
  selectBetween(values, ranks.slice(0, middle), left, rank - 1);
  selectBetween(values, ranks.slice(middle + 1), rank + 1, right);
}

function placeRank(values: Float64Array, rank: number, from: number, to: number): void {
  let left = from;
  let right = to;
  // Bad pivots could make the work quadratic; after too many rounds a sort ends it.
  let rounds = 2 * Math.ceil(Math.log2(to - from + 2));
  while (right > left) {
    if (rounds-- === 0) {
      values.subarray(left, right + 1).sort();
      return;
    }
    if (right - left >= SAMPLE_FROM) placePivot(values, rank, left, right);
    const pivot = values[rank] as number;
    let low = left;
    let high = right;
    while (low <= high) {
      while ((values[low] as number) < pivot) low++;
      while ((values[high] as number) > pivot) high--;
      if (low > high) break;
      const swapped = values[low] as number;
      values[low++] = values[high] as number;
      values[high--] = swapped;
    }
    if (rank <= high) right = high;
    else if (rank >= low) left = low;
    else return;
  }
}

/** Moves to the rank a value near its final one: the rank's own place within a sample around it. */
function placePivot(values: Float64Array, rank: number, left: number, right: number): void {
  const length = right - left + 1;
  const position = rank - left + 1;
  const sample = 0.5 * Math.exp((2 * Math.log(length)) / 3);
  const spread = 0.5 * Math.sqrt((Math.log(length) * sample * (length - sample)) / length);
  const margin = position < length / 2 ? -spread : spread;
  const sampleLeft = Math.floor(rank - (position * sample) / length + margin);
  const sampleRight = Math.floor(rank + ((length - position) * sample) / length + margin);
  placeRank(values, rank, Math.max(left, sampleLeft), Math.min(right, sampleRight));
}
