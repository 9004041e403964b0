import { readFileSync } from "node:fs";
import { transactionLog } from "../../../src/transactions/transaction-log.js";
import type { TransactionLog } from "../../../src/transactions/types.js";

/**
 * CDNOW sample, a tenth of the public CDNOW data of P. Fader and B. Hardie, as redistributed in
 * CamDavidsonPilon/lifetimes (MIT): master id, sample id, date, CDs, dollars.
 */
export function readCdnowSample(): TransactionLog {
  const rows = readLines("cdnow-sample.txt").map((line) => {
    const [, id, date, , dollars] = line.trim().split(/\s+/);
    return { customerId: Number(id), at: isoDate(date!), amount: dollars! };
  });
  return transactionLog(rows, { currency: "USD" });
}

/** What the sample sums up to at 1997-09-30, and the purchase days that follow. */
export interface CdnowRow {
  readonly customer: string;
  readonly repeatCount: number;
  readonly recencyWeeks: number;
  readonly ageWeeks: number;
  readonly meanSpend: number;
  readonly holdoutCount: number;
}

/** The summary of the CDNOW sample that came with the data. */
export function readCdnowSummary(): CdnowRow[] {
  return readLines("cdnow-sample-summary-39w.csv")
    .slice(1)
    .map((line) => {
      const [customer, x, tx, t, mean, xStar] = line.split(",");
      return {
        customer: customer!,
        repeatCount: Number(x),
        recencyWeeks: Number(tx),
        ageWeeks: Number(t),
        meanSpend: Number(mean),
        holdoutCount: Number(xStar),
      };
    });
}

/** The orders of rsquaredacademy/rfm (MIT): customer, date, revenue. */
export function readRfmOrders(): TransactionLog {
  const rows = readLines("rfm-data-orders.csv")
    .slice(1)
    .map((line) => {
      const [customerId, at, amount] = line.split(",").map((cell) => cell.replaceAll('"', ""));
      return { customerId: customerId!, at: at!, amount: amount! };
    });
  return transactionLog(rows);
}

function readLines(file: string): string[] {
  const path = new URL(`../../golden/clv/${file}`, import.meta.url);
  return readFileSync(path, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "");
}

function isoDate(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
