/** Numbers the groups of customers with equal scores, from 0. */
export function groupByScore(scores: Uint8Array): Uint8Array {
  return scores.map((score) => score - 1);
}

/** Divides groups further by a second score, which runs faster than the groups. */
export function groupWithin(outer: Uint8Array, scores: Uint8Array, bins: number): Uint8Array {
  return outer.map((group, index) => group * bins + (scores[index] as number) - 1);
}

/** Counts the members of each group. */
export function countByGroup(group: Uint8Array, groups: number): Uint32Array {
  const counts = new Uint32Array(groups);
  for (let index = 0; index < group.length; index++) counts[group[index] as number]!++;
  return counts;
}

/** Sums values by group, compensated (Neumaier 1974): the order of the rows leaves no trace. */
export function sumByGroup(
  values: ArrayLike<number>,
  group: Uint8Array,
  groups: number,
): Float64Array {
  const sums = new Float64Array(groups);
  const lost = new Float64Array(groups);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    const at = group[index] as number;
    const before = sums[at] as number;
    const sum = before + value;
    lost[at]! += Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before;
    sums[at] = sum;
  }
  return sums.map((sum, at) => sum + (lost[at] as number));
}
