import { checkColumn, checkLength, checkNumber } from "../../core/column.js";
import { ClienteleError, invalid } from "../../core/errors.js";
import { type Matrix, solveLeastSquares } from "../../core/math/index.js";
import { checkStages } from "../durations/check-stages.js";
import type { StageFlow } from "./types.js";

/** A flow as its other functions need it. */
export interface Chain {
  readonly names: readonly string[];
  /** The probabilities of the next stage, by stage; a row of zeros for a stage that is never left. */
  readonly next: Matrix;
  /** The mean stay, in days; of a stage that is never left, Infinity. */
  readonly stayDays: readonly number[];
}

/**
 * Reads a flow, which may come from JSON.
 *
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION
 */
export function readChain(flow: StageFlow): Chain {
  if (typeof flow !== "object" || flow === null || flow.kind !== "stage-flow") {
    throw invalid("flow", "what stageFlow returns", flow);
  }
  if (flow.version !== 1) {
    throw new ClienteleError(
      "UNSUPPORTED_VERSION",
      `flow.version ${String(flow.version)} is not known here; this library reads version 1`,
      { where: "flow.version", expected: "1", got: String(flow.version) },
    );
  }
  const { stages, counts } = flow;
  if (!Array.isArray(stages)) throw invalid("flow.stages", "a list of stages", stages);
  if (!Array.isArray(counts)) throw invalid("flow.counts", "a list of rows", counts);
  checkLength(counts, "flow.counts", stages.length);
  const exits = counts.map((row, place) => {
    checkColumn(row, `flow.counts[${place}]`, "count", stages.length);
    return row.reduce((sum: number, count: number) => sum + count, 0);
  });
  return {
    names: stages.map(({ stage }) => stage),
    next: counts.map((row, place) => row.map((count: number) => count / (exits[place] || 1))),
    stayDays: stages.map(({ exposureDays }, place) => {
      checkNumber(exposureDays, `flow.stages[${place}].exposureDays`, "nonNegative");
      return exits[place] === 0 ? Infinity : exposureDays / exits[place];
    }),
  };
}

/**
 * Which stages a list names.
 *
 * @throws ClienteleError INVALID_ARGUMENT for a name that the flow has not
 */
export function markStages(
  { names }: Chain,
  stages: readonly string[],
  where: string,
): readonly boolean[] {
  checkStages(stages, where);
  for (const stage of stages) {
    if (!names.includes(stage)) throw invalid(where, `stages of ${names.join(", ")}`, stage);
  }
  return names.map((name) => stages.includes(name));
}

/** The chain that ends in some of its stages: what follows after them does not count. */
export function endIn(chain: Chain, isEnd: readonly boolean[]): Chain {
  return {
    ...chain,
    next: chain.next.map((row, place) => (isEnd[place] ? row.map(() => 0) : row)),
  };
}

/** Which stages can get to one of the targets, the targets themselves included. */
export function canReach({ next }: Chain, targets: readonly boolean[]): readonly boolean[] {
  const reaches = [...targets];
  const found = targets.flatMap((isTarget, place) => (isTarget ? [place] : []));
  for (let place = found.pop(); place !== undefined; place = found.pop()) {
    for (let from = 0; from < next.length; from++) {
      if (reaches[from] || next[from]![place] === 0) continue;
      reaches[from] = true;
      found.push(from);
    }
  }
  return reaches;
}

/**
 * Solves x = right + next · x over some of the stages, x being 0 in the others.
 *
 * @param isOpen - stages from which the chain leaves the set sooner or later
 * @throws ClienteleError NO_CONVERGENCE when it leaves too seldom for numbers of this precision
 */
export function solveChain(
  next: Matrix,
  isOpen: readonly boolean[],
  right: readonly number[],
): number[] {
  const open = isOpen.flatMap((is, place) => (is ? [place] : []));
  const rows = open.map((row) =>
    open.map((column) => (row === column ? 1 : 0) - (next[row]![column] as number)),
  );
  const solution = solveLeastSquares(
    rows,
    open.map((place) => right[place] as number),
  );
  if (solution === undefined) {
    throw new ClienteleError(
      "NO_CONVERGENCE",
      "The stages of the flow are left too seldom for an answer in numbers of this precision",
      { where: "flow.counts" },
    );
  }
  const result = right.map(() => 0);
  open.forEach((place, index) => {
    // Adding 0 makes 0 of -0.
    result[place] = (solution[index] as number) + 0;
  });
  return result;
}

/** From each stage, the stages that can follow sooner or later; itself only where it can come back. */
export function findFollowers({ next }: Chain): readonly ReadonlySet<number>[] {
  return next.map((_, start) => {
    const followers = new Set<number>();
    const found = [start];
    for (let place = found.pop(); place !== undefined; place = found.pop()) {
      next[place]!.forEach((share, to) => {
        if (share === 0 || followers.has(to)) return;
        followers.add(to);
        found.push(to);
      });
    }
    return followers;
  });
}

/** Which stages the chain comes back to for ever, or never leaves: those that all their followers can get back to. */
export function findRecurrent(followers: readonly ReadonlySet<number>[]): readonly boolean[] {
  return followers.map((after, place) => [...after].every((to) => followers[to]!.has(place)));
}
