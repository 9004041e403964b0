import { ClienteleError } from "../../core/errors.js";
import { minorDigits } from "../../money/index.js";
import type { DelimitedLayout } from "./delimited-layout.js";
import { type FieldText, type RecordSplitter, recordSplitter } from "./delimited-record.js";
import type { ColumnRole } from "./find-columns.js";
import { type OrderIntake, orderBlock } from "./order-intake.js";
import { type PlainRole, PlainRowReader } from "./plain-row.js";

const LF = 10;
/** Enough rows to overlap their cache misses, few enough to stay in the cache themselves. */
const BLOCK_ROWS = 512;

/** The column names by role that the quarantine shows. */
export function namesByRole(layout: DelimitedLayout): Record<string, string> {
  const entries = Object.entries(layout.columns) as [ColumnRole, number][];
  return Object.fromEntries(entries.map(([role, index]) => [role, layout.names[index]!]));
}

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
  readonly #block = orderBlock(BLOCK_ROWS);
  #plain: PlainRowReader | undefined;

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
    const intake = this.#intake;
    const lastFeed = bytes.lastIndexOf(LF);
    let at = from;
    while (at < stopAt) {
      const plain = this.#plain ?? this.#makePlainReader();
      if (plain !== undefined && at <= lastFeed) {
        const next = this.#scanPlain(plain, bytes, at, Math.min(stopAt, lastFeed + 1));
        if (next >= stopAt) return next;
        at = next;
      }
      const next = this.#scanCarefully(bytes, at, final);
      if (next === undefined) return at;
      at = next;
    }
    if (final) intake.flush();
    return at;
  }

  /** Takes rows as long as they are plain, block by block. */
  #scanPlain(plain: PlainRowReader, bytes: Uint8Array, from: number, to: number): number {
    const block = this.#block;
    let at = from;
    let isPlain = true;
    while (isPlain && at < to) {
      let count = 0;
      while (count < BLOCK_ROWS && at < to) {
        const next = plain.read(bytes, at);
        isPlain = next >= 0;
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

  #scanCarefully(bytes: Uint8Array, from: number, final: boolean): number | undefined {
    const limit = this.#intake.mapping.maxRowBytes;
    const to = Math.min(bytes.length, from + limit + 1);
    const atEnd = final && to === bytes.length;
    const record = this.#split(bytes, from, to, atEnd);
    if (record === "incomplete") {
      if (to - from <= limit) return undefined;
      return this.#skipUnclosedQuote(bytes, from, to);
    }
    if (record === "badQuoting") {
      this.#intake.quarantine.reject(
        this.line,
        "",
        this.#firstLineText(bytes, from, to),
        "badQuoting",
      );
      return this.#skipLine(bytes, from, to);
    }
    this.#takeRecord(record.fields);
    // Only quoted fields hold line feeds, so counting them is rarely needed.
    for (
      let feed = bytes.indexOf(LF, from);
      feed >= 0 && feed < record.next;
      feed = bytes.indexOf(LF, feed + 1)
    ) {
      this.line++;
    }
    return record.next;
  }

  #takeRecord(fields: readonly FieldText[]): void {
    if (fields.every((field) => field !== undefined && field.trim() === "")) {
      this.blankLines++;
      return;
    }
    this.rows++;
    const { names, columns } = this.#layout;
    if (fields.length !== names.length) {
      const reason = fields.length < names.length ? "tooFewFields" : "tooManyFields";
      const found = `${fields.length} (${names.length} expected)`;
      this.#intake.quarantine.reject(this.line, "", found, reason);
      return;
    }
    this.#intake.acceptTexts(
      {
        customer: fields[columns.customer],
        date: fields[columns.date],
        amount: fields[columns.amount],
        currency: columns.currency === undefined ? undefined : fields[columns.currency],
        order: columns.order === undefined ? undefined : fields[columns.order],
        refundOf: columns.refundOf === undefined ? undefined : fields[columns.refundOf],
      },
      this.line,
    );
  }

  /** A row without a line end within the limit: if a quote opened it, only its first line is given up. */
  #skipUnclosedQuote(bytes: Uint8Array, from: number, to: number): number {
    const feed = bytes.indexOf(LF, from);
    if (feed < 0 || feed >= to) {
      const limit = this.#intake.mapping.maxRowBytes;
      throw new ClienteleError(
        "LIMIT_EXCEEDED",
        `line ${this.line} is longer than ${limit.toLocaleString("en")} bytes, so this is hardly a list of orders; check the file, or raise mapping.maxRowBytes`,
        {
          where: `line ${this.line}`,
          expected: `at most ${limit} bytes`,
          remedy: "mapping.maxRowBytes",
        },
      );
    }
    this.#intake.quarantine.reject(
      this.line,
      "",
      this.#firstLineText(bytes, from, to),
      "badQuoting",
    );
    return this.#skipLine(bytes, from, to);
  }

  #skipLine(bytes: Uint8Array, from: number, to: number): number {
    this.rows++;
    this.line++;
    const feed = bytes.indexOf(LF, from);
    return feed < 0 || feed >= to ? to : feed + 1;
  }

  #firstLineText(bytes: Uint8Array, from: number, to: number): string {
    const feed = bytes.indexOf(LF, from);
    const end = feed < 0 || feed > to ? to : feed;
    return new TextDecoder().decode(bytes.subarray(from, Math.min(end, from + 80)));
  }

  /** None while the currency is not known, or where a column needs the careful path for every row. */
  #makePlainReader(): PlainRowReader | undefined {
    const { mapping, settledCurrency } = this.#intake;
    const { delimiter, names, columns } = this.#layout;
    const linked = columns.order !== undefined || columns.refundOf !== undefined;
    if (settledCurrency === undefined || linked || delimiter === "space") return undefined;
    if (mapping.dateFormat !== "auto" || mapping.decimal !== ".") return undefined;
    // Amounts without a currency column are in the default currency, which may need conversion.
    if (columns.currency === undefined && mapping.defaultCurrency !== settledCurrency)
      return undefined;
    const roles = new Array<PlainRole>(names.length).fill("skip");
    const wanted = [columns.customer, columns.date, columns.amount, columns.currency];
    const distinct = new Set(wanted.filter((index) => index !== undefined));
    if (distinct.size !== wanted.filter((index) => index !== undefined).length) return undefined;
    roles[columns.customer] = "customer";
    roles[columns.date] = "date";
    roles[columns.amount] = "amount";
    if (columns.currency !== undefined) roles[columns.currency] = "currency";
    this.#plain = new PlainRowReader(
      roles,
      delimiter.charCodeAt(0),
      minorDigits(settledCurrency),
      settledCurrency,
      mapping.zone,
    );
    return this.#plain;
  }
}
