import { ClienteleError } from "../../core/errors.js";

const NOT_ASCII = 0x80;
/** Ids up to this many bytes are compared as two words that stand in the hash slot itself. */
const PACKED_BYTES = 8;
const LONGEST_ID = 0xffff;
/** Words per slot: tag, two words of the key, number + 1 (0 for an empty slot). */
const STRIDE = 4;
/** Ids looked up together. */
const BLOCK = 256;

/**
 * Numbers customer ids 0, 1, 2… in the order of their first appearance, straight from bytes:
 * no string is made per row.
 *
 * With hundreds of thousands of customers in random order every lookup misses the cache, and
 * the misses, not the work, are the cost. So ids are looked up in blocks, whose misses the
 * processor overlaps, and short ids are compared inside their hash slot.
 */
export class IdDictionary {
  size = 0;
  /**
   * Open addressing with linear probing. The key of a short id is its bytes; of a longer one a
   * second hash and its place in the arena.
   */
  #slots = new Int32Array(STRIDE * 1024);
  #mask = 1023;
  /** All ids end to end, each behind two bytes of length. */
  #arena = new Uint8Array(8192);
  #arenaEnd = 0;
  /** Where each id starts in the arena. */
  #starts = new Uint32Array(512);
  #ascii = true;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  /** The key at hand: a hash with the length (at most 15) in its low bits, and two words. */
  #tag = 0;
  #low = 0;
  #high = 0;
  readonly #tags = new Int32Array(BLOCK);
  readonly #lows = new Int32Array(BLOCK);
  readonly #highs = new Int32Array(BLOCK);
  /** Where the warming loads end, so that they are not optimised away. */
  readonly #warm = new Int32Array(BLOCK);

  /**
   * The numbers of the ids in `bytes[froms[i], tos[i])`; -1 for one that is not valid UTF-8 or
   * longer than 65,535 bytes.
   */
  internBlock(
    bytes: Uint8Array,
    froms: Int32Array,
    tos: Int32Array,
    count: number,
    numbers: Int32Array,
  ): void {
    for (let first = 0; first < count; first += BLOCK) {
      const length = Math.min(BLOCK, count - first);
      for (let index = 0; index < length; index++) {
        this.#makeKey(bytes, froms[first + index]!, tos[first + index]!);
        this.#tags[index] = this.#tag;
        this.#lows[index] = this.#low;
        this.#highs[index] = this.#high;
      }
      this.#warmUp(length);
      for (let index = 0; index < length; index++) {
        this.#tag = this.#tags[index]!;
        this.#low = this.#lows[index]!;
        this.#high = this.#highs[index]!;
        numbers[first + index] = this.#find(bytes, froms[first + index]!, tos[first + index]!);
      }
    }
  }

  /** The number of one id; -1 as in {@link internBlock}. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    this.#makeKey(bytes, from, to);
    return this.#find(bytes, from, to);
  }

  /** The number of an id given as text. */
  internText(id: string): number {
    const bytes = this.#encoder.encode(id);
    return this.intern(bytes, 0, bytes.length);
  }

  /** For each id of the other dictionary, its number in this one; unknown ids are added. */
  internAll(other: EncodedIds): Int32Array {
    const count = other.starts.length;
    const froms = Int32Array.from(other.starts);
    const tos = froms.map((from) => from + lengthAt(other.arena, from));
    const numbers = new Int32Array(count);
    this.internBlock(other.arena, froms, tos, count, numbers);
    return numbers;
  }

  /** The ids as bytes, to hand to another thread. */
  encoded(): EncodedIds {
    return {
      starts: this.#starts.slice(0, this.size),
      arena: this.#arena.slice(0, this.#arenaEnd),
    };
  }

  /** The ids as text, by number. */
  ids(): string[] {
    const arena = this.#arena;
    // Cutting ASCII ids from one decoded text is several times faster than decoding each.
    const text = this.#ascii
      ? new TextDecoder("latin1").decode(arena.subarray(0, this.#arenaEnd))
      : "";
    return Array.from(this.#starts.subarray(0, this.size), (from) => {
      const to = from + lengthAt(arena, from);
      return this.#ascii ? text.slice(from, to) : this.#decoder.decode(arena.subarray(from, to));
    });
  }

  #makeKey(bytes: Uint8Array, from: number, to: number): void {
    const length = to - from;
    let low = 0;
    let high = 0;
    if (length <= PACKED_BYTES) {
      const middle = Math.min(from + 4, to);
      for (let at = from; at < middle; at++) low = (low << 8) | bytes[at]!;
      for (let at = middle; at < to; at++) high = (high << 8) | bytes[at]!;
    } else {
      // Two multiplicative hashes over words of four bytes; the last word may overlap the one before.
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
    this.#tag = ((hash ^ (hash >>> 13)) << 4) | Math.min(length, 15);
    this.#low = low;
    this.#high = high;
  }

  /** Loads what the lookups of a block will need, in loops too short to stall on one miss. */
  #warmUp(length: number): void {
    const slots = this.#slots;
    const mask = this.#mask;
    const tags = this.#tags;
    const warm = this.#warm;
    const arena = this.#arena;
    for (let index = 0; index < length; index++) {
      const tag = tags[index]!;
      const place = slots[STRIDE * ((tag >>> 4) & mask) + 2]!;
      warm[index] = (tag & 15) > PACKED_BYTES ? place : 0;
    }
    for (let index = 0; index < length; index++) warm[index] = arena[warm[index]! >>> 0]!;
  }

