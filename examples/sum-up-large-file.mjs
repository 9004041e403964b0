// A file of any size in bounded memory: `node examples/sum-up-large-file.mjs orders.csv.gz`.
import { fileURLToPath } from "node:url";
import { rfm } from "clientele";
import { summarizeTransactionsFile } from "clientele/files";

const file = process.argv[2] ?? fileURLToPath(new URL("data/cdnow-orders.csv", import.meta.url));
const { summaries, audit } = await summarizeTransactionsFile(file, {}, { asOf: "lastOrder" });
const scores = rfm.scoreRfm(summaries);
const best = summaries.customerIds.filter((_, row) => rfm.rfmCode(scores, row) === "555");
console.log(`${audit.orders} orders of ${summaries.customerIds.length} customers`);
console.log(`${best.length} customers with code 555, such as ${best.slice(0, 5).join(", ")}`);
