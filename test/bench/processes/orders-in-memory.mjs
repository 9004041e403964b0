import { scoreRfm } from "clientele/rfm";
import { summarizeTransactions } from "clientele/transactions";
import { madeOrders } from "../made-orders.mjs";
import { finish, median } from "../measure.mjs";

const [orders, customers] = process.argv.slice(2).map(Number);
const columns = madeOrders(orders, customers);
const log = {
  ...columns,
  customerIds: Array.from({ length: customers }, (_, number) => `C${number}`),
  currency: "XXX",
  minorDigits: 2,
  zone: "UTC",
};
const times = [];
for (let run = 0; run < 6; run++) {
  const startedAt = performance.now();
  scoreRfm(summarizeTransactions(log, { asOf: "2024-12-31", sameDay: process.argv[4] }));
  if (run > 0) times.push(performance.now() - startedAt);
}
finish({ times, median: median(times) });
