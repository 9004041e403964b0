import { createPlainReader } from "./create-plain-reader.js";
import type { DelimitedLayout } from "./delimited-layout.js";
import { RecordFields, type RecordSplitter, recordSplitter } from "./delimited-record.js";
import type { ColumnRole } from "./find-columns.js";
import { orderBlock } from "./order-block.js";
import type { Cell, OrderIntake } from "./order-intake.js";
import type { PlainRowReader } from "./plain-row.js";
import { rowTooLong } from "./row-too-long.js";

const LF = 10;
/** Enough rows to overlap their cache misses, few enough to stay in the cache themselves. */
const BLOCK_ROWS = 512;
/** What the quarantine shows of a line that is no record. */
const SHOWN_BYTES = 80;

/**
 * Turns the bytes of a delimited file into orders: plain rows by {@link PlainRowReader}, all
 * others by the careful splitter. Both give the same orders; the second also knows what is wrong.
 */
export class DelimitedScanner {
  /** Line number at the scan position, from 1. */
  line: number;
  /** Records seen, blank lines not counted. */
  rows = 0;
  blankLines = 0;

  readonly #layout: DelimitedLayout;
  readonly #intake: OrderIntake;
  readonly #split: RecordSplitter;
  readonly #fields = new RecordFields();
  readonly #block = orderBlock(BLOCK_ROWS);
  #plain: PlainRowReader | undefined;
  #isPlainDecided = false;

  constructor(layout: DelimitedLayout, intake: OrderIntake, firstLine: number) {
    this.#layout = layout;
    this.#intake = intake;
    this.#split = recordSplitter(layout.delimiter);
    this.line = firstLine;
  }

  /**
   * Scans the records that start in `bytes[from, stopAt)`.
   *
   * @param final - true when no bytes follow `bytes`
   * @returns where the first record starts that is not done: `stopAt` or beyond, or before it
   *   when that record needs more bytes
   * @throws ClienteleError LIMIT_EXCEEDED for a row over `maxRowBytes`
   */
  scan(bytes: Uint8Array, from: number, final: boolean, stopAt: number = bytes.length): number {
    const behindLastFeed = bytes.lastIndexOf(LF) + 1;
    let at = from;
    while (at < stopAt) {
      const plain = this.#plainReader();
      if (plain !== undefined && at < behindLastFeed) {
        at = this.#scanPlain(plain, bytes, at, Math.min(stopAt, behindLastFeed));
        if (at >= stopAt) break;
      }
      const next = this.#scanCarefully(bytes, at, final);
      if (next === undefined) return at;
      at = next;
    }
    if (final) this.#intake.flush();
    return at;
  }

  /** Takes rows as long as they are plain, block by block. */
  #scanPlain(plain: PlainRowReader, bytes: Uint8Array, from: number, to: number): number {
    const block = this.#block;
    const limit = this.#intake.mapping.maxRowBytes;
    let at = from;
    let isPlain = true;
    while (isPlain && at < to) {
      let count = 0;
      while (count < BLOCK_ROWS && at < to) {
        const next = plain.read(bytes, at);
        isPlain = next >= 0 && next - at <= limit;
        if (!isPlain) break;
        block.customerFrom[count] = plain.customerFrom;
        block.customerTo[count] = plain.customerTo;
        block.atMs[count] = plain.atMs;
        block.amountMinor[count] = plain.amountMinor;
        count++;
        at = next;
      }
      this.#intake.acceptBlock(bytes, block, count, this.line);
      this.rows += count;
      this.line += count;
    }
    return at;
  }

  /** Takes or quarantines one record; `undefined` when it needs more bytes. */
  #scanCarefully(bytes: Uint8Array, from: number, final: boolean): number | undefined {
    const limit = this.#intake.mapping.maxRowBytes;
    const to = Math.min(bytes.length, from + limit);
    const isLast = final && to === bytes.length;
    const fields = this.#fields;
    const outcome = this.#split(bytes, from, to, isLast, fields, this.#layout.names.length);
    if (outcome === "incomplete" && bytes.length <= from + limit) return undefined;
    if (outcome !== "complete") return this.#giveUpLine(bytes, from, to, isLast);
    const lineEnd = endOfLine(bytes, from, to);
    if (fields.areBlank(bytes)) this.blankLines++;
    else if (fields.count === this.#layout.names.length) this.#takeRow(bytes);
    // A record of several lines that does not fit was most likely started by a stray quote.
    else if (lineEnd < fields.next) return this.#giveUpLine(bytes, from, to, isLast);
    else this.#rejectFields();
    this.line += 1 + countFeeds(bytes, lineEnd, fields.next);
    return fields.next;
  }

  #takeRow(bytes: Uint8Array): void {
    const { columns } = this.#layout;
    const cell = (role: ColumnRole): Cell =>
      columns[role] === undefined ? undefined : this.#fields.text(bytes, columns[role]);
    this.rows++;
    this.#intake.acceptCells(
      {
        customer: cell("customer"),
        date: cell("date"),
        amount: cell("amount"),
        currency: cell("currency"),
        order: cell("order"),
        refundOf: cell("refundOf"),
      },
      this.line,
    );
  }

  #rejectFields(): void {
    this.rows++;
    this.#intake.quarantine.rejectFields(this.line, this.#fields.count, this.#layout.names.length);
  }

  /** Quarantines one line whose quotes make no sense, and goes on behind it; `undefined` when its end is not there yet. */
  #giveUpLine(bytes: Uint8Array, from: number, to: number, isLast: boolean): number | undefined {
    const end = endOfLine(bytes, from, to);
    const hasEnd = bytes[end - 1] === LF || isLast;
    if (!hasEnd) {
      const { maxRowBytes } = this.#intake.mapping;
      if (bytes.length > from + maxRowBytes) throw rowTooLong(this.line, maxRowBytes);
      return undefined;
    }
    const shown = bytes.subarray(from, Math.min(end, from + SHOWN_BYTES));
    const text = new TextDecoder().decode(shown).trimEnd();
    this.#intake.quarantine.rejectRow(this.line, text, "badQuoting");
    this.rows++;
    this.line++;
    return end;
  }

  /** None while the currency is not known, or where every row needs the careful path. */
  #plainReader(): PlainRowReader | undefined {
    const { mapping, settledCurrency } = this.#intake;
    if (!this.#isPlainDecided && settledCurrency !== undefined) {
      this.#plain = createPlainReader(this.#layout, mapping, settledCurrency);
      this.#isPlainDecided = true;
    }
    return this.#plain;
  }
}

/** Behind the first line feed in `bytes[from, to)`; `to` when there is none. */
function endOfLine(bytes: Uint8Array, from: number, to: number): number {
  const feed = bytes.indexOf(LF, from);
  return feed < 0 || feed >= to ? to : feed + 1;
}

function countFeeds(bytes: Uint8Array, from: number, to: number): number {
  let feeds = 0;
  for (let at = from; at < to; at++) if (bytes[at] === LF) feeds++;
  return feeds;
}
