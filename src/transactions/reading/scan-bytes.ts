import { ClienteleError } from "../../core/errors.js";
import { emptyInput, readLayout } from "./delimited-layout.js";
import { DelimitedScanner, namesByRole } from "./delimited-scanner.js";
import { findColumns } from "./find-columns.js";
import type { IdDictionary } from "./id-dictionary.js";
import type { TransactionMapping } from "./mapping.js";
import { NdjsonScanner, parseObject } from "./ndjson-scanner.js";
import { OrderIntake, type OrderSink } from "./order-intake.js";
import type { Quarantine } from "./quarantine.js";

/** What a scanner of either format offers. */
export interface RowScanner {
  /** Line number at the scan position, from 1. */
  line: number;
  readonly rows: number;
  readonly blankLines: number;
  scan(bytes: Uint8Array, from: number, final: boolean, stopAt?: number): number;
}

/** What was found in a source once it is read to its end. */
export interface ScanResult {
  readonly intake: OrderIntake;
  readonly scanner: RowScanner;
}

/** What the scan writes to. */
export interface ScanTarget {
  readonly dictionary: IdDictionary;
  readonly quarantine: Quarantine;
  readonly sink: OrderSink;
}

/**
 * Reads a whole stream of UTF-8 bytes. Memory: one piece of the stream, plus a row.
 *
 * @throws ClienteleError for a source that is not a list of orders at all
 */
export async function scanBytes(
  source: AsyncIterable<Uint8Array>,
  mapping: TransactionMapping,
  target: ScanTarget,
  onRows: (rows: number) => void,
): Promise<ScanResult> {
  let pending: Uint8Array = new Uint8Array(0);
  let started: StartedScan | undefined;
  for await (const piece of source) {
    const bytes = join(pending, piece);
    started ??= startScan(bytes, false, mapping, target);
    if (started === undefined) {
      pending = bytes;
      continue;
    }
    const next = started.scanner.scan(bytes, started.takeDataFrom(), false);
    pending = bytes.subarray(next);
    onRows(started.scanner.rows);
  }
  started ??= startScan(pending, true, mapping, target);
  if (started === undefined) throw emptyInput();
  started.scanner.scan(pending, started.takeDataFrom(), true);
  onRows(started.scanner.rows);
  return { intake: started.intake, scanner: started.scanner };
}

/** A scan whose layout is known. */
export interface StartedScan {
  readonly intake: OrderIntake;
  readonly scanner: RowScanner;
  /** Where the data start in the first bytes; 0 after that. */
  takeDataFrom(): number;
}

/** Finds out what the first bytes are and makes their scanner; `undefined` when it takes more bytes to tell. */
export function startScan(
  head: Uint8Array,
  final: boolean,
  mapping: TransactionMapping,
  target: ScanTarget,
): StartedScan | undefined {
  const format = mapping.format === "auto" ? guessFormat(head) : mapping.format;
  if (format === undefined && !final) return undefined;
  const started =
    format === "ndjson"
      ? startNdjson(head, final, mapping, target)
      : startDelimited(head, final, mapping, target);
  if (started === undefined && head.length > mapping.maxRowBytes) {
    throw new ClienteleError(
      "LIMIT_EXCEEDED",
      `the first line is longer than ${mapping.maxRowBytes.toLocaleString("en")} bytes, so this is hardly a list of orders; check the file, or raise mapping.maxRowBytes`,
      {
        where: "line 1",
        expected: `at most ${mapping.maxRowBytes} bytes`,
        remedy: "mapping.maxRowBytes",
      },
    );
  }
  return started;
}

function startDelimited(
  head: Uint8Array,
  final: boolean,
  mapping: TransactionMapping,
  target: ScanTarget,
): StartedScan | undefined {
  const found = readLayout(head, final, mapping);
  if (found === undefined) return undefined;
  const intake = new OrderIntake(
    mapping,
    namesByRole(found.layout),
    target.dictionary,
    target.quarantine,
    target.sink,
  );
  const scanner = new DelimitedScanner(found.layout, intake, found.headerLines + 1);
  return { intake, scanner, takeDataFrom: once(found.dataFrom) };
}

const LINES_LOOKED_AT = 100;

function startNdjson(
  head: Uint8Array,
  final: boolean,
  mapping: TransactionMapping,
  target: ScanTarget,
): StartedScan | undefined {
  const end = final ? head.length : head.lastIndexOf(10) + 1;
  if (end === 0) return undefined;
  const lines = new TextDecoder().decode(head.subarray(0, end)).split("\n", LINES_LOOKED_AT);
  const names = new Set<string>();
  for (const line of lines)
    for (const name of Object.keys(parseObject(line) ?? {})) names.add(name);
  if (names.size === 0) {
    throw new ClienteleError(
      "UNSUPPORTED_FORMAT",
      "no line at the start is a JSON object; write one object per line (NDJSON), not one array or an indented text",
      { expected: "NDJSON", remedy: "one JSON object per line" },
    );
  }
  const list = [...names];
  const columns = findColumns(list, mapping);
  const byRole = Object.fromEntries(
    Object.entries(columns).map(([role, index]) => [role, list[index]!]),
  );
  const intake = new OrderIntake(
    mapping,
    byRole,
    target.dictionary,
    target.quarantine,
    target.sink,
  );
  return { intake, scanner: new NdjsonScanner(list, intake, 1), takeDataFrom: once(0) };
}

/** NDJSON starts with a brace; a bracket is one JSON array, which the NDJSON reader refuses with the remedy. */
function guessFormat(head: Uint8Array): "csv" | "ndjson" | undefined {
  const first = head.find((byte) => byte > 32);
  if (first === undefined) return undefined;
  return first === 0x7b || first === 0x5b ? "ndjson" : "csv";
}

function once(value: number): () => number {
  let left = value;
  return () => {
    const now = left;
    left = 0;
    return now;
  };
}

function join(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right;
  const joined = new Uint8Array(left.length + right.length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
}
