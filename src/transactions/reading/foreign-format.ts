import { ClienteleError } from "../../core/errors.js";

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;

const REPACK = "unpack it, or pack it with gzip";
const EXPORT = "export the orders as CSV or NDJSON";
const SAVE_AS_CSV = "save the sheet as CSV (UTF-8)";

/** How files begin that people take for lists of orders, and what to do with them. */
const SIGNATURES: readonly (readonly [start: string, what: string, remedy: string])[] = [
  ["PK\u0003\u0004", "a zip archive or an Excel workbook", `${SAVE_AS_CSV}, or unpack it`],
  ["PK\u0005\u0006", "an empty zip archive", EXPORT],
  ["\u00d0\u00cf\u0011\u00e0", "an old Excel workbook", SAVE_AS_CSV],
  ["%PDF", "a PDF document", EXPORT],
  ["\u0089PNG", "a picture", EXPORT],
  ["PAR1", "a Parquet file", EXPORT],
  ["Obj\u0001", "an Avro file", EXPORT],
  ["SQLite format 3", "a SQLite database", EXPORT],
  ["BZh", "packed with bzip2", REPACK],
  ["\u00fd7zXZ", "packed with xz", REPACK],
  ["7z\u00bc\u00af", "a 7-Zip archive", REPACK],
  ["\u0028\u00b5\u002f\u00fd", "packed with Zstandard", REPACK],
  ["<", "a web page or an XML document", EXPORT],
];

/**
 * Refuses what is not lines of text, telling what it is.
 *
 * @param head - the first line, or as much of it as there is
 * @throws ClienteleError UNSUPPORTED_FORMAT
 */
export function refuseForeignFormat(head: Uint8Array): void {
  const text = head.subarray(head.findIndex((byte) => byte !== SPACE));
  for (const [start, what, remedy] of SIGNATURES) {
    const isStart = Array.from(start).every((sign, at) => text[at] === sign.charCodeAt(0));
    if (isStart) throw unsupported(`this is ${what}; ${remedy}`, remedy);
  }
  if (head.includes(0)) throw hasZeroBytes(head);
  if (hasLoneCarriageReturn(head)) {
    const remedy = "save the file with Unix or Windows line ends";
    throw unsupported(`lines end in a lone carriage return; ${remedy}`, remedy);
  }
}

function hasZeroBytes(head: Uint8Array): ClienteleError {
  const isWideText = head[0] === 0 ? head[1] !== 0 : head[1] === 0 && head[2] !== 0;
  if (!isWideText) return unsupported(`this is a binary file; ${EXPORT}`, EXPORT);
  const remedy = `name its encoding with --encoding utf-16${head[0] === 0 ? "be" : "le"}, or save it as UTF-8`;
  return unsupported(`this looks like UTF-16 without a byte order mark; ${remedy}`, remedy);
}

/** A carriage return outside quotes that no line feed follows; at the very end one still may. */
function hasLoneCarriageReturn(head: Uint8Array): boolean {
  let isQuoted = false;
  for (let at = 0; at < head.length - 1; at++) {
    if (head[at] === QUOTE) isQuoted = !isQuoted;
    else if (head[at] === CR && !isQuoted && head[at + 1] !== LF) return true;
  }
  return false;
}

/** The error for a source that is not a list of orders as text. */
export function unsupported(message: string, remedy: string): ClienteleError {
  return new ClienteleError("UNSUPPORTED_FORMAT", message, {
    expected: "CSV or NDJSON text, gzip or not",
    remedy,
  });
}
