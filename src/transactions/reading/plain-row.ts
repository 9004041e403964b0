import { epochDayFromCivil } from "../../core/epoch-day.js";
import { type ZoneRules, zoneRules } from "../../core/zone.js";
import { isReadableDay } from "./parse-date.js";

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;

/** What a plain-row reader does with each column. */
export type PlainRole = "skip" | "customer" | "date" | "amount" | "currency";

const SKIP = 0;
const CUSTOMER = 1;
const DATE = 2;
const AMOUNT = 3;
const CURRENCY = 4;
const CODES: Readonly<Record<PlainRole, number>> = {
  skip: SKIP,
  customer: CUSTOMER,
  date: DATE,
  amount: AMOUNT,
  currency: CURRENCY,
};

const NOT_PLAIN = -1;
const FIRST_YEAR = 1900;
const YEARS = 300;
const NO_SUCH_DAY = Infinity;
/** Fifteen digits are below 2^53. */
const MOST_DIGITS = 15;

/**
 * Reads the rows that almost all files consist of: no quotes, no padding, ISO or compact dates,
 * plain decimals with no more places than the currency has. It understands nothing else and says
 * so, and the caller then takes the careful path for that row; so it can be fast and has no
 * semantics of its own. The fields of the last row read are left in the public members.
 */
export class PlainRowReader {
  customerFrom = 0;
  customerTo = 0;
  atMs = 0;
  amountMinor = 0;

  readonly #roles: Uint8Array;
  readonly #delimiter: number;
  readonly #minorDigits: number;
  readonly #currency: Uint8Array;
  readonly #rules: ZoneRules;
  /** Start of each day by (year, month, day); NaN until first asked, Infinity where there is no such day. */
  readonly #dayStarts: Float64Array = new Float64Array(YEARS * 16 * 32).fill(Number.NaN);

  /**
   * @param roles - one per column
   * @param delimiter - its byte
   * @param minorDigits - decimals of the currency
   * @param currency - the code that the currency column must hold
   * @param zone - zone of dates without an offset
   */
  constructor(
    roles: readonly PlainRole[],
    delimiter: number,
    minorDigits: number,
    currency: string,
    zone: string,
  ) {
    this.#roles = Uint8Array.from(roles, (role) => CODES[role]);
    this.#delimiter = delimiter;
    this.#minorDigits = minorDigits;
    this.#currency = new TextEncoder().encode(currency);
    this.#rules = zoneRules(zone);
  }

  /**
   * Reads the row at `from`; a line feed must follow somewhere in `bytes`.
   *
   * @returns the start of the next row, or -1 when this row is not plain
   */
  read(bytes: Uint8Array, from: number): number {
    const roles = this.#roles;
    const delimiter = this.#delimiter;
    const last = roles.length - 1;
    let at = from;
    for (let column = 0; column <= last; column++) {
      switch (roles[column]) {
        case CUSTOMER:
          at = this.#readCustomer(bytes, at);
          break;
        case DATE:
          at = this.#readDate(bytes, at);
          break;
        case AMOUNT:
          at = this.#readAmount(bytes, at);
          break;
        case CURRENCY:
          at = this.#readCurrency(bytes, at);
          break;
        default:
          at = this.#skip(bytes, at);
      }
      if (at < 0) return NOT_PLAIN;
      if (column < last) {
        if (bytes[at] !== delimiter) return NOT_PLAIN;
        at++;
      }
    }
    if (bytes[at] === LF) return at + 1;
    return bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : NOT_PLAIN;
  }

