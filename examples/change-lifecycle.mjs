// Edit examples/data/lifecycle.json and run this again: `node examples/change-lifecycle.mjs`.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readTransactionsFile } from "clientele/files";
import {
  checkLifecycle,
  compareVersions,
  compileLifecycle,
  PURCHASE_LIFECYCLE,
  replayAll,
} from "clientele/lifecycle";

const file = fileURLToPath(new URL("data/lifecycle.json", import.meta.url));
const definition = JSON.parse(readFileSync(file, "utf8"));

// What is wrong with the file, before any customer meets it.
for (const { path, severity, message, remedy } of checkLifecycle(definition)) {
  console.log(`${severity} at ${path}: ${message.en}. ${remedy.en}`);
}

// Every order is an event of its customer.
const orders = fileURLToPath(new URL("data/cdnow-orders.csv", import.meta.url));
const { log } = await readTransactionsFile(orders, { defaultCurrency: "USD" });
const events = Array.from(log.customerIndex, (customer, order) => ({
  id: `order-${order}`,
  customerId: log.customerIds[customer] ?? "",
  type: "order",
  at: log.atMs[order] ?? 0,
}));

// Who is where at the end of June 1998?
const lifecycle = compileLifecycle(definition);
const stages = new Map();
for (const { state } of replayAll(lifecycle, events, { asOf: "1998-06-30" })) {
  stages.set(state.current, (stages.get(state.current) ?? 0) + 1);
}
for (const [stage, customers] of stages) console.log(stage.padEnd(16), customers);

// And who would be elsewhere under the rules as they come with the library?
const shipped = compileLifecycle(PURCHASE_LIFECYCLE);
const compared = compareVersions(shipped, lifecycle, events, { asOf: "1998-06-30" });
console.log(
  `${compared.customers - compared.alike} of ${compared.customers} elsewhere than before`,
);
for (const { one, other, customers } of compared.ends) {
  if (one !== other) console.log(`${one} -> ${other}`.padEnd(32), customers);
}
