import { checkColumn, type NumberColumn } from "./column.js";

/** Below this length comparing is cheaper than counting. */
const RADIX_FROM = 2000;
const DIGIT_BITS = 16;
const DIGITS = 2 ** DIGIT_BITS;

/**
 * The row numbers in rising order of their values; equal values stay in row order.
 *
 * Long columns by a radix sort of the bits of the doubles, which are in the order of the values once
 * the sign bit of positive numbers and all bits of negative numbers are flipped (Terdiman, 2000).
 *
 * @param values - finite numbers; -0 equals 0
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * sortedOrder([30, 10, 20, 10]); //=> Uint32Array [1, 3, 2, 0]
 */
export function sortedOrder(values: NumberColumn): Uint32Array {
  checkColumn(values, "values");
  const rows = new Uint32Array(values.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return values.length < RADIX_FROM
    ? rows.sort((left, right) => (values[left] as number) - (values[right] as number))
    : radixSort(rows, orderedBits(values));
}

/** The bits of each value as two words whose order is that of the values, the low word first. */
function orderedBits(values: NumberColumn): Uint32Array {
  const doubles = Float64Array.from(values);
  // Adding 0 makes 0 of -0. A callback of Float64Array.from would be many times slower.
  for (let row = 0; row < doubles.length; row++) doubles[row] = (doubles[row] as number) + 0;
  const words = new Uint32Array(doubles.buffer);
  const highWord = isLittleEndian() ? 1 : 0;
  const keys = new Uint32Array(words.length);
  for (let place = 0; place < words.length; place += 2) {
    const high = words[place + highWord] as number;
    const low = words[place + 1 - highWord] as number;
    const isNegative = high >>> 31 === 1;
    keys[place] = isNegative ? ~low : low;
    keys[place + 1] = isNegative ? ~high : high ^ 0x80000000;
  }
  return keys;
}

function isLittleEndian(): boolean {
  return new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
}

/** From the lowest digit to the highest, each pass keeping the order of the one before. */
function radixSort(rows: Uint32Array, keys: Uint32Array): Uint32Array {
  let from: Uint32Array = rows;
  let to: Uint32Array = new Uint32Array(rows.length);
  const starts = new Uint32Array(DIGITS + 1);
  for (let digit = 0; digit < 64 / DIGIT_BITS; digit++) {
    const word = digit >>> 1;
    const shift = (digit & 1) * DIGIT_BITS;
    starts.fill(0);
    for (let place = word; place < keys.length; place += 2) {
      const value = ((keys[place] as number) >>> shift) & (DIGITS - 1);
      starts[value + 1] = (starts[value + 1] as number) + 1;
    }
    for (let value = 0; value < DIGITS; value++) {
      starts[value + 1] = (starts[value + 1] as number) + (starts[value] as number);
    }
    for (let place = 0; place < from.length; place++) {
      const row = from[place] as number;
      const value = ((keys[2 * row + word] as number) >>> shift) & (DIGITS - 1);
      const start = starts[value] as number;
      to[start] = row;
      starts[value] = start + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}
