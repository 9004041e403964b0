import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { decidingLeaves, leavesToTurn } from "../../src/rules/explain/choose-leaves.js";
import {
  compileRule,
  evaluateRule,
  explainRule,
  type TraceLeaf,
  type TraceNode,
  type Truth,
} from "../../src/rules/index.js";
import { asOfs, facts, knownFacts, rules } from "./support/arbitrary-rule.js";
import { naiveRule } from "./support/naive-rule.js";

test.prop([rules, fc.oneof(facts, knownFacts), asOfs], { numRuns: 800 })(
  "applying the suggested changes makes the rule true, and none of them can be left out",
  (rule, someFacts, asOf) => {
    const before = JSON.stringify(someFacts);
    const { value, counterfactual } = explainRule(evaluateRule(rule, someFacts, { asOf }).trace);
    expect(JSON.stringify(someFacts)).toBe(before);
    if (value === true) expect(counterfactual).toBe(undefined);
    if (counterfactual === undefined) return;
    expect(compileRule(rule)(counterfactual.facts, counterfactual.asOfMs)).toBe(true);
    expect(naiveRule(rule, counterfactual.facts, counterfactual.asOfMs)).toBe(true);
    expect(counterfactual.asOfMs).toBeGreaterThanOrEqual(asOf);
    for (const change of counterfactual.changes) expect(change.text).not.toBe("");
  },
);

test.prop([rules, facts, asOfs], { numRuns: 300 })(
  "the reasons of a rule that holds are enough to make it hold",
  (rule, someFacts, asOf) => {
    const { trace, value } = evaluateRule(rule, someFacts, { asOf });
    if (value !== true) return;
    const { reasons, text } = explainRule(trace, { locale: "zh" });
    const kept = new Set(reasons.map(({ leaf }) => leaf.path));
    expect(withLeaves(trace.root, (leaf) => (kept.has(leaf.path) ? leaf.value : undefined))).toBe(
      true,
    );
    expect(text.startsWith("成立")).toBe(true);
  },
);

/** Trees of and, or and not over leaves that are each there once. */
const trees = fc.letrec<{ node: TraceNode; leaf: TraceNode }>((tie) => ({
  leaf: fc
    .constantFrom<Truth>(true, false, undefined)
    .map((value) => ({ op: "leaf", value }) as TraceLeaf),
  node: fc.oneof(
    { maxDepth: 3, depthIdentifier: "tree" },
    tie("leaf"),
    fc
      .record({
        op: fc.constantFrom("and" as const, "or" as const),
        parts: fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
      })
      .map(({ op, parts }) => branch(op, parts)),
    tie("node").map((part) => branch("not", [part])),
  ),
})).node;

test.prop([trees], { numRuns: 400 })("no smaller set of leaves would turn the answer", (tree) => {
  const leaves = leavesOf(tree);
  fc.pre(leaves.length <= 10);
  const smallest = subsets(leaves.length)
    .filter((chosen) => {
      // The leaves of the set may answer anything; there is a way in which the tree then holds.
      const free = leaves.filter((_, index) => chosen[index]);
      return subsets(free.length).some(
        (answers) =>
          withLeaves(tree, (leaf) =>
            free.includes(leaf) ? answers[free.indexOf(leaf)] : leaf.value,
          ) === true,
      );
    })
    .reduce((least, chosen) => Math.min(least, chosen.filter(Boolean).length), Infinity);
  expect(leavesToTurn(tree, true).length).toBe(smallest);
});

test.prop([trees], { numRuns: 400 })("no smaller set of leaves decides the answer", (tree) => {
  const leaves = leavesOf(tree);
  fc.pre(leaves.length <= 10 && tree.value !== undefined);
  const smallest = subsets(leaves.length)
    .filter((chosen) => {
      const kept = leaves.filter((_, index) => chosen[index]);
      return (
        withLeaves(tree, (leaf) => (kept.includes(leaf) ? leaf.value : undefined)) === tree.value
      );
    })
    .reduce((least, chosen) => Math.min(least, chosen.filter(Boolean).length), Infinity);
  expect(decidingLeaves(tree).length).toBe(smallest);
});

function branch(op: "and" | "or" | "not", parts: readonly TraceNode[]): TraceNode {
  const node = { op, path: "$", parts } as TraceNode & { op: typeof op };
  return { ...node, value: withLeaves(node, (leaf) => leaf.value) } as TraceNode;
}

function leavesOf(node: TraceNode): TraceLeaf[] {
  return node.op === "leaf" ? [node] : node.parts.flatMap(leavesOf);
}

/** Kleene's value of the tree when its leaves answer as given. */
function withLeaves(node: TraceNode, answer: (leaf: TraceLeaf) => Truth): Truth {
  if (node.op === "leaf") return answer(node);
  const values = node.parts.map((part) => withLeaves(part, answer));
  if (node.op === "ref") return values[0];
  if (node.op === "not") return values[0] === undefined ? undefined : !values[0];
  const decisive = node.op === "or";
  if (values.includes(decisive)) return decisive;
  return values.includes(undefined) ? undefined : !decisive;
}

function subsets(size: number): boolean[][] {
  return Array.from({ length: 2 ** size }, (_, mask) =>
    Array.from({ length: size }, (_, index) => ((mask >> index) & 1) === 1),
  );
}
