import { minorDigits } from "../../money/minor-digits.js";
import { linkOrders } from "../link-orders.js";
import type { TransactionLog } from "../types.js";
import type { LogColumns } from "./log-columns.js";
import type { TransactionMapping } from "./mapping.js";
import type { RejectedRow } from "./quarantine.js";
import { checkTolerance, countByReason, type ReadAudit } from "./read-audit.js";

/** An order log, the rows that did not make it, and the account of both. */
export interface TransactionReading {
  readonly log: TransactionLog;
  readonly rejected: readonly RejectedRow[];
  readonly audit: ReadAudit;
}

/** What a scan leaves behind besides its orders. */
export interface FinishedScan {
  readonly rows: number;
  readonly blankLines: number;
  readonly rejected: readonly RejectedRow[];
  readonly roundedAmounts: number;
  readonly convertedAmounts: number;
  readonly currency: string;
}

/**
 * Turns what a scan left behind into a reading.
 *
 * @throws ClienteleError TOO_MANY_REJECTED, EMPTY_INPUT
 */
export function finishReading(
  scan: FinishedScan,
  mapping: TransactionMapping,
  customerIds: readonly string[],
  columns: LogColumns,
): TransactionReading {
  const { rows, rejected, currency, ...counts } = scan;
  checkTolerance(rows, rejected, mapping.tolerance);
  const settings = { currency, minorDigits: minorDigits(currency), zone: mapping.zone };
  const read = columns.toLog(customerIds, settings);
  const { log, ...links } = linkOrders(read, columns.orders, columns.refundsOf);
  return {
    log,
    rejected,
    audit: {
      rows,
      orders: log.atMs.length,
      rejected: rejected.length,
      rejectedByReason: countByReason(rejected),
      ...links,
      ...counts,
    },
  };
}
