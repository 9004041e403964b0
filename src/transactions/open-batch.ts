import { ClienteleError, invalid } from "../core/errors.js";
import { minorDigits } from "../money/minor-digits.js";
import type { OrderBatch, TransactionLog } from "./types.js";
import { checkLog } from "./validate-log.js";

/**
 * Makes a checked log of a batch.
 *
 * @param frame - the zone and currency of the accumulator
 * @throws ClienteleError INVALID_ARGUMENT, INVALID_DATA, LENGTH_MISMATCH, CURRENCY_MISMATCH
 */
export function openBatch(
  batch: OrderBatch,
  frame: { readonly zone: string; readonly currency: string },
): TransactionLog {
  if (typeof batch !== "object" || batch === null)
    throw invalid("batch", "orders as columns", batch);
  const { customerIds, atMs, amountMinor, refundOf } = batch;
  const { zone = frame.zone, currency = frame.currency } = batch;
  if (currency !== frame.currency) {
    throw new ClienteleError(
      "CURRENCY_MISMATCH",
      `batch.currency must be ${frame.currency}, like the accumulator, got ${String(currency)}`,
      { where: "batch.currency", expected: frame.currency, got: String(currency) },
    );
  }
  if (zone !== frame.zone) throw invalid("batch.zone", `${frame.zone}, like the accumulator`, zone);
  if (!Array.isArray(customerIds)) {
    throw invalid("batch.customerIds", "an array of ids", customerIds);
  }
  const nameless = customerIds.findIndex((id) => typeof id !== "string");
  if (nameless !== -1) {
    const where = `batch.customerIds[${nameless}]`;
    throw invalid(where, "a text", customerIds[nameless], { code: "INVALID_DATA" });
  }
  const customerIndex = batch.customerIndex ?? Int32Array.from(customerIds.keys());
  const log: TransactionLog = {
    customerIds,
    customerIndex,
    atMs,
    amountMinor,
    refundOf,
    zone,
    currency,
    minorDigits: minorDigits(currency),
  };
  checkLog(log, "batch");
  return log;
}
