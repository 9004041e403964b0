// Why the Wald intervals of r cover less than they state: MBG/NBD fitted to its own simulations, of two
// sizes, with Wald and profile-likelihood intervals of each parameter. Writes
// docs/studies/mbg-nbd-coverage.md: `npm run build && node test/studies/mbg-nbd-coverage.mjs`.
import { mkdirSync, writeFileSync } from "node:fs";
import { fitMbgNbd, profileIntervals, simulateCustomers } from "../../dist/clv/index.js";
import { seededRandom } from "../../dist/core/index.js";

/** How often so many customers are simulated. */
const STUDIES = [
  [1000, 400],
  [4000, 200],
];
const BOUND = 1.959963984540054;
/** Outside of these a profile interval decides as the Wald interval does. */
const [SURELY_IN, SURELY_OUT] = [1.5, 2.7];
const TRUTH = {
  kind: "mbgNbd",
  version: 1,
  timeUnit: "week",
  params: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 },
};
const NAMES = Object.keys(TRUTH.params);

const sections = STUDIES.map(
  ([customers, replicates]) =>
    `## ${customers} customers, ${replicates} times\n\n${runStudy(customers, replicates)}`,
);

const text = `# Coverage of the intervals of MBG/NBD

Written by \`node test/studies/mbg-nbd-coverage.mjs\`. Customers, 52 to 104 weeks old, are simulated from
r ${TRUTH.params.r}, alpha ${TRUTH.params.alpha}, a ${TRUTH.params.a} and b ${TRUTH.params.b}, and the model is fitted to them. "Wald" and
"profile" are the shares of 95 % intervals that hold the truth (\`parameterIntervals\`, on the log scale, and
\`profileIntervals\`); by chance alone they lie within 2.2 percentage points of 95 % (3.0 in the second study)
in 19 of 20 such studies. z is the error of the logarithm in its stated standard errors: its mean would be 0
and its deviation 1 if the logarithm were normally distributed.

A one-time buyer is either slow or has left right away, and with few customers the data hardly tell which:
the logarithms of r and b have a correlation of about -0.8, and the likelihood falls along a bent valley. The
curvature at its top then makes standard errors that are a tenth too small for r and b with a thousand
customers, which is why their Wald intervals cover some 92 to 93 %. There is no bias to speak of. Profile
intervals follow the valley and cover what they state; with four thousand customers both do.

${sections.join("\n\n")}
`;
mkdirSync(new URL("../../docs/studies/", import.meta.url), { recursive: true });
writeFileSync(new URL("../../docs/studies/mbg-nbd-coverage.md", import.meta.url), text);

function runStudy(customers, replicates) {
  const rows = NAMES.map((name) => ({ name, errors: [], wald: 0, profile: 0 }));
  for (let seed = 1; seed <= replicates; seed++) {
    const histories = simulateCustomers(TRUTH, {
      customers,
      age: [{ weeks: 52 }, { weeks: 104 }],
      random: seededRandom(10_000 + seed),
    });
    const model = fitMbgNbd(histories);
    for (const row of rows) record(row, model, histories);
  }
  const lines = rows.map(({ name, errors, wald, profile }) => {
    const mean = errors.reduce((sum, each) => sum + each, 0) / errors.length;
    const square = errors.reduce((sum, each) => sum + (each - mean) ** 2, 0) / errors.length;
    const shares = [wald, profile].map(
      (count) => `${((100 * count) / errors.length).toFixed(1)} %`,
    );
    return `| ${name} | ${shares.join(" | ")} | ${mean.toFixed(2)} | ${Math.sqrt(square).toFixed(2)} |`;
  });
  return [
    "| | Wald | profile | mean z | deviation of z |",
    "|---|---:|---:|---:|---:|",
    ...lines,
  ].join("\n");
}

function record(row, model, histories) {
  const { name } = row;
  const truth = TRUTH.params[name];
  const z = Math.log(model.params[name] / truth) / model.fit.logStandardErrors[name];
  row.errors.push(z);
  const isIn = Math.abs(z) <= BOUND;
  if (isIn) row.wald++;
  if (Math.abs(z) < SURELY_IN || Math.abs(z) > SURELY_OUT) {
    if (isIn) row.profile++;
    return;
  }
  const { low = 0, high = Infinity } = profileIntervals(model, histories, { parameters: [name] })[
    name
  ];
  if (low <= truth && truth <= high) row.profile++;
}
