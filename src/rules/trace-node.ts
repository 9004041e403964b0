import type { PlannedLeaf, PlannedNode } from "./plan/types.js";
import type { MissingFact, TraceLeaf, TraceNode } from "./trace.js";
import type { Truth } from "./types.js";
import { isMoney } from "./values/measure.js";

/** Decides a node and every leaf below it, whether or not the answer needs them all. */
export function traceNode(node: PlannedNode, facts: object, asOfMs: number): TraceNode {
  if (node.op === "leaf") return traceLeaf(node, facts, asOfMs);
  const parts: TraceNode[] = [];
  for (const part of node.parts) parts.push(traceNode(part, facts, asOfMs));
  const { op, path, name } = node;
  const value = combine(op, parts);
  return name === undefined ? { op, path, value, parts } : { op, path, value, name, parts };
}

/** The facts that keep a value unknown: those of its unknown leaves, each once. */
export function missingFacts(root: TraceNode): readonly MissingFact[] {
  return root.value === undefined ? distinctFacts(collectMissing(root)) : NOTHING;
}

/** Each fact once. */
export function distinctFacts(facts: readonly MissingFact[]): readonly MissingFact[] {
  return [...new Map(facts.map((fact) => [fact.path, fact])).values()];
}

const NOTHING: readonly MissingFact[] = [];

function traceLeaf(leaf: PlannedLeaf, facts: object, asOfMs: number): TraceLeaf {
  const value = leaf.holds(facts, facts, asOfMs);
  return {
    op: "leaf",
    path: leaf.path,
    value,
    subject: leaf.subject,
    test: leaf.test,
    actual: keep(leaf.actual(facts, facts, asOfMs)),
    expected: keep(leaf.expected(facts, facts, asOfMs)),
    missing: value === undefined ? leaf.missing(facts, facts, asOfMs, "") : NOTHING,
  };
}

/** Copies an amount, because a running sum reuses its own. */
function keep(raw: unknown): unknown {
  return isMoney(raw) ? { minor: raw.minor, currency: raw.currency } : raw;
}

/** Kleene's logic over the values of the parts. */
function combine(op: "and" | "or" | "not" | "ref", parts: readonly TraceNode[]): Truth {
  const [first] = parts;
  if (op === "ref") return first?.value;
  if (op === "not") return first?.value === undefined ? undefined : !first.value;
  const decisive = op === "or";
  let value: Truth = !decisive;
  for (const part of parts) {
    if (part.value === decisive) return decisive;
    if (part.value === undefined) value = undefined;
  }
  return value;
}

function collectMissing(node: TraceNode): readonly MissingFact[] {
  if (node.value !== undefined) return NOTHING;
  return node.op === "leaf" ? node.missing : node.parts.flatMap(collectMissing);
}
