import { readFileSync } from "node:fs";
import { analyzeOrders } from "../../src/report/analyze-orders.js";
import type { OrderAnalysis } from "../../src/report/types.js";
import { readTransactions } from "../../src/transactions/read-transactions.js";
import type { ReadAudit } from "../../src/transactions/reading/read-audit.js";

/** The analysis of the orders that ship with the library. */
export async function analyzeCdnow(): Promise<{ analysis: OrderAnalysis; reading: ReadAudit }> {
  const file = new URL("../../examples/data/cdnow-orders.csv", import.meta.url);
  const { log, audit } = await readTransactions(readFileSync(file), { defaultCurrency: "USD" });
  return { analysis: analyzeOrders(log, { asOf: "1998-06-30" }), reading: audit };
}
