import type { PlannedLeaf, PlannedNode } from "../plan/types.js";
import type { Situation } from "./situation.js";

/** What a leaf has to answer. */
export interface Need {
  readonly leaf: PlannedLeaf;
  readonly wanted: boolean;
}

/** One way to get an answer from a condition: what its leaves must answer. */
export interface Repair {
  readonly needs: readonly Need[];
  /** How many of the needs are not met yet. */
  readonly cost: number;
}

/** Every way that was found, the cheapest first; `isComplete` when no way was left out. */
export interface Repairs {
  readonly repairs: readonly Repair[];
  readonly isComplete: boolean;
}

/** Ways kept for each condition, the cheapest ones. */
const MOST_WAYS = 32;

/** Ways to answer, as a tree, so that joining two of them costs nothing. */
interface Way {
  readonly cost: number;
  readonly need?: Need;
  readonly parts?: readonly Way[];
}

interface Ways {
  readonly ways: readonly Way[];
  readonly isComplete: boolean;
}

const NO_NEED: Ways = { ways: [{ cost: 0 }], isComplete: true };

/** The ways to make a condition answer `wanted`, those that change the fewest leaves first. */
export function findRepairs(node: PlannedNode, wanted: boolean, situation: Situation): Repairs {
  const { ways, isComplete } = findWays(node, wanted, situation);
  const repairs = ways.map((way) => {
    const needs = new Map<PlannedLeaf, Need>();
    listNeeds(way, needs);
    return { needs: [...needs.values()], cost: way.cost };
  });
  return { repairs, isComplete };
}

function findWays(node: PlannedNode, wanted: boolean, situation: Situation): Ways {
  if (node.op === "leaf") {
    const { scope, root, asOfMs } = situation;
    const isMet = node.holds(scope, root, asOfMs) === wanted;
    return { ways: [{ cost: isMet ? 0 : 1, need: { leaf: node, wanted } }], isComplete: true };
  }
  const isNegated = node.op === "not";
  const parts = node.parts.map((part) => findWays(part, wanted !== isNegated, situation));
  // A true `and` needs all its parts, a false one needs one of them; an `or` the other way round.
  return (node.op === "or") === wanted ? choose(parts) : parts.reduce(join, NO_NEED);
}

function choose(parts: readonly Ways[]): Ways {
  return cheapest(
    parts.flatMap(({ ways }) => ways),
    parts.every(({ isComplete }) => isComplete),
  );
}

function join(left: Ways, right: Ways): Ways {
  const joined = left.ways.flatMap((way) =>
    right.ways.map((other) => ({ cost: way.cost + other.cost, parts: [way, other] })),
  );
  return cheapest(joined, left.isComplete && right.isComplete);
}

function cheapest(ways: readonly Way[], isComplete: boolean): Ways {
  const sorted = [...ways].sort((a, b) => a.cost - b.cost);
  return { ways: sorted.slice(0, MOST_WAYS), isComplete: isComplete && ways.length <= MOST_WAYS };
}

function listNeeds(way: Way, needs: Map<PlannedLeaf, Need>): void {
  const open: Way[] = [way];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.need !== undefined) needs.set(next.need.leaf, next.need);
    if (next.parts !== undefined) open.push(...[...next.parts].reverse());
  }
}
