/** Rows sorted into groups of equal values. */
export interface RowGroups {
  /** The number of groups; they are numbered in the order of their first rows. */
  readonly count: number;
  /** The group of each row. */
  readonly groupOf: Int32Array;
  /** One row of each group. */
  readonly firstRow: Int32Array;
}

/**
 * Groups the rows that are equal in every column, by open addressing on the bits of the numbers.
 *
 * @param columns - at least one, of equal length, without NaN; 0 and -0 are equal
 */
export function groupRows(columns: readonly Float64Array[]): RowGroups {
  const [first, second = first, third = second] = columns as [Float64Array];
  const rows = first.length;
  const slots = 2 ** Math.ceil(Math.log2(2 * rows + 2));
  const groupAt = new Int32Array(slots).fill(-1);
  const groupOf = new Int32Array(rows);
  const firstRow = new Int32Array(rows);
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  const mix = (hash: number, value: number): number => {
    number[0] = value + 0;
    const low = Math.imul(hash ^ (words[0] as number), 0x85ebca6b);
    return Math.imul((low ^ (low >>> 15)) + (words[1] as number), 0xc2b2ae35);
  };
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const [x, y, z] = [first[row] as number, second[row] as number, third[row] as number];
    const hash = mix(mix(mix(0, x), y), z);
    let slot = (hash ^ (hash >>> 16)) & (slots - 1);
    let group = groupAt[slot] as number;
    while (group >= 0) {
      const other = firstRow[group] as number;
      if (first[other] === x && second[other] === y && third[other] === z) break;
      slot = (slot + 1) & (slots - 1);
      group = groupAt[slot] as number;
    }
    if (group < 0) {
      group = count++;
      groupAt[slot] = group;
      firstRow[group] = row;
    }
    groupOf[row] = group;
  }
  return { count, groupOf, firstRow: firstRow.slice(0, count) };
}

/** The values of a column at the given rows. */
export function takeValues(column: Float64Array, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++)
    values[index] = column[rows[index] as number] as number;
  return values;
}
