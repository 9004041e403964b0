import { twoDigits } from "./two-digits.js";
import type { ZoneClock } from "./zone-clock.js";

const SPACE = 32;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;
const NONE = -1;

/** Reads a date where it stands in bytes, without making a text of it. */
export interface DateReader {
  /** Epoch milliseconds of the last date read. */
  readonly atMs: number;
  /** The end of the date that starts at `from`; -1 when there is none that this reader knows. */
  read(bytes: Uint8Array, from: number): number;
}

/** Reads `yyyy-MM-dd` or `yyyyMMdd`, then perhaps `HH:mm:ss`, milliseconds and `Z`. */
export class IsoDateReader implements DateReader {
  atMs = 0;
  readonly #clock: ZoneClock;

  constructor(clock: ZoneClock) {
    this.#clock = clock;
  }

  read(bytes: Uint8Array, from: number): number {
    const year = 100 * twoDigits(bytes, from) + twoDigits(bytes, from + 2);
    const step = bytes[from + 4] === MINUS ? 1 : 0;
    const month = twoDigits(bytes, from + 4 + step);
    if (step === 1 && bytes[from + 7] !== MINUS) return NONE;
    const day = twoDigits(bytes, from + 6 + 2 * step);
    this.atMs = this.#clock.startOfDay(year, month, day);
    if (this.atMs === -Infinity) return NONE;
    const end = from + 8 + 2 * step;
    const next = bytes[end];
    if (next !== SPACE && next !== LETTER_T) return end;
    return this.#readTime(bytes, end + 1, year, month, day);
  }

  #readTime(bytes: Uint8Array, from: number, year: number, month: number, day: number): number {
    const hour = twoDigits(bytes, from);
    const minute = twoDigits(bytes, from + 3);
    const second = twoDigits(bytes, from + 6);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
      return NONE;
    if (bytes[from + 2] !== COLON || bytes[from + 5] !== COLON) return NONE;
    let msOfDay = ((hour * 60 + minute) * 60 + second) * 1000;
    let at = from + 8;
    if (bytes[at] === POINT) {
      const tenths = bytes[at + 1]! - ZERO;
      const rest = twoDigits(bytes, at + 2);
      if (!(tenths >= 0 && tenths <= 9 && rest >= 0)) return NONE;
      msOfDay += tenths * 100 + rest;
      at += 4;
    }
    const isUtc = bytes[at] === LETTER_Z;
    this.atMs = this.#clock.timeOf(year, month, day, msOfDay, isUtc ? 0 : undefined);
    if (this.atMs === -Infinity) return NONE;
    return isUtc ? at + 1 : at;
  }
}
