// Simulates customers with covariates from known parameters, fits, and counts how often the 95 %
// intervals hold the truth. Writes docs/studies/clv-covariates.md:
// `npm run build && node test/studies/clv-covariates.mjs`.
import { mkdirSync, writeFileSync } from "node:fs";
import {
  fitBgNbd,
  fitMbgNbd,
  fitParetoNbd,
  parameterIntervals,
  simulateCustomers,
} from "../../dist/clv/index.js";
import { seededRandom } from "../../dist/core/index.js";

const REPLICATES = 200;
const CUSTOMERS = 600;
const EFFECTS = {
  "transaction.member": 0.4,
  "transaction.size": 0.15,
  "dropout.member": -0.5,
  "dropout.distance": 0.6,
};

const STUDIES = [
  ["Pareto/NBD", fitParetoNbd, "paretoNbdCovariates", { r: 0.9, alpha: 8, s: 0.7, beta: 12 }],
  ["BG/NBD", fitBgNbd, "bgNbdCovariates", { r: 0.7, alpha: 5, a: 0.8, b: 2.5 }],
  ["MBG/NBD", fitMbgNbd, "mbgNbdCovariates", { r: 0.7, alpha: 5, a: 0.8, b: 2.5 }],
];

const tables = STUDIES.map(([name, fitModel, kind, params]) => {
  console.log(`${name} …`);
  return `## ${name} with covariates\n\n${runStudy(fitModel, kind, { ...params, ...EFFECTS })}`;
});

const text = `# Recovery of the lifetime models with covariates

Written by \`node test/studies/clv-covariates.mjs\`. For each model ${REPLICATES} times ${CUSTOMERS} customers, 52 to
104 weeks old, are simulated: four in ten are members, which moves both their purchases and their leaving,
sizes are 0 to 4 and distances spread evenly from -1 to 1. "Covered" is the share of 95 % intervals that
hold the truth; by chance alone it lies within 3 percentage points of 95 % in 19 of 20 such studies. Each
sample has the same covariates, so that its centers are the truth's. Fits without a covariance say so
and have no interval; they are counted apart.

${tables.join("\n\n")}
`;
mkdirSync(new URL("../../docs/studies/", import.meta.url), { recursive: true });
writeFileSync(new URL("../../docs/studies/clv-covariates.md", import.meta.url), text);

function runStudy(fitModel, kind, params) {
  const covariates = makeCovariates();
  const truth = { kind, version: 1, timeUnit: "week", params, covariates: listCenters(covariates) };
  const rows = Object.entries(params).map(([name, value]) => ({
    name,
    value,
    estimates: [],
    covered: 0,
  }));
  let without = 0;
  for (let seed = 1; seed <= REPLICATES; seed++) {
    const customers = simulateCustomers(truth, {
      customers: CUSTOMERS,
      age: [{ weeks: 52 }, { weeks: 104 }],
      covariates,
      random: seededRandom(seed),
    });
    const model = fitModel(customers);
    if (model.fit.logCovariance === undefined) {
      without++;
      continue;
    }
    const intervals = parameterIntervals(model);
    for (const row of rows) {
      const { estimate, low, high } = intervals[row.name];
      row.estimates.push(estimate);
      if (low <= row.value && row.value <= high) row.covered++;
    }
  }
  const lines = rows.map(({ name, value, estimates, covered }) => {
    const share = ((100 * covered) / estimates.length).toFixed(1);
    return `| ${name} | ${value.toPrecision(3)} | ${median(estimates).toPrecision(3)} | ${share} % |`;
  });
  const head = "| | truth | median estimate | covered |\n|---|---:|---:|---:|";
  return `${head}\n${lines.join("\n")}\n\nFits without a covariance: ${without} of ${REPLICATES}.`;
}

function makeCovariates() {
  const random = seededRandom(2026);
  const column = (value) => Array.from({ length: CUSTOMERS }, value);
  const member = column(() => (random() < 0.4 ? 1 : 0));
  return {
    transaction: { member, size: column(() => Math.floor(5 * random())) },
    // Steps, so that customers share their covariates and the study is soon done.
    dropout: { member, distance: column(() => Math.round(4 * (2 * random() - 1)) / 4) },
  };
}

function listCenters(covariates) {
  const list = (side) =>
    Object.entries(side).map(([name, column]) => ({
      name,
      center: column.reduce((sum, value) => sum + value, 0) / column.length,
    }));
  return { transaction: list(covariates.transaction), dropout: list(covariates.dropout) };
}

function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  return (
    (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2
  );
}
