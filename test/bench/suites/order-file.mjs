import { madeOrderFile } from "../made-orders.mjs";
import { measureProcesses, median, row } from "../measure.mjs";

const ORDERS = 10_000_000;
const CUSTOMERS = 500_000;

/** From a file to RFM scores, beside DuckDB; and how memory grows. */
export async function orderFileSuite() {
  const path = madeOrderFile(ORDERS, CUSTOMERS);
  const fewer = madeOrderFile(ORDERS / 5, CUSTOMERS);
  const [ours, duckdb] = measureProcesses(
    [
      ["order-file-clientele.mjs", path],
      ["order-file-duckdb.mjs", path],
    ],
    5,
  );
  const [small] = measureProcesses([["order-file-clientele.mjs", fewer]], 3);
  const ratios = ours.times.map((time, run) => time / duckdb.times[run]);
  const memory = ({ megabytes }) => `${median(megabytes)} MB`;
  return {
    title: "An order file to RFM scores",
    note: "Whole processes: a made CSV of 10,000,000 orders of 500,000 customers (about 250 MB) to one row per customer with three scores, in columns. Runs in turn.",
    rows: [
      row("clientele, 10,000,000 orders", ours.times, {
        memory: memory(ours),
        bar: "4 s, 400 MB",
        against: `${median(ratios).toFixed(2)} × DuckDB's time`,
      }),
      row("DuckDB, the same file, 2 threads", duckdb.times, { memory: memory(duckdb) }),
      row("clientele, 2,000,000 orders of as many customers", small.times, {
        memory: memory(small),
        bar: "memory as above: it grows with customers",
      }),
    ],
  };
}
