import { readFileSync } from "node:fs";
import { summarizeTransactions } from "../../../src/transactions/summarize-transactions.js";
import { transactionLog } from "../../../src/transactions/transaction-log.js";
import type { CustomerSummaries } from "../../../src/transactions/types.js";

/** The 995 customers of the orders of the R package rfm up to the end of 2006, who are as regular as clockwork. */
export function rfmCustomers(unit: "day" | "week" = "day"): CustomerSummaries {
  const file = new URL("../../golden/clv/rfm-data-orders.csv", import.meta.url);
  const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  const rows = lines.map((line) => {
    const [customerId, at, amount] = line.replaceAll('"', "").trim().split(",") as string[];
    return { customerId: customerId!, at: at!, amount: amount! };
  });
  const log = transactionLog(rows, { currency: "USD" });
  return summarizeTransactions(log, { asOf: "2006-12-31", unit });
}
