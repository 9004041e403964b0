import { type EncodedIds, IdArena, LONGEST_ID, lengthAt } from "./id-arena.js";
import { IdKey, PACKED_BYTES } from "./id-key.js";

/** Words per slot: tag, two words of the key, number + 1 (0 for an empty slot). */
const STRIDE = 4;
const FIRST_SLOTS_LOG2 = 10;
/** Ids looked up together. */
const BLOCK = 256;
/** No UTF-16 unit takes more bytes in UTF-8. */
const MOST_BYTES_PER_UNIT = 3;
/** Any lone half of a surrogate pair becomes the same replacement in UTF-8. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** All of a dictionary, to hand to another thread. */
export interface DictionaryState {
  readonly slots: Int32Array<ArrayBuffer>;
  readonly ids: EncodedIds;
}

/**
 * Numbers customer ids 0, 1, 2… in the order of their first appearance, straight from bytes:
 * no string is made per row.
 *
 * With hundreds of thousands of customers in random order every lookup misses the cache, and
 * the misses, not the work, are the cost. So ids are looked up in blocks, whose misses the
 * processor overlaps, and short ids are compared inside their hash slot.
 */
export class IdDictionary {
  /**
   * Open addressing with linear probing. A short id is its own key; of a longer one the slot
   * keeps, in place of the second word, where it starts in the arena. The highest bits of the tag
   * say where to look first, so that a table grows by reading and writing from front to back.
   */
  #slots: Int32Array<ArrayBuffer>;
  #mask: number;
  #shift: number;
  readonly #arena: IdArena;
  readonly #key = new IdKey();
  readonly #tags = new Int32Array(BLOCK);
  readonly #lows = new Int32Array(BLOCK);
  readonly #highs = new Int32Array(BLOCK);
  /** Where the warming loads end, so that they are not optimised away. */
  readonly #warm = new Int32Array(BLOCK);
  readonly #encoder = new TextEncoder();
  #encoded = new Uint8Array(256);

  /** @param state - what another dictionary has handed over; from then on it belongs to this one */
  constructor(state?: DictionaryState) {
    this.#slots = state?.slots ?? new Int32Array(STRIDE << FIRST_SLOTS_LOG2);
    this.#mask = this.#slots.length / STRIDE - 1;
    this.#shift = Math.clz32(this.#mask);
    this.#arena = new IdArena(state?.ids);
  }

  /** Ids known so far. */
  get size(): number {
    return this.#arena.size;
  }

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
    const key = this.#key;
    for (let first = 0; first < count; first += BLOCK) {
      const length = Math.min(BLOCK, count - first);
      for (let index = 0; index < length; index++) {
        key.set(bytes, froms[first + index]!, tos[first + index]!);
        this.#tags[index] = key.tag;
        this.#lows[index] = key.low;
        this.#highs[index] = key.high;
      }
      this.#warmUp(length);
      for (let index = 0; index < length; index++) {
        key.tag = this.#tags[index]!;
        key.low = this.#lows[index]!;
        key.high = this.#highs[index]!;
        numbers[first + index] = this.#find(bytes, froms[first + index]!, tos[first + index]!);
      }
    }
  }

  /** True when the text can be an id: short enough, and the same text again after UTF-8. */
  canHold(id: string): boolean {
    if (LONE_SURROGATE.test(id)) return false;
    if (id.length * MOST_BYTES_PER_UNIT <= LONGEST_ID) return true;
    return id.length <= LONGEST_ID && this.#encoder.encode(id).length <= LONGEST_ID;
  }

  /** The number of an id given as text; -1 when {@link canHold} says no for its length. */
  internText(id: string): number {
    const most = id.length * MOST_BYTES_PER_UNIT;
    if (most > this.#encoded.length) this.#encoded = new Uint8Array(2 * most);
    const { written } = this.#encoder.encodeInto(id, this.#encoded);
    this.#key.set(this.#encoded, 0, written);
    return this.#find(this.#encoded, 0, written);
  }

  /** For each id of the other dictionary, its number in this one; unknown ids are added. */
  internAll(other: EncodedIds): Int32Array {
    const froms = Int32Array.from(other.starts.subarray(0, other.size));
    const tos = froms.map((from) => from + lengthAt(other.arena, from));
    const numbers = new Int32Array(froms.length);
    this.internBlock(other.arena, froms, tos, froms.length, numbers);
    return numbers;
  }

  /** Everything, to hand to another thread: not a copy. */
  state(): DictionaryState {
    return { slots: this.#slots, ids: this.#arena.encoded() };
  }

  /** The ids as text, by number. */
  ids(): string[] {
    return this.#arena.texts();
  }

  /** Loads what the lookups of a block will need, in loops too short to stall on one miss. */
  #warmUp(length: number): void {
    const slots = this.#slots;
    const shift = this.#shift;
    const tags = this.#tags;
    const warm = this.#warm;
    const arena = this.#arena.bytes;
    for (let index = 0; index < length; index++) {
      const tag = tags[index]!;
      const place = slots[STRIDE * (tag >>> shift) + 2]!;
      warm[index] = (tag & 15) > PACKED_BYTES ? place : 0;
    }
    for (let index = 0; index < length; index++) warm[index] = arena[warm[index]! >>> 0]!;
  }

  /** The number of `bytes[from, to)`, whose key is at hand. */
  #find(bytes: Uint8Array, from: number, to: number): number {
    const slots = this.#slots;
    const { tag, low, high } = this.#key;
    const isPacked = to - from <= PACKED_BYTES;
    let slot = tag >>> this.#shift;
    for (;;) {
      const at = STRIDE * slot;
      const number = slots[at + 3]! - 1;
      if (number < 0) return this.#append(bytes, from, to, slot);
      if (slots[at] === tag && slots[at + 1] === low) {
        const third = slots[at + 2]!;
        if (isPacked ? third === high : this.#arena.equals(third >>> 0, bytes, from, to))
          return number;
      }
      slot = (slot + 1) & this.#mask;
    }
  }

  #append(bytes: Uint8Array, from: number, to: number, slot: number): number {
    const number = this.#arena.size;
    const start = this.#arena.append(bytes, from, to);
    if (start < 0) return -1;
    const at = STRIDE * slot;
    this.#slots[at] = this.#key.tag;
    this.#slots[at + 1] = this.#key.low;
    this.#slots[at + 2] = to - from <= PACKED_BYTES ? this.#key.high : start;
    this.#slots[at + 3] = number + 1;
    if (2 * this.#arena.size > this.#mask) this.#rehash();
    return number;
  }

  #rehash(): void {
    const old = this.#slots;
    const mask = 2 * this.#mask + 1;
    const shift = this.#shift - 1;
    const slots = new Int32Array(STRIDE * (mask + 1));
    for (let from = 0; from < old.length; from += STRIDE) {
      if (old[from + 3] === 0) continue;
      let slot = old[from]! >>> shift;
      while (slots[STRIDE * slot + 3] !== 0) slot = (slot + 1) & mask;
      const at = STRIDE * slot;
      // Word by word: a view of each slot would cost ten times as much.
      slots[at] = old[from]!;
      slots[at + 1] = old[from + 1]!;
      slots[at + 2] = old[from + 2]!;
      slots[at + 3] = old[from + 3]!;
    }
    this.#mask = mask;
    this.#shift = shift;
    this.#slots = slots;
  }
}
