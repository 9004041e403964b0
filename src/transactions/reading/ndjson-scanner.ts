import { ClienteleError } from "../../core/errors.js";
import { type ColumnIndexes, findColumns } from "./find-columns.js";
import type { OrderIntake } from "./order-intake.js";

const LF = 10;

/** Turns lines of JSON objects into orders. */
export class NdjsonScanner {
  line: number;
  rows = 0;
  blankLines = 0;

  readonly #intake: OrderIntake;
  readonly #names: readonly string[];
  readonly #columns: ColumnIndexes;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });

  constructor(names: readonly string[], intake: OrderIntake, firstLine: number) {
    this.#names = names;
    this.#columns = findColumns(names, intake.mapping);
    this.#intake = intake;
    this.line = firstLine;
  }

  /** Scans whole lines; the contract is that of `DelimitedScanner.scan`. */
  scan(bytes: Uint8Array, from: number, final: boolean, stopAt: number = bytes.length): number {
    const limit = this.#intake.mapping.maxRowBytes;
    let at = from;
    while (at < stopAt) {
      let end = bytes.indexOf(LF, at);
      if (end < 0) end = final ? bytes.length : -1;
      if ((end < 0 ? bytes.length : end) - at > limit) throw lineTooLong(this.line, limit);
      if (end < 0) return at;
      this.#takeLine(bytes.subarray(at, end));
      this.line++;
      at = end + 1;
    }
    if (final) this.#intake.flush();
    return Math.min(at, bytes.length);
  }

  #takeLine(bytes: Uint8Array): void {
    const text = this.#decode(bytes);
    if (text?.trim() === "") {
      this.blankLines++;
      return;
    }
    this.rows++;
    const object = text === undefined ? undefined : parseObject(text);
    if (object === undefined) {
      const reason = text === undefined ? "badEncoding" : "notAnObject";
      this.#intake.quarantine.reject(this.line, "", text ?? "", reason, true);
      return;
    }
    takeObject(object, this.#names, this.#columns, this.#intake, this.line);
  }

  #decode(bytes: Uint8Array): string | undefined {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return undefined;
    }
  }
}

/** Takes one row object, from NDJSON or from a caller. */
export function takeObject(
  object: Readonly<Record<string, unknown>>,
  names: readonly string[],
  columns: ColumnIndexes,
  intake: OrderIntake,
  line: number,
): void {
  const cell = (index: number | undefined): string | undefined => {
    if (index === undefined) return undefined;
    const name = names[index]!;
    return Object.hasOwn(object, name) ? cellText(object[name]) : "";
  };
  intake.acceptTexts(
    {
      customer: cell(columns.customer),
      date: cell(columns.date),
      amount: cell(columns.amount),
      currency: cell(columns.currency),
      order: cell(columns.order),
      refundOf: cell(columns.refundOf),
    },
    line,
  );
}

/** The object a line holds; `undefined` for anything else. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Cells that are no text, number or date count as empty: they cannot name a customer or an amount. */
function cellText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  return "";
}

function lineTooLong(line: number, limit: number): ClienteleError {
  return new ClienteleError(
    "LIMIT_EXCEEDED",
    `line ${line} is longer than ${limit.toLocaleString("en")} bytes; write one JSON object per line (NDJSON), or raise mapping.maxRowBytes`,
    { where: `line ${line}`, expected: `at most ${limit} bytes`, remedy: "mapping.maxRowBytes" },
  );
}
