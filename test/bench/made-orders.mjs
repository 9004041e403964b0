import { closeSync, existsSync, openSync, renameSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { core } from "clientele";

const FIRST_DAY = 18_993; // 2022-01-01
const DAYS = 1095;

/** Random orders as columns with dense customer numbers: uniform customers and days, 0.50 to 120.50. */
export function madeOrders(orders, customers, seed = 1) {
  const random = core.seededRandom(seed);
  const customerIndex = new Int32Array(orders);
  const atMs = new Float64Array(orders);
  const amountMinor = new Float64Array(orders);
  for (let row = 0; row < orders; row++) {
    customerIndex[row] = Math.floor(random() * customers);
    atMs[row] = (FIRST_DAY + Math.floor(random() * DAYS)) * 86_400_000;
    amountMinor[row] = 50 + Math.floor(random() * 12_000);
  }
  return { customerIndex, atMs, amountMinor };
}

/** The same orders as a CSV file in the temporary folder, made once. */
export function madeOrderFile(orders, customers) {
  const path = join(tmpdir(), `clientele-bench-${orders}-${customers}.csv`);
  if (existsSync(path)) return path;
  const { customerIndex, atMs, amountMinor } = madeOrders(orders, customers);
  const days = new Map();
  const dayOf = (at) => {
    if (!days.has(at)) days.set(at, new Date(at).toISOString().slice(0, 10));
    return days.get(at);
  };
  const unfinished = `${path}.${process.pid}`;
  const file = openSync(unfinished, "w");
  let lines = ["customer_id,date,amount"];
  for (let row = 0; row < orders; row++) {
    const id = String(customerIndex[row]).padStart(7, "0");
    lines.push(`C${id},${dayOf(atMs[row])},${(amountMinor[row] / 100).toFixed(2)}`);
    if (lines.length === 100_000 || row === orders - 1) {
      writeSync(file, `${lines.join("\n")}\n`);
      lines = [];
    }
  }
  closeSync(file);
  renameSync(unfinished, path);
  return path;
}
