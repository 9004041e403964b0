import { ClienteleError } from "../../core/errors.js";
import { recordSplitter } from "./delimited-record.js";
import { type ColumnIndexes, findColumns } from "./find-columns.js";
import type { Delimiter, TransactionMapping } from "./mapping.js";

/** How a delimited file is laid out: plain data, so that other threads can be told. */
export interface DelimitedLayout {
  readonly delimiter: Delimiter;
  /** The header, or `1`, `2`, … where there is none. */
  readonly names: readonly string[];
  readonly columns: ColumnIndexes;
}

const LF = 10;
const CR = 13;
const CANDIDATES: readonly Delimiter[] = [",", ";", "\t", "|"];

/**
 * Reads the layout off the start of a file.
 *
 * @param head - its first bytes, without a byte order mark
 * @param final - true when these are all the bytes there are
 * @returns the layout and where the data start; `undefined` when more bytes are needed
 * @throws ClienteleError EMPTY_INPUT, UNSUPPORTED_FORMAT, MISSING_COLUMN
 */
export function readLayout(
  head: Uint8Array,
  final: boolean,
  mapping: TransactionMapping,
):
  | { readonly layout: DelimitedLayout; readonly dataFrom: number; readonly headerLines: number }
  | undefined {
  const from = skipBlankLines(head);
  if (from === head.length) {
    if (final) throw emptyInput();
    return undefined;
  }
  const lineEnd = head.indexOf(LF, from);
  if (lineEnd < 0 && !final) return undefined;
  const firstLine = head.subarray(from, lineEnd < 0 ? head.length : lineEnd);
  refuseForeignLine(firstLine);
  const delimiter =
    mapping.delimiter === "auto" ? likeliestDelimiter(firstLine) : mapping.delimiter;
  const record = recordSplitter(delimiter)(head, from, head.length, final);
  if (record === "incomplete") return undefined;
  if (record === "badQuoting") throw badHeader();
  const texts = record.fields.map((field) => {
    if (field === undefined) throw notUtf8();
    return field.trim();
  });
  const names = mapping.header ? texts : texts.map((_, index) => String(index + 1));
  return {
    layout: { delimiter, names, columns: findColumns(names, mapping) },
    dataFrom: mapping.header ? record.next : from,
    headerLines: countLines(head, mapping.header ? record.next : from),
  };
}

/** Line feeds in the first `to` bytes. */
export function countLines(bytes: Uint8Array, to: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at >= 0 && at < to; at = bytes.indexOf(LF, at + 1)) lines++;
  return lines;
}

function skipBlankLines(head: Uint8Array): number {
  let at = 0;
  while (at < head.length && (head[at] === LF || head[at] === CR)) at++;
  return at;
}

/** The candidate that stands most often outside quotes; runs of spaces when none does. */
function likeliestDelimiter(line: Uint8Array): Delimiter {
  const counts = CANDIDATES.map((candidate) => countOutsideQuotes(line, candidate.charCodeAt(0)));
  const most = Math.max(...counts);
  if (most > 0) return CANDIDATES[counts.indexOf(most)]!;
  const words = new TextDecoder().decode(line).trim().split(/\s+/).length;
  return words >= 3 ? "space" : ",";
}

function countOutsideQuotes(line: Uint8Array, wanted: number): number {
  let count = 0;
  let quoted = false;
  for (const byte of line) {
    if (byte === 34) quoted = !quoted;
    else if (byte === wanted && !quoted) count++;
  }
  return count;
}

function refuseForeignLine(line: Uint8Array): void {
  if (line[0] === 0x50 && line[1] === 0x4b && line[2]! < 9) {
    throw unsupported(
      "this is a zip archive or an Excel workbook; save the sheet as CSV (UTF-8), or unpack it",
    );
  }
  if (line.includes(0))
    throw unsupported("this is a binary file; export the orders as CSV or NDJSON");
  if (line.subarray(0, -1).includes(CR)) {
    throw unsupported(
      "lines end in a lone carriage return; save the file with Unix or Windows line ends",
    );
  }
}

function notUtf8(): ClienteleError {
  return unsupported(
    "the header is not valid UTF-8; give the file's encoding with --encoding (for Chinese Excel files usually gb18030)",
  );
}

function badHeader(): ClienteleError {
  return unsupported(
    "the header has an unclosed quote, or text behind a closing quote; mend the first line",
  );
}

function unsupported(message: string): ClienteleError {
  return new ClienteleError("UNSUPPORTED_FORMAT", message, {
    expected: "CSV or NDJSON text, gzip or not",
  });
}

/** The error for a source without any row. */
export function emptyInput(): ClienteleError {
  return new ClienteleError(
    "EMPTY_INPUT",
    "the source is empty; it needs a header and at least one order",
    {
      expected: "a header line and orders",
    },
  );
}
