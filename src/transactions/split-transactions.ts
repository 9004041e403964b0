import { type AsOf, resolveAsOf } from "../core/calendar.js";
import { takeRows } from "./take-rows.js";
import type { TransactionLog } from "./types.js";
import { checkLog } from "./validate-log.js";

/** A log in two parts, with the same customers under the same numbers. */
export interface SplitLog {
  readonly before: TransactionLog;
  readonly after: TransactionLog;
}

/**
 * Splits a log in time, into a calibration and a holdout part. A refund that lies after the split
 * while its order lies before is a refund of an unknown order in the later part.
 *
 * @param log - orders in any order
 * @param at - what counts up to here goes to `before`: a date `YYYY-MM-DD` through the end of that
 *   local day, an instant including itself; exactly what `asOf` counts elsewhere
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA, UNKNOWN_TIME_ZONE,
 *   UNKNOWN_CURRENCY
 * @example
 * const { before, after } = splitTransactions(log, "1997-09-30");
 */
export function splitTransactions(log: TransactionLog, at: AsOf): SplitLog {
  checkLog(log);
  const { endMs } = resolveAsOf(at, log.zone, "at");
  const isBefore = new Uint8Array(log.atMs.length);
  const isAfter = new Uint8Array(log.atMs.length);
  for (let row = 0; row < isBefore.length; row++) {
    if (log.atMs[row]! < endMs) isBefore[row] = 1;
    else isAfter[row] = 1;
  }
  return { before: takeRows(log, isBefore), after: takeRows(log, isAfter) };
}
