// What each customer is expected to bring in the next year: `node examples/customer-value.mjs`.
import { fileURLToPath } from "node:url";
import { transactions } from "clientele";
import {
  expectedResidualTransactions,
  expectedSpend,
  fitGammaGamma,
  fitMbgNbd,
  fitParetoNbd,
  probabilityAlive,
} from "clientele/clv";
import { readTransactionsFile } from "clientele/files";

const file = fileURLToPath(new URL("data/cdnow-orders.csv", import.meta.url));
const { log } = await readTransactionsFile(file, { defaultCurrency: "USD" });
const customers = transactions.summarizeTransactions(log, { asOf: "1998-06-30", unit: "week" });

// The model that describes these customers best: the lowest AIC.
const [purchases] = [fitParetoNbd(customers), fitMbgNbd(customers)].sort(
  (a, b) => a.fit.aic - b.fit.aic,
);
const spend = fitGammaGamma(customers);
console.log(purchases.kind, purchases.params);
console.log(spend.independence.message);

const alive = probabilityAlive(purchases, customers);
const perPurchase = expectedSpend(spend, customers);
const value = expectedResidualTransactions(purchases, customers, {
  horizon: { weeks: 52 },
  discountRate: { annual: 0.1 },
}).map((count, row) => count * perPurchase[row]);

const best = [...value.keys()].sort((a, b) => value[b] - value[a]).slice(0, 5);
for (const row of best) {
  const chance = `${Math.round(alive[row] * 100)} %`;
  console.log(customers.customerIds[row], `alive ${chance},`, `$${value[row].toFixed(2)}`);
}
