import { invalid } from "../../core/errors.js";
import { logSumExp } from "../../core/math/index.js";
import { visitStretch } from "../process/integrate-stretch.js";
import { stageLogs } from "../regular-timing/stage-logs.js";
import { BETA, GAMMA } from "./families.js";
import type { Mixture, MixturePart } from "./mixture.js";
import type { PosteriorModel, PosteriorParameter } from "./types.js";

/** The posteriors of one customer. */
export type PosteriorMixtures = { readonly [Name in PosteriorParameter]?: Mixture } & {
  readonly purchaseRate: Mixture;
};

/** A history with the probability to be alive at its end. */
export interface JudgedHistory {
  readonly x: number;
  readonly recency: number;
  readonly age: number;
  readonly alive: number;
}

/**
 * The posteriors under a model that has been checked: who is alive and who has left are two parts; who has
 * left at a moment that nobody saw is one part for each node of an integral over it.
 */
export function posteriorMixtures(
  model: PosteriorModel,
  history: JudgedHistory,
): PosteriorMixtures {
  switch (model.kind) {
    case "nbd": {
      const { r, alpha } = model.params;
      return { purchaseRate: { family: GAMMA, parts: [[1, r + history.x, alpha + history.age]] } };
    }
    case "paretoNbd":
      return ofPareto(model.params, history);
    case "bgNbd":
    case "bgCnbd":
      return ofChances(model.params, history, history.x, regularityOf(model));
    case "mbgNbd":
    case "mbgCnbd":
      return ofChances(model.params, history, history.x + 1, regularityOf(model));
  }
}

/**
 * The parameters of a model that have a posterior.
 *
 * @throws ClienteleError INVALID_ARGUMENT for a model whose customers' parameters have none here
 */
export function posteriorParameters({ kind }: PosteriorModel): readonly PosteriorParameter[] {
  switch (kind) {
    case "nbd":
      return ["purchaseRate"];
    case "paretoNbd":
      return ["purchaseRate", "dropoutRate"];
    case "bgNbd":
    case "mbgNbd":
    case "bgCnbd":
    case "mbgCnbd":
      return ["purchaseRate", "dropoutChance"];
    default:
      throw invalid("model.kind", "nbd, paretoNbd, bgNbd, mbgNbd, bgCnbd or mbgCnbd", kind);
  }
}

function regularityOf(model: object): number {
  return "regularity" in model ? (model.regularity as number) : 1;
}

/**
 * Alive: λ gamma(r + x, α + T), μ gamma(s, β + T). Left at y, with a density ∝ (α + y)^-(r + x)
 * (β + y)^-(s + 1) over [t_x, T]: λ gamma(r + x, α + y), μ gamma(s + 1, β + y).
 */
function ofPareto(
  { r, alpha, s, beta }: Readonly<Record<"r" | "alpha" | "s" | "beta", number>>,
  { x, recency, age, alive }: JudgedHistory,
): PosteriorMixtures {
  const rates: MixturePart[] = [[alive, r + x, alpha + age]];
  const dropouts: MixturePart[] = [[alive, s, beta + age]];
  if (age > recency && alive < 1) {
    const [bought, left] = [alpha + recency, beta + recency];
    const scale = Math.min(bought / (r + x + 1), left / (s + 2));
    const moments: [y: number, share: number][] = [];
    visitStretch(age - recency, scale, (u, weight) => {
      const log = -(r + x) * Math.log1p(u / bought) - (s + 1) * Math.log1p(u / left);
      moments.push([recency + u, weight * Math.exp(log)]);
    });
    const whole = moments.reduce((sum, [, share]) => sum + share, 0);
    for (const [y, share] of moments) {
      const weight = (1 - alive) * (share / whole);
      rates.push([weight, r + x, alpha + y]);
      dropouts.push([weight, s + 1, beta + y]);
    }
  }
  return {
    purchaseRate: { family: GAMMA, parts: rates },
    dropoutRate: { family: GAMMA, parts: dropouts },
  };
}

/**
 * Alive after n chances to leave: p beta(a, b + n), λ gamma(r + x, α + T). Left at the last of them: p
 * beta(a + 1, b + n - 1), λ gamma(r + x, α + t_x). With k stages to a purchase the rate is of stages, and
 * one of purchases is a k-th of it.
 */
function ofChances(
  { r, alpha, a, b }: Readonly<Record<"r" | "alpha" | "a" | "b", number>>,
  { x, recency, age, alive }: JudgedHistory,
  chances: number,
  k: number,
): PosteriorMixtures {
  const shape = r + k * x;
  const logs = stageLogs(shape, (age - recency) / (alpha + age), k);
  const whole = logSumExp(logs);
  const rates = Array.from(
    logs,
    (log, stage): MixturePart => [alive * Math.exp(log - whole), shape + stage, k * (alpha + age)],
  );
  const dropouts: MixturePart[] = [[alive, a, b + chances]];
  if (alive < 1) {
    rates.push([1 - alive, shape, k * (alpha + recency)]);
    dropouts.push([1 - alive, a + 1, b + chances - 1]);
  }
  return {
    purchaseRate: { family: GAMMA, parts: rates.filter(([weight]) => weight > 0) },
    dropoutChance: { family: BETA, parts: dropouts.filter(([weight]) => weight > 0) },
  };
}
