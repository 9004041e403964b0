import { decodeText } from "./decode-text.js";
import type { Delimiter } from "./mapping.js";

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const QUOTE = 34;

/** Where the fields of one record stand in the bytes; used again from record to record. */
export class RecordFields {
  count = 0;
  /** Where the next record starts. */
  next = 0;
  readonly #froms: number[] = [];
  readonly #tos: number[] = [];
  readonly #areQuoted: boolean[] = [];

  add(from: number, to: number, isQuoted: boolean): void {
    this.#froms[this.count] = from;
    this.#tos[this.count] = to;
    this.#areQuoted[this.count] = isQuoted;
    this.count++;
  }

  /** The text of a field; `undefined` when its bytes are not UTF-8. */
  text(bytes: Uint8Array, index: number): string | undefined {
    const text = decodeText(bytes, this.#froms[index]!, this.#tos[index]!);
    return this.#areQuoted[index] ? text?.replaceAll('""', '"') : text;
  }

  /** True when no field holds anything but blanks. */
  areBlank(bytes: Uint8Array): boolean {
    for (let index = 0; index < this.count; index++) {
      const to = this.#tos[index]!;
      if (skipBlanks(bytes, this.#froms[index]!, to) < to) return false;
    }
    return true;
  }
}

/** `incomplete`: more bytes are needed. `badQuoting`: a quote is not closed, or text follows its end. */
export type SplitOutcome = "complete" | "incomplete" | "badQuoting";

/**
 * Finds the fields of the record that starts at `from`; bytes from `to` on are not looked at.
 *
 * @param final - true when no bytes follow those up to `to`
 * @param mostFields - a record that has more of them, and has left its first line, is badly quoted
 */
export type RecordSplitter = (
  bytes: Uint8Array,
  from: number,
  to: number,
  final: boolean,
  fields: RecordFields,
  mostFields: number,
) => SplitOutcome;

/**
 * The splitter for a delimiter, after RFC 4180: fields in quotes may hold delimiters, line ends and
 * doubled quotes. Blanks around the quotes are let pass.
 */
export function recordSplitter(delimiter: Delimiter): RecordSplitter {
  if (delimiter === "space") return splitBySpaces;
  const byte = delimiter.charCodeAt(0);
  return (bytes, from, to, final, fields, mostFields) =>
    splitByByte(bytes, from, to, final, fields, mostFields, byte);
}

function splitByByte(
  bytes: Uint8Array,
  from: number,
  to: number,
  final: boolean,
  fields: RecordFields,
  mostFields: number,
  delimiter: number,
): SplitOutcome {
  fields.count = 0;
  let firstFeed: number | undefined;
  let at = from;
  for (;;) {
    const quote = skipBlanks(bytes, at, to, delimiter);
    if (quote < to && bytes[quote] === QUOTE) {
      const close = closingQuote(bytes, quote + 1, to);
      if (close === to) return final ? "badQuoting" : "incomplete";
      fields.add(quote + 1, close, true);
      at = skipBlanks(bytes, close + 1, to, delimiter);
      // A quote as the last byte may be the first half of a doubled one.
      if (at === to && !final) return "incomplete";
      if (fields.count > mostFields) {
        firstFeed ??= bytes.indexOf(LF, from);
        if (firstFeed >= 0 && firstFeed < at) return "badQuoting";
      }
    } else {
      const end = endOfField(bytes, at, to, delimiter);
      fields.add(at, end, false);
      at = end;
    }
    if (at < to && bytes[at] === delimiter) at++;
    else return endOfRecord(bytes, at, to, final, fields);
  }
}

function endOfRecord(
  bytes: Uint8Array,
  at: number,
  to: number,
  final: boolean,
  fields: RecordFields,
): SplitOutcome {
  const feed = at < to && bytes[at] === CR ? at + 1 : at;
  if (feed === to) {
    fields.next = to;
    return final ? "complete" : "incomplete";
  }
  fields.next = feed + 1;
  return bytes[feed] === LF ? "complete" : "badQuoting";
}

/** The quote that ends the field, doubled quotes skipped; `to` when there is none. */
function closingQuote(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    if (bytes[at] !== QUOTE) at++;
    else if (at + 1 < to && bytes[at + 1] === QUOTE) at += 2;
    else return at;
  }
  return to;
}

/** A carriage return ends a field only before a line feed or the end: elsewhere it is text. */
function endOfField(bytes: Uint8Array, from: number, to: number, delimiter: number): number {
  let at = from;
  while (at < to) {
    const byte = bytes[at];
    if (byte === delimiter || byte === LF) return at;
    if (byte === CR && (at + 1 === to || bytes[at + 1] === LF)) return at;
    at++;
  }
  return to;
}

function splitBySpaces(
  bytes: Uint8Array,
  from: number,
  to: number,
  final: boolean,
  fields: RecordFields,
): SplitOutcome {
  fields.count = 0;
  let at = from;
  for (;;) {
    const start = skipBlanks(bytes, at, to);
    at = start;
    while (at < to && bytes[at] !== LF && !isBlank(bytes[at]!)) at++;
    if (at > start) fields.add(start, at, false);
    if (at < to && bytes[at] !== LF) continue;
    fields.next = Math.min(at + 1, to);
    return at < to || final ? "complete" : "incomplete";
  }
}

function skipBlanks(bytes: Uint8Array, from: number, to: number, except = LF): number {
  let at = from;
  while (at < to && isBlank(bytes[at]!) && bytes[at] !== except) at++;
  return at;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === CR;
}
