import { parentPort, workerData } from "node:worker_threads";
import { type RangeResult, type RangeTask, scanRange } from "./scan-range.js";

/** What a worker says: how far it is, its result, or that it failed. */
export type WorkerMessage =
  | { readonly kind: "progress"; readonly bytes: number; readonly rows: number }
  | { readonly kind: "result"; readonly result: RangeResult }
  | { readonly kind: "failure" };

const send = (message: WorkerMessage, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer);

try {
  const result = scanRange(workerData as RangeTask, (bytes, rows) =>
    send({ kind: "progress", bytes, rows }),
  );
  send({ kind: "result", result }, buffersOf(result));
} catch {
  // The caller reads the file again in one piece, which words the error with its line.
  send({ kind: "failure" });
}

function buffersOf({ dictionary, orders, summary }: RangeResult): ArrayBuffer[] {
  const { slots, ids } = dictionary;
  const kept = [slots, ids.starts, ids.arena, ...Object.values({ ...orders, ...summary })];
  return kept
    .filter((value) => ArrayBuffer.isView(value))
    .map(({ buffer }) => buffer as ArrayBuffer);
}
