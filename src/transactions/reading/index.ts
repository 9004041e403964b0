/**
 * The parts of the reader that `clientele/files` runs in threads; not a public subpath.
 *
 * @module
 */
export { buildSummaries } from "../build-summaries.js";
export { keepPurchases } from "../count-purchase-days.js";
export { type SummaryCells, SummaryColumns } from "../summary-columns.js";
export { openBytes } from "./byte-source.js";
export { type FinishedScan, finishReading, type TransactionReading } from "./finish-reading.js";
export { type DictionaryState, IdDictionary } from "./id-dictionary.js";
export { LogColumns, type OrderColumns } from "./log-columns.js";
export { completeMapping, type ReadProgress, type TransactionMapping } from "./mapping.js";
export type { OrderSink } from "./order-block.js";
export { Quarantine, type RejectedRow } from "./quarantine.js";
export { checkTolerance, countByReason, type ReadAudit } from "./read-audit.js";
export { scanBytes } from "./scan-bytes.js";
export { type ScanTarget, type StartedScan, startScan } from "./start-scan.js";
