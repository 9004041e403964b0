// Runs the benchmarks and writes docs/benchmarks.md: `npm run bench`, or `npm run bench -- rfm` for some.
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { clvSuite } from "./suites/clv.mjs";
import { lifecycleSuite } from "./suites/lifecycle.mjs";
import { loyaltySuite } from "./suites/loyalty.mjs";
import { orderFileSuite } from "./suites/order-file.mjs";
import { ordersSuite } from "./suites/orders.mjs";
import { rulesSuite } from "./suites/rules.mjs";

const SUITES = {
  orderFile: orderFileSuite,
  orders: ordersSuite,
  clv: clvSuite,
  rules: rulesSuite,
  lifecycle: lifecycleSuite,
  loyalty: loyaltySuite,
};

const wanted = process.argv.slice(2);
const sections = [];
for (const [name, suite] of Object.entries(SUITES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name} …`);
  const { title, note, rows } = await suite();
  const table = markdownTable(rows);
  sections.push(`## ${title}\n\n${note}\n\n${table}`);
  console.log(`\n${title}\n\n${table}`);
}

if (wanted.length === 0) {
  const text = `# Benchmarks\n\nWritten by \`npm run bench\` on ${machine()}. Medians; the machine is shared and noisy, so read the ratios.\n\n${sections.join("\n\n")}\n`;
  writeFileSync(new URL("../../docs/benchmarks.md", import.meta.url), text);
  console.log("\nWritten to docs/benchmarks.md");
}

function markdownTable(rows) {
  const heads = ["what", "median", "min to max", "peak memory", "bar", "against"];
  const cells = rows.map((row) => [
    row.what,
    row.median,
    row.range ?? "",
    row.memory ?? "",
    row.bar ?? "",
    row.against ?? "",
  ]);
  return [heads, heads.map(() => "---"), ...cells]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}

function machine() {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
}
