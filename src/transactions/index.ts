/**
 * Order logs: reading them, and summing them up by customer, cohort and period, with an account of
 * every row that was merged, netted or left out.
 *
 * @module
 */

export type { EntryCounts } from "./build-summaries.js";
export * from "./cohort-table.js";
export * from "./customer-accumulator.js";
export type { CustomerDayRows } from "./customer-days.js";
export type { AccumulatorFrame, CustomerState } from "./customer-state.js";
export * from "./interpurchase-times.js";
export * from "./options.js";
export * from "./order-trend.js";
export * from "./read-transactions.js";
export type { ByteSource } from "./reading/byte-pieces.js";
export type { TransactionReading } from "./reading/finish-reading.js";
export type {
  ColumnReference,
  Delimiter,
  ReadProgress,
  TransactionMapping,
  TransactionMappingInput,
} from "./reading/mapping.js";
export type { ColumnBatch } from "./reading/object-reader.js";
export type { DecimalMark } from "./reading/parse-amount.js";
export type { RowObject } from "./reading/parse-object.js";
export type { RejectedRow, RejectReason } from "./reading/quarantine.js";
export type { ReadAudit } from "./reading/read-audit.js";
export type { RowSource } from "./reading/scan-rows.js";
export * from "./retention-table.js";
export * from "./split-transactions.js";
export * from "./summarize-transactions.js";
export type { CustomerFacts } from "./summary-columns.js";
export * from "./transaction-log.js";
export * from "./types.js";
