import { ClienteleError, checkNumber } from "../../core/index.js";
import { hazardAt } from "./redemption-curve.js";
import type { RedemptionModel, RedemptionParams, Vintage } from "./types.js";

/**
 * Fits how points are redeemed month by month of their age, a discrete-time hazard with lapsing as
 * the competing end (Allison, 1982; Singer and Willett, 1993): the log-odds of redemption are
 * `level + slope * ln(age + 1)`, by maximum likelihood over the months that each vintage has been
 * seen to their end. Members redeem many points at once, so the covariance is that of a
 * quasi-binomial with Pearson's dispersion over vintages and ages (McCullagh and Nelder, 1989, 4.5).
 *
 * @param vintages - of `tabulateVintages`
 * @returns `undefined` when no point was redeemed in an observed month, or all were in the first
 * @throws ClienteleError INVALID_ARGUMENT for counts that are none
 * @example
 * const model = fitRedemption(table.vintages);
 */
export function fitRedemption(vintages: readonly Vintage[]): RedemptionModel | undefined {
  const cells = cellsOf(vintages);
  const redeemed = cells.reduce((so, cell) => so + cell.redeemed, 0);
  const atRisk = cells.reduce((so, cell) => so + cell.atRisk, 0);
  if (redeemed === 0 || redeemed === atRisk) return undefined;
  const ages = new Set(cells.map(({ age }) => age)).size;
  const start = Math.log(redeemed / (atRisk - redeemed));
  const { level, slope, inverse } = newton(cells, { level: start, slope: 0 }, ages > 1);
  const params = { level, slope };
  const free = ages > 1 ? 2 : 1;
  const dispersion = Math.max(1, pearson(cells, params) / Math.max(1, cells.length - free));
  const covariance = inverse.map(([a, b]) => [a * dispersion, b * dispersion] as const);
  return {
    kind: "pointRedemption",
    version: 1,
    params,
    fit: { cells: cells.length, pointMonths: atRisk, dispersion, covariance },
  };
}

interface Cell {
  readonly age: number;
  readonly atRisk: number;
  readonly redeemed: number;
}

function cellsOf(vintages: readonly Vintage[]): Cell[] {
  return vintages.flatMap(({ atRisk, redemptions }, index) =>
    atRisk.flatMap((count, age) => {
      const redeemed = redemptions[age] ?? 0;
      checkNumber(count, `vintages[${index}].atRisk[${age}]`, "count");
      checkNumber(redeemed, `vintages[${index}].redemptions[${age}]`, "count");
      return count === 0 ? [] : [{ age, atRisk: count, redeemed: Math.min(redeemed, count) }];
    }),
  );
}

type Inverse = readonly [readonly [number, number], readonly [number, number]];
const MOST_STEPS = 100;

/** Newton's method on a concave likelihood, halving steps that do not climb. */
function newton(
  cells: readonly Cell[],
  start: RedemptionParams,
  hasSlope: boolean,
): RedemptionParams & { readonly inverse: Inverse } {
  let params = start;
  let value = logLikelihood(cells, params);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, inverse } = curvature(cells, params, hasSlope);
    const move = inverse.map(([a, b]) => a * gradient[0] + b * gradient[1]) as [number, number];
    // The expected gain of a full step: what is below is rounding.
    if (move[0] * gradient[0] + move[1] * gradient[1] < 1e-12 * Math.max(1, Math.abs(value))) {
      return { ...params, inverse };
    }
    let share = 1;
    let next = params;
    let reached = -Infinity;
    while (share > 1e-9 && !(reached >= value)) {
      next = { level: params.level + share * move[0], slope: params.slope + share * move[1] };
      reached = logLikelihood(cells, next);
      share /= 2;
    }
    params = next;
    value = reached;
  }
  throw new ClienteleError("NO_CONVERGENCE", "the redemption curve was not found", { MOST_STEPS });
}

function logLikelihood(cells: readonly Cell[], params: RedemptionParams): number {
  return cells.reduce((so, { age, atRisk, redeemed }) => {
    const odds = params.level + params.slope * Math.log(age + 1);
    return so + redeemed * odds - atRisk * softplus(odds);
  }, 0);
}

/** log(1 + e^x) without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

function curvature(
  cells: readonly Cell[],
  params: RedemptionParams,
  hasSlope: boolean,
): { readonly gradient: readonly [number, number]; readonly inverse: Inverse } {
  let [level, slope, a, b, d] = [0, 0, 0, 0, 0];
  for (const { age, atRisk, redeemed } of cells) {
    const hazard = hazardAt(params, age);
    const x = hasSlope ? Math.log(age + 1) : 0;
    const residual = redeemed - atRisk * hazard;
    const weight = atRisk * hazard * (1 - hazard);
    level += residual;
    slope += residual * x;
    a += weight;
    b += weight * x;
    d += weight * x * x;
  }
  const determinant = a * d - b * b;
  const inverse: Inverse =
    hasSlope && determinant > 0
      ? [
          [d / determinant, -b / determinant],
          [-b / determinant, a / determinant],
        ]
      : [
          [1 / a, 0],
          [0, 0],
        ];
  return { gradient: [level, slope], inverse };
}

/** Pearson's statistic: 1 per degree of freedom where points are redeemed one by one. */
function pearson(cells: readonly Cell[], params: RedemptionParams): number {
  return cells.reduce((so, { age, atRisk, redeemed }) => {
    const hazard = hazardAt(params, age);
    return so + (redeemed - atRisk * hazard) ** 2 / (atRisk * hazard * (1 - hazard));
  }, 0);
}
