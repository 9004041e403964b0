import { minorDigits } from "../money/index.ts";
import { type ByteSource, openBytes } from "./reading/byte-source.ts";
import { classifySource } from "./reading/classify-source.ts";
import { IdDictionary } from "./reading/id-dictionary.ts";
import { linkOrders } from "./reading/link-orders.ts";
import { LogColumns } from "./reading/log-columns.ts";
import { completeMapping, type TransactionMappingInput } from "./reading/mapping.ts";
import type { OrderIntake } from "./reading/order-intake.ts";
import { Quarantine, type RejectedRow } from "./reading/quarantine.ts";
import { checkTolerance, countByReason, type ReadAudit } from "./reading/read-audit.ts";
import { scanBytes } from "./reading/scan-bytes.ts";
import { type RowSource, scanRows } from "./reading/scan-rows.ts";
import type { TransactionLog } from "./types.ts";

/** An order log, the rows that did not make it, and the account of both. */
export interface TransactionReading {
  readonly log: TransactionLog;
  readonly rejected: readonly RejectedRow[];
  readonly audit: ReadAudit;
}

/** What {@link readTransactions} reads: bytes or text of CSV or NDJSON (gzip or not), row objects, or batches of columns. */
export type TransactionSource = ByteSource | RowSource;

/**
 * Reads an order log from a file's bytes, from row objects, or from batches of columns, streaming.
 * No row is lost: each is in the log, in quarantine with line, column, value and reason, or merged
 * by a policy that the audit names.
 *
 * @param source - bytes, text, a stream of either, an iterable of row objects, or of column batches
 * @param mapping - which columns hold what; columns are found by name where it says nothing
 * @throws ClienteleError EMPTY_INPUT, MISSING_COLUMN, TOO_MANY_REJECTED, UNSUPPORTED_FORMAT,
 *   TRUNCATED_INPUT, LIMIT_EXCEEDED, CURRENCY_MISMATCH, INVALID_ARGUMENT
 * @example
 * const { log, audit } = await readTransactions(text, { defaultCurrency: "USD" });
 */
export async function readTransactions(
  source: TransactionSource,
  mapping: TransactionMappingInput = {},
): Promise<TransactionReading> {
  const complete = completeMapping(mapping);
  const target = {
    dictionary: new IdDictionary(),
    quarantine: new Quarantine(),
    sink: new LogColumns(),
  };
  let bytesRead = 0;
  const report = (rows: number) => complete.onProgress?.({ bytes: bytesRead, rows });
  const count = (bytes: number) => {
    bytesRead += bytes;
  };
  const found = await classifySource(source);
  const { intake, scanner } =
    found.kind === "bytes"
      ? await scanBytes(openBytes(found.source, complete.encoding, count), complete, target, report)
      : await scanRows(found.source, complete, target, report);
  return finishReading(intake, target.sink, scanner.rows, scanner.blankLines);
}

/**
 * Turns what a scan left behind into a reading.
 *
 * @throws ClienteleError TOO_MANY_REJECTED, EMPTY_INPUT
 */
export function finishReading(
  intake: OrderIntake,
  columns: LogColumns,
  rows: number,
  blankLines: number,
): TransactionReading {
  const { quarantine, mapping, currency } = intake;
  checkTolerance(rows, quarantine, mapping.tolerance);
  const settings = { currency, minorDigits: minorDigits(currency), zone: mapping.zone };
  const read = columns.toLog(intake.dictionary.ids(), settings);
  const linked = linkOrders(read, columns.orders, columns.refundsOf);
  return {
    log: linked.log,
    rejected: quarantine.rows,
    audit: {
      rows,
      orders: linked.log.atMs.length,
      rejected: quarantine.rows.length,
      rejectedByReason: countByReason(quarantine.rows),
      mergedOrderLines: linked.mergedOrderLines,
      linkedRefunds: linked.linkedRefunds,
      cancelledOrders: linked.cancelledOrders,
      blankLines,
      roundedAmounts: intake.roundedAmounts,
      convertedAmounts: intake.convertedAmounts,
    },
  };
}
