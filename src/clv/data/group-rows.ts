/** Rows sorted into groups of equal values. */
export interface RowGroups {
  /** The number of groups; they are numbered in the order of their first rows. */
  readonly count: number;
  /** The group of each row. */
  readonly groupOf: Int32Array;
  /** One row of each group. */
  readonly firstRow: Int32Array;
}

const FIRST_SLOTS = 1024;

/**
 * Groups the rows that are equal in every column, by open addressing on the bits of the numbers; the
 * table grows with the groups, so that many rows of few groups stay within the processor's cache.
 *
 * @param columns - one to three, of equal length, without NaN; 0 and -0 are equal
 */
export function groupRows(columns: readonly Float64Array[]): RowGroups {
  const [first, second = first, third = second] = columns as [Float64Array];
  const groupOf = new Int32Array(first.length);
  let slots = new Int32Array(FIRST_SLOTS).fill(-1);
  let mask = FIRST_SLOTS - 1;
  let hashes = new Int32Array(FIRST_SLOTS);
  let firstRows = new Int32Array(FIRST_SLOTS);
  let count = 0;
  const hash = rowHash(first, second, third);

  for (let row = 0; row < first.length; row++) {
    const rowHash = hash(row);
    let slot = rowHash & mask;
    let group = slots[slot] as number;
    while (group >= 0) {
      if (hashes[group] === rowHash) {
        const other = firstRows[group] as number;
        if (
          first[other] === first[row] &&
          second[other] === second[row] &&
          third[other] === third[row]
        )
          break;
      }
      slot = (slot + 1) & mask;
      group = slots[slot] as number;
    }
    if (group < 0) {
      group = count++;
      slots[slot] = group;
      hashes[group] = rowHash;
      firstRows[group] = row;
      if (2 * count > mask) {
        slots = growSlots(hashes, count, 2 * slots.length);
        mask = slots.length - 1;
        hashes = growTo(hashes, slots.length);
        firstRows = growTo(firstRows, slots.length);
      }
    }
    groupOf[row] = group;
  }
  return { count, groupOf, firstRow: firstRows.slice(0, count) };
}

/** The values of a column at the given rows. */
export function takeValues(column: Float64Array, rows: ArrayLike<number>): Float64Array {
  const values = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    values[index] = column[rows[index] as number] as number;
  }
  return values;
}

/** A hash of the bits of a row's numbers, mixed as in MurmurHash3. */
function rowHash(
  first: Float64Array,
  second: Float64Array,
  third: Float64Array,
): (row: number) => number {
  const number = new Float64Array(1);
  const words = new Int32Array(number.buffer);
  const mix = (hash: number, value: number): number => {
    // Adding 0 turns -0 into 0.
    number[0] = value + 0;
    const low = Math.imul(hash ^ (words[0] as number), 0x85ebca6b);
    return Math.imul((low ^ (low >>> 15)) + (words[1] as number), 0xc2b2ae35);
  };
  return (row) => {
    const mixed = mix(
      mix(mix(0, first[row] as number), second[row] as number),
      third[row] as number,
    );
    return mixed ^ (mixed >>> 16);
  };
}

/** Twice the slots, with the groups entered again. */
function growSlots(hashes: Int32Array, count: number, length: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(length).fill(-1);
  for (let group = 0; group < count; group++) {
    let slot = (hashes[group] as number) & (length - 1);
    while ((slots[slot] as number) >= 0) slot = (slot + 1) & (length - 1);
    slots[slot] = group;
  }
  return slots;
}

function growTo(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(values);
  return longer;
}
