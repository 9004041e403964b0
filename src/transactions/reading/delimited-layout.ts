import type { ClienteleError } from "../../core/errors.js";
import { RecordFields, recordSplitter } from "./delimited-record.js";
import { announcedDelimiter, detectDelimiter } from "./detect-delimiter.js";
import { type ColumnIndexes, findColumns } from "./find-columns.js";
import { refuseForeignFormat, unsupported } from "./foreign-format.js";
import type { Delimiter, TransactionMapping } from "./mapping.js";

/** How a delimited file is laid out. */
export interface DelimitedLayout {
  readonly delimiter: Delimiter;
  /** The header, or `1`, `2`, … where there is none. */
  readonly names: readonly string[];
  readonly columns: ColumnIndexes;
}

/** A layout, and where the data behind it start. */
export interface FoundLayout {
  readonly layout: DelimitedLayout;
  readonly dataFrom: number;
  /** Lines before the data: blank ones, `sep=;`, the header. */
  readonly linesBefore: number;
}

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

/**
 * Reads the layout off the start of a file.
 *
 * @param head - its first bytes, without a byte order mark
 * @param final - true when these are all the bytes there are
 * @returns the layout and where the data start; `undefined` when more bytes are needed, or when
 *   there are none but blanks
 * @throws ClienteleError UNSUPPORTED_FORMAT, MISSING_COLUMN
 */
export function readLayout(
  head: Uint8Array,
  final: boolean,
  mapping: TransactionMapping,
): FoundLayout | undefined {
  const start = skipBlankLines(head, 0);
  const lineEnd = endOfLine(head, start, final);
  if (lineEnd === undefined) return undefined;
  const announced = announcedDelimiter(head.subarray(start, lineEnd));
  const from = announced === undefined ? start : skipBlankLines(head, lineEnd);
  const headerEnd = endOfLine(head, from, final);
  if (headerEnd === undefined) return undefined;
  const line = head.subarray(from, headerEnd);
  refuseForeignFormat(line);
  const delimiter =
    mapping.delimiter === "auto" ? (announced ?? detectDelimiter(line)) : mapping.delimiter;
  const fields = new RecordFields();
  const outcome = recordSplitter(delimiter)(head, from, head.length, final, fields, Infinity);
  if (outcome === "incomplete" && head.length < mapping.maxRowBytes) return undefined;
  if (outcome !== "complete") throw badFirstLine();
  const names = Array.from({ length: fields.count }, (_, index) =>
    mapping.header ? headerText(fields.text(head, index)) : String(index + 1),
  );
  const dataFrom = mapping.header ? fields.next : from;
  return {
    layout: { delimiter, names, columns: findColumns(names, mapping) },
    dataFrom,
    linesBefore: countLines(head.subarray(0, dataFrom)),
  };
}

/** Behind the blank lines that start at `from`; blanks that lead a line with more in it stay. */
function skipBlankLines(head: Uint8Array, from: number): number {
  let at = from;
  while (at < head.length && isBlank(head[at]!)) at++;
  if (at === head.length) return at;
  return Math.max(from, head.lastIndexOf(LF, at) + 1);
}

function isBlank(byte: number): boolean {
  return byte === SPACE || (byte >= TAB && byte <= CR);
}

/** The first line feed from `from` on, or the end of the bytes when no more follow; `undefined` without a line. */
function endOfLine(head: Uint8Array, from: number, final: boolean): number | undefined {
  if (from === head.length) return undefined;
  const feed = head.indexOf(LF, from);
  if (feed >= 0) return feed;
  return final ? head.length : undefined;
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines++;
  return lines;
}

function headerText(text: string | undefined): string {
  if (text !== undefined) return text.trim();
  const remedy =
    "give the file's encoding with --encoding (for Chinese Excel files usually gb18030)";
  throw unsupported(`the header is not text in the expected encoding; ${remedy}`, remedy);
}

function badFirstLine(): ClienteleError {
  const remedy = "mend it";
  return unsupported(
    `the first line has an unclosed quote, or text behind a closing quote; ${remedy}`,
    remedy,
  );
}
