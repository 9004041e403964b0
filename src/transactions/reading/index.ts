/**
 * The parts of the reader that `clientele/files` runs in threads; not a public subpath.
 *
 * @module
 */
export { type FinishedScan, finishReading, type TransactionReading } from "./finish-reading.js";
export { type EncodedIds, IdDictionary } from "./id-dictionary.js";
export { LogColumns, type OrderColumns } from "./log-columns.js";
export { completeMapping, type TransactionMapping } from "./mapping.js";
export { Quarantine, type RejectedRow } from "./quarantine.js";
export { checkTolerance, countByReason } from "./read-audit.js";
export { type ScanTarget, type StartedScan, startScan } from "./scan-bytes.js";
