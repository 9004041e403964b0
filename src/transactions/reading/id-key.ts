/** Ids up to this many bytes are their own key: no two share one. */
export const PACKED_BYTES = 8;

/**
 * What an id is looked up by: a hash whose lowest four bits are its length (at most 15), and two
 * words, which are the bytes of a short id and two more hashes of a longer one.
 */
export class IdKey {
  tag = 0;
  low = 0;
  high = 0;

  /** Makes this the key of `bytes[from, to)`. */
  set(bytes: Uint8Array, from: number, to: number): void {
    const length = to - from;
    let low = 0;
    let high = 0;
    if (length <= PACKED_BYTES) {
      const middle = Math.min(from + 4, to);
      for (let at = from; at < middle; at++) low = (low << 8) | bytes[at]!;
      for (let at = middle; at < to; at++) high = (high << 8) | bytes[at]!;
    } else {
      // Words of four bytes; the last one may overlap the one before.
      for (let at = from; at < to; at += 4) {
        const start = Math.min(at, to - 4);
        const word =
          bytes[start]! |
          (bytes[start + 1]! << 8) |
          (bytes[start + 2]! << 16) |
          (bytes[start + 3]! << 24);
        low = Math.imul(low ^ word, 0x9e3779b1);
        low ^= low >>> 15;
        high = Math.imul(high + word, 0x85ebca77);
        high ^= high >>> 13;
      }
    }
    let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca77);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    this.tag = ((hash ^ (hash >>> 13)) << 4) | Math.min(length, 15);
    this.low = low;
    this.high = high;
  }
}
