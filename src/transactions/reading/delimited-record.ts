import type { Delimiter } from "./mapping.js";

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const QUOTE = 34;

/** The fields of one record as texts, and where the next record starts. */
export interface DelimitedRecord {
  readonly fields: readonly FieldText[];
  readonly next: number;
}

/** A field's text; `undefined` when its bytes are not valid UTF-8. */
export type FieldText = string | undefined;

/** `incomplete`: more bytes are needed. `badQuoting`: a quote is not closed, or text follows its end. */
export type RecordProblem = "incomplete" | "badQuoting";

/** Splits one record after RFC 4180, quoted fields with doubled quotes and embedded line ends included. */
export type RecordSplitter = (
  bytes: Uint8Array,
  from: number,
  to: number,
  final: boolean,
) => DelimitedRecord | RecordProblem;

/** The splitter for a delimiter. */
export function recordSplitter(delimiter: Delimiter): RecordSplitter {
  if (delimiter === "space") return splitBySpaces;
  const byte = delimiter.charCodeAt(0);
  return (bytes, from, to, final) => splitByByte(bytes, from, to, final, byte);
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): FieldText {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function splitByByte(
  bytes: Uint8Array,
  from: number,
  to: number,
  final: boolean,
  delimiter: number,
): DelimitedRecord | RecordProblem {
  const fields: FieldText[] = [];
  let at = from;
  for (;;) {
    let text: FieldText;
    if (bytes[at] === QUOTE && at < to) {
      const close = closingQuote(bytes, at + 1, to);
      if (close === to) return final ? "badQuoting" : "incomplete";
      text = decode(bytes.subarray(at + 1, close))?.replaceAll('""', '"');
      at = close + 1;
      // A quote as the last byte may be the first half of a doubled one.
      if (at === to && !final) return "incomplete";
    } else {
      const end = endOfField(bytes, at, to, delimiter);
      text = decode(bytes.subarray(at, end));
      at = end;
    }
    fields.push(text);
    if (at === to) return final ? { fields, next: to } : "incomplete";
    const byte = bytes[at];
    if (byte === delimiter) at++;
    else if (byte === LF) return { fields, next: at + 1 };
    else if (byte !== CR) return "badQuoting";
    else if (at + 1 === to) return final ? { fields, next: to } : "incomplete";
    else return bytes[at + 1] === LF ? { fields, next: at + 2 } : "badQuoting";
  }
}

/** The quote that ends the field, doubled quotes skipped; `to` when there is none. */
function closingQuote(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(QUOTE, at);
    if (at < 0 || at >= to) return to;
    if (bytes[at + 1] !== QUOTE || at + 1 >= to) return at;
    at += 2;
  }
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
): DelimitedRecord | RecordProblem {
  let end = bytes.indexOf(LF, from);
  if (end < 0 || end >= to) {
    if (!final) return "incomplete";
    end = to;
  }
  const fields: FieldText[] = [];
  let at = from;
  while (at < end) {
    while (at < end && isBlank(bytes[at]!)) at++;
    const start = at;
    while (at < end && !isBlank(bytes[at]!)) at++;
    if (at > start) fields.push(decode(bytes.subarray(start, at)));
  }
  return { fields, next: Math.min(end + 1, to) };
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === CR;
}
