import { unsupported } from "./foreign-format.js";

const SPACE = 32;
const BRACE = 0x7b;
const BRACKET = 0x5b;
/** What may follow the bracket of a JSON array: an element that is no word, or its end. */
const JSON_ELEMENT = /[{["\d\-\]]/;

/**
 * Tells NDJSON, which starts with a brace, from CSV.
 *
 * @returns `undefined` when it takes more bytes to tell
 * @throws ClienteleError UNSUPPORTED_FORMAT for one JSON array
 */
export function guessFormat(head: Uint8Array, final: boolean): "csv" | "ndjson" | undefined {
  const first = head.findIndex((byte) => byte > SPACE);
  if (first < 0) return undefined;
  if (head[first] === BRACE) return "ndjson";
  if (head[first] !== BRACKET) return "csv";
  const second = head.subarray(first + 1).find((byte) => byte > SPACE);
  if (second === undefined) return final ? "csv" : undefined;
  if (!JSON_ELEMENT.test(String.fromCharCode(second))) return "csv";
  const remedy =
    "write one object per line (NDJSON), or parse it and read its rows (readTransactions(JSON.parse(text)))";
  throw unsupported(`this is one JSON array; ${remedy}`, remedy);
}
