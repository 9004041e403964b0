import { decodeText } from "./decode-text.js";
import type { ObjectReader } from "./object-reader.js";
import { parseObject } from "./parse-object.js";
import { rowTooLong } from "./row-too-long.js";

const LF = 10;

/** Turns lines of JSON objects into orders. */
export class NdjsonScanner {
  /** Line number at the scan position, from 1. */
  line: number;
  /** Lines seen, blank ones not counted. */
  rows = 0;
  blankLines = 0;

  readonly #reader: ObjectReader;

  constructor(reader: ObjectReader, firstLine: number) {
    this.#reader = reader;
    this.line = firstLine;
  }

  /** Scans whole lines; the contract is that of `DelimitedScanner.scan`. */
  scan(bytes: Uint8Array, from: number, final: boolean, stopAt: number = bytes.length): number {
    const { maxRowBytes } = this.#reader.intake.mapping;
    let at = from;
    while (at < stopAt) {
      const feed = bytes.indexOf(LF, at);
      const next = feed < 0 ? bytes.length : feed + 1;
      if (next - at > maxRowBytes) throw rowTooLong(this.line, maxRowBytes);
      if (feed < 0 && !final) return at;
      this.#takeLine(decodeText(bytes, at, next));
      this.line++;
      at = next;
    }
    if (final) this.#reader.intake.flush();
    return at;
  }

  #takeLine(text: string | undefined): void {
    if (text?.trim() === "") {
      this.blankLines++;
      return;
    }
    this.rows++;
    const object = text === undefined ? undefined : parseObject(text);
    if (object !== undefined) {
      this.#reader.take(object, this.line);
      return;
    }
    const reason = text === undefined ? "badEncoding" : "notAnObject";
    this.#reader.intake.quarantine.rejectRow(this.line, (text ?? "").trim(), reason);
  }
}
