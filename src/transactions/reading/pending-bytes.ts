const FIRST_CAPACITY = 65_536;

/**
 * Bytes that wait to be scanned, in one buffer that doubles when it is full: any number of small
 * pieces costs no more than a few large ones, and the pieces may be used again by who made them.
 */
export class PendingBytes {
  #buffer = new Uint8Array(FIRST_CAPACITY);
  #from = 0;
  #to = 0;

  get length(): number {
    return this.#to - this.#from;
  }

  /** The bytes that wait; valid until the next `append`. */
  get bytes(): Uint8Array {
    return this.#buffer.subarray(this.#from, this.#to);
  }

  append(piece: Uint8Array): void {
    if (this.#to + piece.length > this.#buffer.length) this.#makeRoom(piece.length);
    this.#buffer.set(piece, this.#to);
    this.#to += piece.length;
  }

  /** Forgets the first `count` bytes. */
  drop(count: number): void {
    this.#from += count;
  }

  #makeRoom(more: number): void {
    const waiting = this.bytes;
    const needed = waiting.length + more;
    if (2 * needed > this.#buffer.length) this.#buffer = new Uint8Array(2 * needed);
    this.#buffer.set(waiting);
    this.#from = 0;
    this.#to = waiting.length;
  }
}
