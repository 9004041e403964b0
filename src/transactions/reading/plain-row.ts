import type { DateReader } from "./iso-date.js";

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const PLUS = 43;
const MINUS = 45;
const ZERO = 48;
const NOT_PLAIN = -1;
/** Fifteen digits are below 2^53. */
const MOST_DIGITS = 15;

/** What a plain-row reader does with each column. */
export type PlainRole = "skip" | "customer" | "date" | "amount" | "currency";

const CODES: Readonly<Record<PlainRole, number>> = {
  skip: 0,
  customer: 1,
  date: 2,
  amount: 3,
  currency: 4,
};
const { customer: CUSTOMER, date: DATE, amount: AMOUNT, currency: CURRENCY } = CODES;

/** How plain rows are written. */
export interface PlainRowForm {
  /** One per column. */
  readonly roles: readonly PlainRole[];
  /** A character of ASCII. */
  readonly delimiter: string;
  readonly decimal: string;
  readonly dates: DateReader;
  /** Decimals of the currency. */
  readonly minorDigits: number;
  /** The code that the currency column must hold. */
  readonly currency: string;
}

/**
 * Reads the rows that almost all files consist of: fields with or without quotes around them, no
 * padding, dates that its reader knows, plain decimals with no more places than the currency has.
 * It understands nothing else and says so, and the caller then takes the careful path for that
 * row; so it can be fast and has no semantics of its own. The fields of the last row read are left
 * in the public members.
 */
export class PlainRowReader {
  customerFrom = 0;
  customerTo = 0;
  atMs = 0;
  amountMinor = 0;

  readonly #roles: Uint8Array;
  readonly #delimiter: number;
  readonly #decimal: number;
  readonly #dates: DateReader;
  readonly #minorDigits: number;
  readonly #currency: Uint8Array;

  constructor(form: PlainRowForm) {
    this.#roles = Uint8Array.from(form.roles, (role) => CODES[role]);
    this.#delimiter = form.delimiter.charCodeAt(0);
    this.#decimal = form.decimal.charCodeAt(0);
    this.#dates = form.dates;
    this.#minorDigits = form.minorDigits;
    this.#currency = new TextEncoder().encode(form.currency);
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
      const isQuoted = bytes[at] === QUOTE;
      if (isQuoted) at++;
      switch (roles[column]) {
        case CUSTOMER:
          at = this.#readCustomer(bytes, at, isQuoted ? QUOTE : delimiter);
          break;
        case DATE:
          at = this.#dates.read(bytes, at);
          break;
        case AMOUNT:
          at = this.#readAmount(bytes, at);
          break;
        case CURRENCY:
          at = this.#readCurrency(bytes, at);
          break;
        default:
          at = skip(bytes, at, isQuoted ? QUOTE : delimiter);
      }
      if (at < 0) return NOT_PLAIN;
      if (isQuoted && bytes[at++] !== QUOTE) return NOT_PLAIN;
      if (column < last && bytes[at++] !== delimiter) return NOT_PLAIN;
    }
    this.atMs = this.#dates.atMs;
    if (bytes[at] === LF) return at + 1;
    return bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : NOT_PLAIN;
  }

  /** @param end - the byte that ends the field: the delimiter, or a quote */
  #readCustomer(bytes: Uint8Array, from: number, end: number): number {
    let at = from;
    for (;;) {
      const byte = bytes[at]!;
      if (byte === end || byte === LF || byte === CR) break;
      at++;
    }
    if (at === from || startsPadded(bytes, from) || endsPadded(bytes, at)) return NOT_PLAIN;
    this.customerFrom = from;
    this.customerTo = at;
    return at;
  }

  #readAmount(bytes: Uint8Array, from: number): number {
    const isNegative = bytes[from] === MINUS;
    let at = isNegative || bytes[from] === PLUS ? from + 1 : from;
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
    if (bytes[at] === this.#decimal) {
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
    this.amountMinor = isNegative ? 0 - minor : minor;
    return at;
  }

  #readCurrency(bytes: Uint8Array, from: number): number {
    const code = this.#currency;
    for (let index = 0; index < code.length; index++) {
      if (bytes[from + index] !== code[index]) return NOT_PLAIN;
    }
    return from + code.length;
  }
}

/** The end of a field that nobody reads. */
function skip(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  // Behind blanks a quote may follow, which only the careful path understands.
  if (end !== QUOTE && (bytes[at] === SPACE || (bytes[at] === TAB && end !== TAB)))
    return NOT_PLAIN;
  for (;;) {
    const byte = bytes[at]!;
    if (byte === end || byte === LF || byte === CR) return at;
    at++;
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
