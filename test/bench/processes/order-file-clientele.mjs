import { summarizeTransactionsFile } from "clientele/files";
import { scoreRfm } from "clientele/rfm";
import { finish } from "../measure.mjs";

const [path] = process.argv.slice(2);
const { summaries } = await summarizeTransactionsFile(path, {}, { asOf: "lastOrder" });
const scores = scoreRfm(summaries);
finish({
  customers: summaries.customerIds.length,
  top: scores.monetary.filter((score) => score === 5).length,
});
