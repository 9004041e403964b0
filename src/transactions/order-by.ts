/**
 * The positions of a column in ascending order of its values; equal ones keep their order. A
 * counting sort: its time and memory grow with the count and with the span of the values.
 *
 * @param keys - integers that span at most some hundred thousand
 * @param positions - positions to begin with; all of them in their own order when left out
 */
export function orderBy(keys: Int32Array, positions?: Int32Array): Int32Array {
  const count = keys.length;
  const ordered = new Int32Array(count);
  if (count === 0) return ordered;
  const [from, to] = spanOf(keys);
  const next = new Int32Array(to - from + 2);
  for (let row = 0; row < count; row++) next[keys[row]! - from + 1]!++;
  for (let key = 1; key < next.length; key++) next[key]! += next[key - 1]!;
  for (let index = 0; index < count; index++) {
    const row = positions === undefined ? index : positions[index]!;
    ordered[next[keys[row]! - from]!++] = row;
  }
  return ordered;
}

/** The least and the greatest value of a column that has any. */
export function spanOf(values: Int32Array): [least: number, greatest: number] {
  let least = values[0]!;
  let greatest = least;
  for (let row = 1; row < values.length; row++) {
    const value = values[row]!;
    if (value < least) least = value;
    else if (value > greatest) greatest = value;
  }
  return [least, greatest];
}
