import { ClienteleError } from "../../core/errors.js";

/** Ids take two bytes for their length. */
export const LONGEST_ID = 0xffff;
const NOT_ASCII = 0x80;
/** Up to this many bytes a loop copies faster than a view of them. */
const SHORT = 32;
const MOST_BYTES = 0x7fff_ffff;
/** No engine makes a longer text at once. */
const LONGEST_TEXT = 0x1fff_ffff;

/** Ids end to end in one byte array; each starts at its entry of `starts`, behind two bytes of length. */
export interface EncodedIds {
  /** May be longer than there are ids. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly arena: Uint8Array<ArrayBuffer>;
  /** How many ids there are, and how many bytes of the arena they take. */
  readonly size: number;
  readonly end: number;
  readonly isAscii: boolean;
}

/** The length of the id that starts at `start`. */
export function lengthAt(arena: Uint8Array, start: number): number {
  return arena[start - 2]! | (arena[start - 1]! << 8);
}

/** Keeps ids as bytes, by number, in two growing arrays. */
export class IdArena {
  size: number;
  /** All ids end to end, each behind two bytes of length. */
  bytes: Uint8Array<ArrayBuffer>;
  #end: number;
  #starts: Uint32Array<ArrayBuffer>;
  #isAscii: boolean;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  /** @param kept - what another arena has encoded; from then on it belongs to this one */
  constructor(kept: EncodedIds = emptyIds()) {
    this.size = kept.size;
    this.bytes = kept.arena;
    this.#end = kept.end;
    this.#starts = kept.starts;
    this.#isAscii = kept.isAscii;
  }

  /** Keeps one more id and returns where it starts; -1 when it is not UTF-8 or longer than {@link LONGEST_ID}. */
  append(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    if (length > LONGEST_ID || !this.#isText(bytes, from, to)) return -1;
    const start = this.#end + 2;
    this.#reserve(start + length);
    this.bytes[start - 2] = length & 0xff;
    this.bytes[start - 1] = length >>> 8;
    if (length <= SHORT)
      for (let at = 0; at < length; at++) this.bytes[start + at] = bytes[from + at]!;
    else this.bytes.set(bytes.subarray(from, to), start);
    this.#end = start + length;
    this.#starts[this.size++] = start;
    return start;
  }

  /** True when the id that starts at `start` is `bytes[from, to)`. */
  equals(start: number, bytes: Uint8Array, from: number, to: number): boolean {
    const arena = this.bytes;
    if (lengthAt(arena, start) !== to - from) return false;
    for (let at = from, stored = start; at < to; at++, stored++) {
      if (bytes[at] !== arena[stored]) return false;
    }
    return true;
  }

  /** The ids as bytes: not a copy. */
  encoded(): EncodedIds {
    const { size, bytes } = this;
    return { starts: this.#starts, arena: bytes, size, end: this.#end, isAscii: this.#isAscii };
  }

  /** The ids as text, by number. */
  texts(): string[] {
    const arena = this.bytes;
    const starts = this.#starts.subarray(0, this.size);
    if (!this.#isAscii || this.#end > LONGEST_TEXT) {
      return Array.from(starts, (from) =>
        this.#decoder.decode(arena.subarray(from, from + lengthAt(arena, from))),
      );
    }
    // Cutting ASCII ids from one decoded text is several times faster than decoding each.
    const text = new TextDecoder("latin1").decode(arena.subarray(0, this.#end));
    return Array.from(starts, (from) => text.slice(from, from + lengthAt(arena, from)));
  }

  #isText(bytes: Uint8Array, from: number, to: number): boolean {
    let at = from;
    while (at < to && bytes[at]! < NOT_ASCII) at++;
    if (at === to) return true;
    try {
      this.#decoder.decode(bytes.subarray(from, to));
    } catch {
      return false;
    }
    this.#isAscii = false;
    return true;
  }

  #reserve(arenaBytes: number): void {
    if (arenaBytes > MOST_BYTES) {
      throw new ClienteleError(
        "LIMIT_EXCEEDED",
        "the customer ids take more than 2 GiB; split the file by customer and merge the summaries",
      );
    }
    if (this.size === this.#starts.length) {
      const starts = new Uint32Array(2 * this.size);
      starts.set(this.#starts);
      this.#starts = starts;
    }
    if (arenaBytes > this.bytes.length) {
      const bytes = new Uint8Array(Math.max(2 * this.bytes.length, arenaBytes));
      bytes.set(this.bytes);
      this.bytes = bytes;
    }
  }
}

function emptyIds(): EncodedIds {
  return {
    starts: new Uint32Array(512),
    arena: new Uint8Array(8192),
    size: 0,
    end: 0,
    isAscii: true,
  };
}
