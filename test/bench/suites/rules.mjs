import { compileRule, compileTrace, evaluateRule, explainRule } from "clientele/rules";
import { measure, median } from "../measure.mjs";

const AS_OF = Date.UTC(2026, 2, 15);
const DAY = 86_400_000;
const CUSTOMERS = 1000;

/** Five tests of facts, none of which decides alone: all five run. */
const FACTS_ONLY = {
  when: {
    and: [
      { fact: "tier", in: ["silver", "gold"] },
      { fact: "age", gte: 18 },
      { fact: "city", ne: "Paris" },
      { fact: "active", eq: true },
      { fact: "visits", between: [2, 5000] },
    ],
  },
};

/** Five tests of every kind: a list, money, a path, elapsed time and a count of events in a window. */
const EVERY_KIND = {
  zone: "Asia/Shanghai",
  when: {
    and: [
      { fact: "tier", in: ["silver", "gold"] },
      { fact: "spend", gte: { minor: 10_000, currency: "CNY" } },
      { fact: "address.city", ne: "Paris" },
      { since: "joinedAt", gte: "P90D" },
      { count: "orders", within: "P30D", gte: 2 },
    ],
  },
};

/** The tests of FACTS_ONLY in the notation of json-rules-engine. */
const THEIRS = {
  conditions: {
    all: [
      { fact: "tier", operator: "in", value: ["silver", "gold"] },
      { fact: "age", operator: "greaterThanInclusive", value: 18 },
      { fact: "city", operator: "notEqual", value: "Paris" },
      { fact: "active", operator: "equal", value: true },
      { fact: "visits", operator: "greaterThanInclusive", value: 2 },
      { fact: "visits", operator: "lessThanInclusive", value: 5000 },
    ],
  },
  event: { type: "yes" },
};

/** Rules over many customers: compiled, with the trace, explained, and beside json-rules-engine. */
export async function rulesSuite() {
  const customers = Array.from({ length: CUSTOMERS }, madeCustomer);
  const each = (count, decide) => () => {
    for (let run = 0; run < count; run++) decide(customers[run % CUSTOMERS], AS_OF);
  };
  const rows = [
    rate(
      "facts only, compiled",
      1_000_000,
      each(1_000_000, compileRule(FACTS_ONLY)),
      "5,000,000 a second",
    ),
    rate("every kind of test, compiled", 1_000_000, each(1_000_000, compileRule(EVERY_KIND))),
    rate(
      "facts only, with the trace",
      200_000,
      each(200_000, compileTrace(FACTS_ONLY)),
      "500,000 a second",
    ),
    rate("every kind of test, with the trace", 200_000, each(200_000, compileTrace(EVERY_KIND))),
    rate("every kind of test, compiled, traced and explained", 500, each(500, explainAnew)),
  ];
  const theirs = await jsonRulesEngine(customers);
  return {
    title: "Rules of five tests",
    note: "One rule over 1,000 customers in turn, all five tests true; evaluations a second. json-rules-engine is asynchronous; its rule is compiled once and run for each customer.",
    rows: theirs === undefined ? rows : [...rows, theirs],
  };
}

function madeCustomer(_, index) {
  return {
    tier: index % 2 === 0 ? "silver" : "gold",
    age: 20 + (index % 50),
    city: "Wuhan",
    active: true,
    visits: 3 + index,
    spend: { minor: 20_000 + index, currency: "CNY" },
    address: { city: "Wuhan" },
    joinedAt: AS_OF - 200 * DAY - index,
    orders: [{ at: AS_OF - 5 * DAY }, { at: AS_OF - 10 * DAY }, { at: AS_OF - 100 * DAY }],
  };
}

/** A rule that does not hold, from the JSON to the sentence. */
function explainAnew(customer, asOf) {
  return explainRule(evaluateRule(EVERY_KIND, { ...customer, orders: [] }, { asOf }).trace);
}

/** Runs json-rules-engine when it is installed. */
async function jsonRulesEngine(customers) {
  const found = await import("json-rules-engine").catch(() => undefined);
  if (found === undefined) return undefined;
  const engine = new found.Engine([THEIRS]);
  const runs = 20_000;
  const times = [];
  for (let round = 0; round < 5; round++) {
    const startedAt = performance.now();
    for (let run = 0; run < runs; run++) {
      const { events } = await engine.run(customers[run % CUSTOMERS]);
      if (events.length !== 1) throw new Error("json-rules-engine disagrees");
    }
    times.push(performance.now() - startedAt);
  }
  return rateRow("facts only, json-rules-engine", runs, times);
}

function rate(what, evaluations, task, bar) {
  return rateRow(what, evaluations, measure(task), bar);
}

function rateRow(what, evaluations, times, bar) {
  const perSecond = (milliseconds) =>
    Math.round((evaluations / milliseconds) * 1000).toLocaleString("en");
  return {
    what,
    median: `${perSecond(median(times))} a second`,
    range: `${perSecond(Math.max(...times))} to ${perSecond(Math.min(...times))}`,
    ...(bar !== undefined && { bar }),
  };
}