  #readCustomer(bytes: Uint8Array, from: number): number {
    const delimiter = this.#delimiter;
    let at = from;
    for (;;) {
      const byte = bytes[at]!;
      if (byte === delimiter || byte === LF || byte === CR) break;
      if (byte === QUOTE) return NOT_PLAIN;
      at++;
    }
    if (at === from || startsPadded(bytes, from) || endsPadded(bytes, at)) return NOT_PLAIN;
    this.customerFrom = from;
    this.customerTo = at;
    return at;
  }

  /** yyyy-MM-dd or yyyyMMdd, then perhaps a time. */
  #readDate(bytes: Uint8Array, from: number): number {
    const year = fourDigits(bytes, from);
    const step = bytes[from + 4] === MINUS ? 1 : 0;
    const month = twoDigits(bytes, from + 4 + step);
    if (step === 1 && bytes[from + 7] !== MINUS) return NOT_PLAIN;
    const day = twoDigits(bytes, from + 6 + 2 * step);
    if (year < FIRST_YEAR || year >= FIRST_YEAR + YEARS || month < 0 || day < 0) return NOT_PLAIN;
    if (month > 15 || day > 31) return NOT_PLAIN;
    const key = (((year - FIRST_YEAR) << 4) | month) * 32 + day;
    let startMs = this.#dayStarts[key]!;
    if (!(startMs < NO_SUCH_DAY)) {
      startMs = this.#learnDay(key, year, month, day);
      if (startMs === NO_SUCH_DAY) return NOT_PLAIN;
    }
    this.atMs = startMs;
    const at = from + 8 + 2 * step;
    const next = bytes[at];
    if (next !== SPACE && next !== LETTER_T) return at;
    return this.#readTime(bytes, at + 1, epochDayFromCivil(year, month, day) * 86_400_000);
  }

  #learnDay(key: number, year: number, month: number, day: number): number {
    const startMs = isReadableDay(year, month, day)
      ? this.#rules.startOfDay(epochDayFromCivil(year, month, day))
      : NO_SUCH_DAY;
    this.#dayStarts[key] = startMs;
    return startMs;
  }

  /** HH:mm:ss, then perhaps milliseconds or Z. */
  #readTime(bytes: Uint8Array, from: number, localDayMs: number): number {
    const hour = twoDigits(bytes, from);
    const minute = twoDigits(bytes, from + 3);
    const second = twoDigits(bytes, from + 6);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
      return NOT_PLAIN;
    if (bytes[from + 2] !== COLON || bytes[from + 5] !== COLON) return NOT_PLAIN;
    let localMs = localDayMs + ((hour * 60 + minute) * 60 + second) * 1000;
    let at = from + 8;
    if (bytes[at] === POINT) {
      const tenths = bytes[at + 1]! - ZERO;
      const rest = twoDigits(bytes, at + 2);
      if (tenths < 0 || tenths > 9 || rest < 0) return NOT_PLAIN;
      localMs += tenths * 100 + rest;
      at += 4;
    }
    if (bytes[at] === LETTER_Z) {
      this.atMs = localMs;
      return at + 1;
    }
    this.atMs = this.#rules.toInstant(localMs);
    return at;
  }

  #readAmount(bytes: Uint8Array, from: number): number {
    const negative = bytes[from] === MINUS;
    let at = negative || bytes[from] === PLUS ? from + 1 : from;
    let minor = 0;
    let digits = 0;
    let digit = bytes[at]! - ZERO;
    while (digit >= 0 && digit <= 9) {
      minor = minor * 10 + digit;
      digits++;
      digit = bytes[++at]! - ZERO;
    }
    if (digits === 0) return NOT_PLAIN;
    let missing = this.#minorDigits;
    if (bytes[at] === POINT) {
      digit = bytes[++at]! - ZERO;
      while (digit >= 0 && digit <= 9) {
        if (--missing < 0) return NOT_PLAIN;
        minor = minor * 10 + digit;
        digits++;
        digit = bytes[++at]! - ZERO;
      }
    }
    for (; missing > 0; missing--) {
      minor *= 10;
      digits++;
    }
    if (digits > MOST_DIGITS) return NOT_PLAIN;
    // Subtracting from zero gives 0, never -0.
    this.amountMinor = negative ? 0 - minor : minor;
    return at;
  }

  #readCurrency(bytes: Uint8Array, from: number): number {
    const code = this.#currency;
    for (let index = 0; index < code.length; index++) {
      if (bytes[from + index] !== code[index]) return NOT_PLAIN;
    }
    return from + code.length;
  }

  #skip(bytes: Uint8Array, from: number): number {
    const delimiter = this.#delimiter;
    if (bytes[from] === QUOTE) return NOT_PLAIN;
    let at = from;
    for (;;) {
      const byte = bytes[at]!;
      if (byte === delimiter || byte === LF || byte === CR) return at;
      at++;
    }
  }
}

/** True for ASCII white space and for characters whose first byte some wider space shares. */
function startsPadded(bytes: Uint8Array, from: number): boolean {
  const byte = bytes[from]!;
  return byte <= SPACE || (byte >= 0x80 && leadsWideSpace(byte));
}

function endsPadded(bytes: Uint8Array, to: number): boolean {
  const byte = bytes[to - 1]!;
  if (byte < 0x80) return byte <= SPACE;
  return leadsWideSpace(bytes[to - 3] ?? 0) || leadsWideSpace(bytes[to - 2] ?? 0);
}

/** The first UTF-8 bytes of U+0085, U+00A0, U+1680, U+2000 and on, U+3000 and U+FEFF. */
function leadsWideSpace(byte: number): boolean {
  return byte === 0xc2 || byte === 0xe1 || byte === 0xe2 || byte === 0xe3 || byte === 0xef;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens >>> 0 > 9 || ones >>> 0 > 9 ? -1 : tens * 10 + ones;
}

function fourDigits(bytes: Uint8Array, at: number): number {
  const high = twoDigits(bytes, at);
  const low = twoDigits(bytes, at + 2);
  return high < 0 || low < 0 ? -1 : high * 100 + low;
}
