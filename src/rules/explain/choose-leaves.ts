import type { TraceLeaf, TraceNode } from "../trace.js";

/** A leaf with the answer that counts. */
export interface ChosenLeaf {
  readonly leaf: TraceLeaf;
  readonly wanted: boolean;
}

/** The fewest leaves that would have to answer otherwise for the node to answer `wanted`. */
export function leavesToTurn(node: TraceNode, wanted: boolean): readonly ChosenLeaf[] {
  if (node.op === "leaf") return node.value === wanted ? [] : [{ leaf: node, wanted }];
  const isNegated = node.op === "not";
  const parts = node.parts.map((part) => leavesToTurn(part, wanted !== isNegated));
  return needsOnePart(node, wanted) ? fewest(parts) : parts.flat();
}

/** The fewest leaves whose answers alone decide the value of a node that is true or false. */
export function decidingLeaves(node: TraceNode): readonly ChosenLeaf[] {
  if (node.op === "leaf") return [{ leaf: node, wanted: node.value === true }];
  if (node.op === "not" || node.op === "ref") return node.parts.flatMap(decidingLeaves);
  const deciding = node.parts.filter((part) => part.value === node.value).map(decidingLeaves);
  return needsOnePart(node, node.value === true) ? fewest(deciding) : deciding.flat();
}

/** A true `or` and a false `and` need one of their parts; the other way round they need all. */
function needsOnePart({ op }: TraceNode, wanted: boolean): boolean {
  return op === "or" ? wanted : op === "and" && !wanted;
}

/** The shortest list; of equally short ones, the first; of no lists, nothing. */
function fewest(lists: readonly (readonly ChosenLeaf[])[]): readonly ChosenLeaf[] {
  const [first = [], ...rest] = lists;
  return rest.reduce((best, next) => (next.length < best.length ? next : best), first);
}
