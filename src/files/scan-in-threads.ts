import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { TransactionMapping } from "../transactions/reading/index.js";
import { fileHead } from "./file-bytes.js";
import type { RangeResult, RangeTask } from "./scan-range.js";
import type { WorkerMessage } from "./scan-worker.js";
import type { FileOptions } from "./types.js";

/** Below this, starting threads costs more than it saves. */
const SMALLEST_RANGE_BYTES = 16 * 1_048_576;
const MOST_THREADS = 8;

/**
 * Reads a large plain file in several threads, each a range of its bytes.
 *
 * @returns the ranges in the order of the file; `undefined` when the file has to be read in one
 *   piece: it is small, gzipped or not UTF-8, a range starts inside a quoted field, or a range failed
 */
export async function scanInThreads(
  path: string,
  size: number,
  mapping: TransactionMapping,
  collect: RangeTask["collect"],
  options: FileOptions,
): Promise<readonly RangeResult[] | undefined> {
  const threads = Math.min(
    options.threads ?? Math.min(availableParallelism(), MOST_THREADS),
    Math.floor(size / SMALLEST_RANGE_BYTES),
  );
  const isLinked = mapping.order !== undefined || mapping.refundOf !== undefined;
  if (threads < 2 || isLinked || !/^utf-?8$/i.test(mapping.encoding)) return undefined;
  const head = await fileHead(path, 4);
  if (isPackedOrWide(head)) return undefined;
  const textFrom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const edges = Array.from({ length: threads + 1 }, (_, index) =>
    index === 0 ? textFrom : Math.floor((size * index) / threads),
  );
  const report = progressOf(size, options);
  const ranges = await runAll(
    edges
      .slice(1)
      .map((to, index) => ({ path, mapping, textFrom, from: edges[index]!, to, collect })),
    report,
  );
  return ranges !== undefined && areSeamless(ranges) ? ranges : undefined;
}

function isPackedOrWide(head: Uint8Array): boolean {
  const [first, second] = head;
  return (
    (first === 0x1f && second === 0x8b) ||
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff)
  );
}

/** A seam inside a quoted field shows: the range before it ends elsewhere than the next one starts. */
function areSeamless(ranges: readonly RangeResult[]): boolean {
  return ranges.every(
    (range, index) =>
      index === 0 ||
      (ranges[index - 1]!.endedAt === range.startedAt && ranges[0]!.currency === range.currency),
  );
}

function progressOf(
  totalBytes: number,
  options: FileOptions,
): (bytes: number, rows: number) => void {
  let bytesSoFar = 0;
  let rowsSoFar = 0;
  return (bytes, rows) => {
    bytesSoFar += bytes;
    rowsSoFar += rows;
    options.onProgress?.({ bytes: bytesSoFar, rows: rowsSoFar, totalBytes });
  };
}

/** Runs one worker per task; `undefined` as soon as one fails, and none is left running. */
async function runAll(
  tasks: readonly RangeTask[],
  report: (bytes: number, rows: number) => void,
): Promise<RangeResult[] | undefined> {
  const workers = tasks.map(
    (task) => new Worker(new URL("./scan-worker.js", import.meta.url), { workerData: task }),
  );
  try {
    return await Promise.all(workers.map((worker) => resultOf(worker, report)));
  } catch {
    return undefined;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function resultOf(
  worker: Worker,
  report: (bytes: number, rows: number) => void,
): Promise<RangeResult> {
  return new Promise((resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("the worker ended without a result")));
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "progress") report(message.bytes, message.rows);
      else if (message.kind === "result") resolve(message.result);
      else reject(new Error("the worker failed"));
    });
  });
}
