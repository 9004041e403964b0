// From a file of orders to segments and value tiers: `node examples/first-steps.mjs`.
import { fileURLToPath } from "node:url";
import { rfm, transactions, value } from "clientele";
import { readTransactionsFile } from "clientele/files";

const file = fileURLToPath(new URL("data/cdnow-orders.csv", import.meta.url));
const { log, audit } = await readTransactionsFile(file, { defaultCurrency: "USD" });
console.log(`${audit.rows} rows, ${audit.rejected} unusable`);

const customers = transactions.summarizeTransactions(log, { asOf: "1998-06-30" });
const segments = rfm.segmentRfm(rfm.scoreRfm(customers), rfm.RFM_SEGMENT_MAP);
for (const { segment, customers: size } of rfm.describeSegments(segments, customers)) {
  console.log(segment.label.en.padEnd(20), String(size).padStart(6), segment.action.en);
}

const tiers = value.tierByShare(customers.totalSpend);
console.log(
  `${tiers.filter((tier) => tier === 0).length} customers bring the first 80 % of revenue`,
);
