// A report from your own program: `node examples/write-report.mjs`.
import { mkdirSync, writeFileSync } from "node:fs";
import { report } from "clientele";
import { readTransactionsFile } from "clientele/files";

const { log, audit } = await readTransactionsFile(
  new URL("data/cdnow-orders.csv", import.meta.url).pathname,
  { defaultCurrency: "USD" },
);
const analysis = report.analyzeOrders(log, { asOf: "1998-06-30" });
mkdirSync("out", { recursive: true });
writeFileSync(
  "out/example.html",
  report.renderReport(analysis, { locale: "zh", source: { name: "CDNOW", reading: audit } }),
);
console.log("out/example.html");
