import { seededRandom } from "../../../core/random.js";

/**
 * Draws rows without replacement, each as likely as any other (Knuth, "The Art of Computer
 * Programming", volume 2, algorithm S).
 *
 * @returns the rows in ascending order; all of them where there are no more than `size`
 */
export function sampleRows(rows: number, size: number, seed: number): Int32Array {
  if (rows <= size) return Int32Array.from({ length: rows }, (_, row) => row);
  const random = seededRandom(seed);
  const drawn = new Int32Array(size);
  let taken = 0;
  for (let row = 0; taken < size; row++) {
    if (random() * (rows - row) < size - taken) drawn[taken++] = row;
  }
  return drawn;
}
