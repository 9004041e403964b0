// A points programme over a year and a half of orders, with refunds, expiry and a tier year-end:
// `node examples/loyalty-programme.mjs`.
import { fileURLToPath } from "node:url";
import { loyalty, money } from "clientele";
import { readTransactionsFile } from "clientele/files";

/** @param {number} dollars */
const dollars = (dollars) => money.money(dollars * 100, "USD");
const config = {
  id: "record-club",
  version: 1,
  zone: "America/New_York",
  currency: "USD",
  earning: {
    rules: [
      { id: "base", give: { points: 10, per: dollars(1) } },
      { id: "gold", when: { fact: "tier", eq: "gold" }, give: { multiply: "1.5" } },
    ],
  },
  expiry: { after: "P1Y", upTo: "quarter" },
  value: { points: 1000, value: dollars(5) },
  tiers: {
    metric: { measure: "spend" },
    window: { calendar: "year" },
    levels: [
      { id: "member", label: { en: "Member", zh: "会员" }, from: 0 },
      { id: "gold", label: { en: "Gold", zh: "金卡" }, from: 20000 },
    ],
    validity: { after: "P0D", upTo: "year" },
    grace: "P1M",
  },
};
for (const { path, message } of loyalty.checkProgram(config)) console.log(path, message.en);
const program = loyalty.compileProgram(loyalty.parseProgram(config));

// One member: an order, a partial refund, and the turn of the year.
let account = loyalty.openAccount(program, { id: "m-1", at: "1997-03-01T00:00:00-05:00" });
const bought = loyalty.earn(program, account, {
  key: "order-1",
  at: "1997-03-04T10:00:00-05:00",
  order: { id: "1", lines: [{ id: "cds", amount: dollars(260) }] },
});
if (bought.ok) account = bought.value.account;
console.log(`earned ${account.spendablePoints}, ${account.standing?.tier}`);
const refunded = loyalty.reverse(program, account, {
  key: "refund-1",
  at: "1997-03-20T10:00:00-05:00",
  order: "1",
  lines: [{ line: "cds", amount: dollars(50) }],
});
if (refunded.ok) account = refunded.value.account;
console.log(loyalty.evaluateTier(program, account, "1997-12-01")?.explanation.en);
const { entries } = loyalty.advance(program, account, "1998-06-30");
for (const { kind, atMs, points } of entries) {
  console.log(new Date(atMs).toISOString().slice(0, 10), kind, points);
}

// The first 4,000 customers: every fiftieth order is refunded in full ten days later.
const file = fileURLToPath(new URL("data/cdnow-orders.csv", import.meta.url));
const { log } = await readTransactionsFile(file, {
  defaultCurrency: "USD",
  zone: config.zone,
});
const orders = [...log.atMs.keys()].filter((position) => log.customerIndex[position] < 4000);
const refunds = [...orders.keys()].filter((position) => position % 50 === 49);
const returned = refunds.map((position) => orders[position]);
const history = {
  ...log,
  customerIndex: Int32Array.from([...orders, ...returned], (at) => log.customerIndex[at]),
  atMs: Float64Array.from([
    ...orders.map((at) => log.atMs[at]),
    ...returned.map((at) => log.atMs[at] + 10 * 86_400_000),
  ]),
  amountMinor: Float64Array.from([
    ...orders.map((at) => log.amountMinor[at]),
    ...returned.map((at) => -log.amountMinor[at]),
  ]),
  refundOf: Int32Array.from([...orders.map(() => -1), ...refunds]),
};
const run = loyalty.simulateProgram(program, history, { asOf: "1998-06-30", redeemPoints: 5000 });
console.log(run.points, run.cost);
for (const { month, lapsed, membersByTier } of run.months)
  console.log(month, lapsed, membersByTier);
