import { readFileSync } from "node:fs";
import { transactionLog } from "../../../src/transactions/transaction-log.js";
import type { TransactionLog } from "../../../src/transactions/types.js";

/** The 6,919 orders of the CDNOW sample, in US dollars and days of UTC. */
export function cdnowSampleLog(): TransactionLog {
  const file = new URL("../../golden/clv/cdnow-sample.txt", import.meta.url);
  const rows = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const [, customerId, date, , amount] = line.trim().split(/\s+/) as string[];
      const at = `${date!.slice(0, 4)}-${date!.slice(4, 6)}-${date!.slice(6)}`;
      return { customerId: customerId!, at, amount: amount! };
    });
  return transactionLog(rows, { currency: "USD" });
}
