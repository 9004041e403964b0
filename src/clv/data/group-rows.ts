/** Rows sorted into groups of equal values. */
export interface RowGroups {
  /** The number of groups; they are numbered in the order of their first rows. */
  readonly count: number;
  /** The group of each row. */
  readonly groupOf: Int32Array;
  /** One row of each group. */
  readonly firstRow: Int32Array;
}

/** Few rows need a small table only: it is made anew for each call. */
const FIRST_CAPACITIES = { least: 4, most: 512 };

/**
 * Groups the rows that are equal in every column, by open addressing on the bits of the numbers. The
 * table and the keys grow with the groups, so that many rows of few groups stay within the
 * processor's cache.
 *
 * @param columns - one to three, of equal length, without NaN; 0 and -0 are equal
 */
export function groupRows(columns: readonly Float64Array[]): RowGroups {
  const [first, second = first, third = second] = columns as [Float64Array];
  const groupOf = new Int32Array(first.length);
  const key = new Float64Array(3);
  const words = new Int32Array(key.buffer);
  let groups = emptyGroups(firstCapacity(first.length));
  let slots = enterGroups(groups, 0);
  let mask = slots.length - 1;
  let count = 0;
  for (let row = 0; row < first.length; row++) {
    // Adding 0 turns -0 into 0.
    const x = (first[row] as number) + 0;
    const y = (second[row] as number) + 0;
    const z = (third[row] as number) + 0;
    key[0] = x;
    key[1] = y;
    key[2] = z;
    const hash = hashWords(words);
    let slot = hash & mask;
    let group = slots[slot] as number;
    while (
      group >= 0 &&
      !(groups.x[group] === x && groups.y[group] === y && groups.z[group] === z)
    ) {
      slot = (slot + 1) & mask;
      group = slots[slot] as number;
    }
    if (group < 0) {
      group = count++;
      slots[slot] = group;
      groups.x[group] = x;
      groups.y[group] = y;
      groups.z[group] = z;
      groups.hash[group] = hash;
      groups.firstRow[group] = row;
      if (count === groups.x.length) {
        groups = doubleGroups(groups);
        slots = enterGroups(groups, count);
        mask = slots.length - 1;
      }
    }
    groupOf[row] = group;
  }
  return { count, groupOf, firstRow: groups.firstRow.slice(0, count) };
}

/** The values of a column at the given rows. */
export function takeValues(column: Float64Array, rows: ArrayLike<number>): Float64Array {
  const values = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    values[index] = column[rows[index] as number] as number;
  }
  return values;
}

/** What is known of each group, in compact columns. */
interface Groups {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly hash: Int32Array;
  readonly firstRow: Int32Array;
}

/** A power of two, as the hash is cut to fit. */
function firstCapacity(rows: number): number {
  let capacity = FIRST_CAPACITIES.least;
  while (capacity <= rows && capacity < FIRST_CAPACITIES.most) capacity *= 2;
  return capacity;
}

function emptyGroups(capacity: number): Groups {
  return {
    x: new Float64Array(capacity),
    y: new Float64Array(capacity),
    z: new Float64Array(capacity),
    hash: new Int32Array(capacity),
    firstRow: new Int32Array(capacity),
  };
}

function doubleGroups(groups: Groups): Groups {
  const longer = emptyGroups(2 * groups.x.length);
  for (const name of Object.keys(groups) as (keyof Groups)[]) longer[name].set(groups[name]);
  return longer;
}

/** A table of twice as many slots as groups fit in, with the groups entered and -1 elsewhere. */
function enterGroups({ hash }: Groups, count: number): Int32Array {
  const slots = new Int32Array(2 * hash.length).fill(-1);
  for (let group = 0; group < count; group++) {
    let slot = (hash[group] as number) & (slots.length - 1);
    while ((slots[slot] as number) >= 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = group;
  }
  return slots;
}

/** The bits of three doubles mixed by the multipliers of MurmurHash3 and xxHash. */
function hashWords(words: Int32Array): number {
  const first = Math.imul(words[0]! ^ Math.imul(words[1]!, 0x9e3779b1), 0x85ebca6b);
  const second = first ^ (first >>> 15) ^ words[2]! ^ Math.imul(words[3]!, 0x9e3779b1);
  const mixed = Math.imul(second, 0xc2b2ae35);
  const third = mixed ^ (mixed >>> 13) ^ words[4]! ^ Math.imul(words[5]!, 0x9e3779b1);
  const last = Math.imul(third, 0x27d4eb2f);
  return last ^ (last >>> 16);
}
