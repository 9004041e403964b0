import { readLayout } from "./delimited-layout.js";
import { DelimitedScanner } from "./delimited-scanner.js";
import { namesByRole } from "./find-columns.js";
import { refuseForeignFormat } from "./foreign-format.js";
import { guessFormat } from "./guess-format.js";
import type { IdDictionary } from "./id-dictionary.js";
import type { TransactionMapping } from "./mapping.js";
import { sampleObjects } from "./ndjson-sample.js";
import { NdjsonScanner } from "./ndjson-scanner.js";
import { ObjectReader } from "./object-reader.js";
import type { OrderSink } from "./order-block.js";
import { OrderIntake } from "./order-intake.js";
import type { Quarantine } from "./quarantine.js";
import { rowTooLong } from "./row-too-long.js";

/** What a scanner of either format offers. */
export interface RowScanner {
  /** Line number at the scan position, from 1. */
  line: number;
  readonly rows: number;
  readonly blankLines: number;
  scan(bytes: Uint8Array, from: number, final: boolean, stopAt?: number): number;
}

/** What the scan writes to. */
export interface ScanTarget {
  readonly dictionary: IdDictionary;
  readonly quarantine: Quarantine;
  readonly sink: OrderSink;
}

/** A scan whose layout is known. */
export interface StartedScan {
  readonly intake: OrderIntake;
  readonly scanner: RowScanner;
  /** Where the data start in the bytes that the scan was started with. */
  readonly dataFrom: number;
}

/**
 * Finds out what the first bytes are and makes their scanner.
 *
 * @param head - the first bytes, as many as there are
 * @param final - true when no more follow
 * @returns `undefined` when it takes more bytes to tell; when there are no more, they are blank
 * @throws ClienteleError UNSUPPORTED_FORMAT, MISSING_COLUMN, LIMIT_EXCEEDED
 */
export function startScan(
  head: Uint8Array,
  final: boolean,
  mapping: TransactionMapping,
  target: ScanTarget,
): StartedScan | undefined {
  const { maxRowBytes } = mapping;
  // What comes later must not matter, or the size of the pieces would.
  const first = head.subarray(0, maxRowBytes);
  const isAll = final && first.length === head.length;
  const format = mapping.format === "auto" ? guessFormat(first, isAll) : mapping.format;
  const start = format === "ndjson" ? startNdjson : startDelimited;
  const started = format && start(first, isAll, mapping, target);
  if (started !== undefined) return started;
  if (head.length <= maxRowBytes) return undefined;
  refuseForeignFormat(first);
  throw rowTooLong(1, maxRowBytes);
}

function startDelimited(
  head: Uint8Array,
  final: boolean,
  mapping: TransactionMapping,
  target: ScanTarget,
): StartedScan | undefined {
  const found = readLayout(head, final, mapping);
  if (found === undefined) return undefined;
  const { layout, dataFrom, linesBefore } = found;
  const { dictionary, quarantine, sink } = target;
  const names = namesByRole(layout.names, layout.columns);
  const intake = new OrderIntake(mapping, names, dictionary, quarantine, sink);
  return { intake, scanner: new DelimitedScanner(layout, intake, linesBefore + 1), dataFrom };
}

function startNdjson(
  head: Uint8Array,
  final: boolean,
  mapping: TransactionMapping,
  target: ScanTarget,
): StartedScan | undefined {
  const objects = sampleObjects(head, final, mapping.maxRowBytes);
  if (objects === undefined) return undefined;
  const reader = new ObjectReader(objects, mapping, target);
  return { intake: reader.intake, scanner: new NdjsonScanner(reader, 1), dataFrom: 0 };
}
