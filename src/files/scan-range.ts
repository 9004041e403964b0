import { closeSync, openSync, readSync } from "node:fs";
import {
  type DictionaryState,
  IdDictionary,
  LogColumns,
  type OrderColumns,
  Quarantine,
  type RejectedRow,
  type ScanTarget,
  type StartedScan,
  type SummaryCells,
  startScan,
  type TransactionMapping,
} from "../transactions/reading/index.js";
import { BLOCK_BYTES } from "./file-bytes.js";
import { SummarySink } from "./summary-sink.js";

/** Whether to keep all orders, or only a summary per customer of those before `endMs`. */
export type RangeCollection =
  | { readonly kind: "log" }
  | { readonly kind: "summary"; readonly endMs: number };

/** One part of a file, to be read on its own: the rows that start in bytes `[from, to)`. */
export interface RangeTask {
  readonly path: string;
  readonly mapping: TransactionMapping;
  /** Where the text starts: behind a byte order mark. */
  readonly textFrom: number;
  readonly from: number;
  readonly to: number;
  readonly collect: RangeCollection;
}

/** What was read from a range: plain data that a thread can hand over. */
export interface RangeResult {
  /** Where the first row started, and where the row after the last one starts. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly rows: number;
  readonly accepted: number;
  /** Line feeds in the range. */
  readonly lines: number;
  readonly blankLines: number;
  /** Their lines count from the start of the range. */
  readonly rejected: readonly RejectedRow[];
  readonly roundedAmounts: number;
  readonly convertedAmounts: number;
  /** The currency of the accepted amounts. */
  readonly currency: string;
  readonly dictionary: DictionaryState;
  readonly orders?: OrderColumns;
  readonly summary?: SummaryCells;
}

const LF = 10;
const BLOCKS_PER_REPORT = 64;
/** Enough to find the layout: the first line, which may be long. */
const MOST_HEAD_BYTES = 4 * BLOCK_BYTES;

/**
 * Reads one range of a plain (not gzipped) UTF-8 file, synchronously: for worker threads.
 *
 * @param onProgress - told the bytes and the rows since the last call
 */
export function scanRange(
  task: RangeTask,
  onProgress: (bytes: number, rows: number) => void,
): RangeResult {
  const sink = task.collect.kind === "log" ? new LogColumns() : new SummarySink(task.collect.endMs);
  const target = { dictionary: new IdDictionary(), quarantine: new Quarantine(), sink };
  const file = openSync(task.path, "r");
  try {
    const started = startAt(file, task, target);
    const startedAt =
      task.from === task.textFrom ? task.from + started.dataFrom : lineStart(file, task.from);
    if (task.from !== task.textFrom) started.scanner.line = 1;
    const firstLine = task.from === task.textFrom ? 1 : started.scanner.line;
    const endedAt = scanFrom(file, startedAt, task.to, started, onProgress);
    const { intake, scanner } = started;
    return {
      startedAt,
      endedAt,
      rows: scanner.rows,
      accepted: intake.accepted,
      lines: scanner.line - firstLine,
      blankLines: scanner.blankLines,
      rejected: target.quarantine.rows,
      roundedAmounts: intake.roundedAmounts,
      convertedAmounts: intake.convertedAmounts,
      currency: intake.currency,
      dictionary: target.dictionary.state(),
      ...(sink instanceof LogColumns
        ? { orders: sink.orderColumns() }
        : { summary: sink.columns.handOver() }),
    };
  } finally {
    closeSync(file);
  }
}

/** Every range reads the layout off the head of the file for itself. */
function startAt(file: number, task: RangeTask, target: ScanTarget): StartedScan {
  const head = new Uint8Array(MOST_HEAD_BYTES);
  const length = readSync(file, head, 0, head.length, task.textFrom);
  const started = startScan(head.subarray(0, length), length < head.length, task.mapping, target);
  if (started === undefined) throw new Error("the head of the file is too long for threads");
  return started;
}

/** The start of the first line at or after a position. */
function lineStart(file: number, position: number): number {
  const block = new Uint8Array(BLOCK_BYTES);
  for (let at = position - 1; ; at += block.length) {
    const length = readSync(file, block, 0, block.length, at);
    const feed = block.subarray(0, length).indexOf(LF);
    if (feed >= 0) return at + feed + 1;
    if (length < block.length) return at + length;
  }
}

function scanFrom(
  file: number,
  from: number,
  to: number,
  started: StartedScan,
  onProgress: (bytes: number, rows: number) => void,
): number {
  const { scanner, intake } = started;
  let buffer = new Uint8Array(2 * BLOCK_BYTES);
  /** File position of the buffer's first byte, and how many bytes it holds. */
  let start = from;
  let held = 0;
  let rowsReported = 0;
  for (let blocks = 1; start < to; blocks++) {
    const read = readSync(
      file,
      buffer,
      held,
      Math.min(BLOCK_BYTES, buffer.length - held),
      start + held,
    );
    const bytes = buffer.subarray(0, held + read);
    const next = scanner.scan(bytes, 0, read === 0, Math.min(bytes.length, to - start));
    start += next;
    held = bytes.length - next;
    if (read === 0) break;
    if (held > buffer.length - BLOCK_BYTES) buffer = enlarged(buffer);
    buffer.copyWithin(0, next, bytes.length);
    if (blocks % BLOCKS_PER_REPORT === 0) {
      onProgress(BLOCKS_PER_REPORT * BLOCK_BYTES, scanner.rows - rowsReported);
      rowsReported = scanner.rows;
    }
  }
  intake.flush();
  return start;
}

function enlarged(buffer: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * buffer.length);
  larger.set(buffer);
  return larger;
}
