import type { MissingFact } from "../trace.js";
import type { PlannedNode } from "./types.js";

/** What keeps the value of a node unknown: the missing facts of its unknown parts. */
export function nodeMissing(
  node: PlannedNode,
  scope: object,
  root: object,
  asOfMs: number,
  at: string,
): readonly MissingFact[] {
  if (node.holds(scope, root, asOfMs) !== undefined) return [];
  if (node.op === "leaf") return node.missing(scope, root, asOfMs, at);
  return node.parts.flatMap((part) => nodeMissing(part, scope, root, asOfMs, at));
}

/** An instant after `asOfMs` until which every leaf below the node keeps its value. */
export function nodeNextChange(
  node: PlannedNode,
  scope: object,
  root: object,
  asOfMs: number,
): number {
  if (node.op === "leaf") return node.nextChange(scope, root, asOfMs);
  let next = Infinity;
  for (const part of node.parts) next = Math.min(next, nodeNextChange(part, scope, root, asOfMs));
  return next;
}