  #find(bytes: Uint8Array, from: number, to: number): number {
    const slots = this.#slots;
    const tag = this.#tag;
    const low = this.#low;
    const isPacked = to - from <= PACKED_BYTES;
    let slot = (tag >>> 4) & this.#mask;
    for (;;) {
      const at = STRIDE * slot;
      const number = slots[at + 3]! - 1;
      if (number < 0) return this.#append(bytes, from, to, slot);
      if (slots[at] === tag && slots[at + 1] === low) {
        const third = slots[at + 2]!;
        if (isPacked ? third === this.#high : this.#equals(third >>> 0, bytes, from, to))
          return number;
      }
      slot = (slot + 1) & this.#mask;
    }
  }

  #equals(start: number, bytes: Uint8Array, from: number, to: number): boolean {
    const arena = this.#arena;
    if (lengthAt(arena, start) !== to - from) return false;
    for (let at = from, stored = start; at < to; at++, stored++) {
      if (bytes[at] !== arena[stored]) return false;
    }
    return true;
  }

  #append(bytes: Uint8Array, from: number, to: number, slot: number): number {
    const length = to - from;
    if (length > LONGEST_ID || !this.#isText(bytes, from, to)) return -1;
    const number = this.size;
    const start = this.#arenaEnd + 2;
    this.#reserve(number, start + length);
    this.#arena[start - 2] = length & 0xff;
    this.#arena[start - 1] = length >>> 8;
    this.#arena.set(bytes.subarray(from, to), start);
    this.#arenaEnd = start + length;
    this.#starts[number] = start;
    const at = STRIDE * slot;
    this.#slots[at] = this.#tag;
    this.#slots[at + 1] = this.#low;
    this.#slots[at + 2] = length <= PACKED_BYTES ? this.#high : start;
    this.#slots[at + 3] = number + 1;
    this.size = number + 1;
    if (2 * this.size > this.#mask) this.#rehash();
    return number;
  }

  #isText(bytes: Uint8Array, from: number, to: number): boolean {
    let at = from;
    while (at < to && bytes[at]! < NOT_ASCII) at++;
    if (at === to) return true;
    this.#ascii = false;
    try {
      this.#decoder.decode(bytes.subarray(from, to));
      return true;
    } catch {
      return false;
    }
  }

  #reserve(number: number, arenaBytes: number): void {
    if (arenaBytes > 0x7fff_ffff) {
      throw new ClienteleError(
        "LIMIT_EXCEEDED",
        "the customer ids take more than 2 GiB; split the file by customer and merge the summaries",
      );
    }
    if (number === this.#starts.length) {
      const starts = new Uint32Array(2 * number);
      starts.set(this.#starts);
      this.#starts = starts;
    }
    if (arenaBytes > this.#arena.length) {
      const arena = new Uint8Array(Math.max(2 * this.#arena.length, arenaBytes));
      arena.set(this.#arena);
      this.#arena = arena;
    }
  }

  #rehash(): void {
    const old = this.#slots;
    this.#mask = 2 * this.#mask + 1;
    this.#slots = new Int32Array(STRIDE * (this.#mask + 1));
    for (let from = 0; from < old.length; from += STRIDE) {
      if (old[from + 3] === 0) continue;
      let slot = (old[from]! >>> 4) & this.#mask;
      while (this.#slots[STRIDE * slot + 3] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots.set(old.subarray(from, from + STRIDE), STRIDE * slot);
    }
  }
}

/** Ids end to end in one byte array; each starts at its entry of `starts`, behind two bytes of length. */
export interface EncodedIds {
  readonly starts: Uint32Array;
  readonly arena: Uint8Array;
}

function lengthAt(arena: Uint8Array, start: number): number {
  return arena[start - 2]! | (arena[start - 1]! << 8);
}
