import { memberPath } from "../grammar/json-path.js";
import type { Kind, Literal, Operand, OrderedKind, Subject, TestName, Tests } from "../types.js";
import { isSubject, literalValue, operandKind, subjectKind } from "../values/kinds.js";
import type { Read } from "../values/read-path.js";
import { factPath } from "./plan-events.js";
import { planSubject } from "./plan-subject.js";
import {
  planBetween,
  planComparison,
  planContains,
  planMatch,
  planMembership,
  type Side,
} from "./plan-test.js";
import type { Holds, PlanContext, PlannedLeaf, PlannedSubject, Test } from "./types.js";

/** Prepares one test of a subject that stands at `path` in the rule. */
export function planLeaf(
  leaf: Subject & Tests,
  test: TestName,
  path: string,
  context: PlanContext,
): PlannedLeaf {
  const testPath = memberPath(path, test);
  const operands = comparedOperands(leaf, test);
  const kind = subjectKind(leaf) ?? firstKind(leaf.in === undefined ? operands : leaf.in);
  const ordered = kind === "text" || kind === "boolean" ? undefined : kind;
  const subject = planSubject(leaf, path, context, ordered);
  const sides = operands.map((operand) => planSide(operand, testPath, context, ordered));
  const subjects = [subject, ...sides.flatMap((side) => side.subject ?? [])];
  const expected = expectedOf(leaf, test, sides);
  const accepts = planTest(leaf, test, sides, kind, testPath);
  return {
    op: "leaf",
    path: testPath,
    subject: leaf,
    test,
    kind,
    source: subject,
    accepts,
    holds: holdsOf(subject, leaf, test, accepts),
    actual: subject.read,
    expected,
    isConstant: subjects.length === 1 && test !== "matches" && test !== "contains",
    spans: [],
    turns(scope, root, asOfMs) {
      const values = expected(scope, root, asOfMs);
      return Array.isArray(values) ? values : [values];
    },
    missing(scope, root, asOfMs, at) {
      const missing = subjects.flatMap((side) => side.missing(scope, root, asOfMs, at));
      return missing.length > 0 ? missing : [{ path: subjectPath(leaf, at), why: "unusable" }];
    },
    nextChange: (scope, root, asOfMs) =>
      subjects.reduce(
        (next, side) => Math.min(next, side.nextChange(scope, root, asOfMs)),
        Infinity,
      ),
  };
}

/** The other side of a test, with the subject when it is not written in the rule. */
interface PlannedSide extends Side {
  readonly subject: PlannedSubject | undefined;
}

function comparedOperands(leaf: Tests, test: TestName): readonly Operand[] {
  if (test === "in" || test === "matches" || test === "exists") return [];
  if (test === "between") return leaf.between as readonly Operand[];
  return [leaf[test] as Operand];
}

function firstKind(operands: readonly Operand[]): Kind | undefined {
  return operands.map(operandKind).find((kind) => kind !== undefined);
}

function planSide(
  operand: Operand,
  path: string,
  context: PlanContext,
  kind: OrderedKind | undefined,
): PlannedSide {
  if (!isSubject(operand)) {
    const value = literalValue(operand);
    return { literal: operand, subject: undefined, read: () => value };
  }
  const subject = planSubject(operand, path, context, kind);
  return { literal: undefined, subject, read: subject.read };
}

function planTest(
  leaf: Tests,
  test: TestName,
  sides: readonly Side[],
  kind: Kind | undefined,
  path: string,
): Test {
  const [side, second] = sides as [Side, Side];
  switch (test) {
    case "in":
      return planMembership(leaf.in as readonly Literal[]);
    case "matches":
      return planMatch(leaf.matches as string, path);
    case "exists":
      return (raw) => (raw !== undefined) === leaf.exists;
    case "contains":
      return planContains(planComparison("eq", side, kind));
    case "between":
      return planBetween(planComparison("gte", side, kind), planComparison("lte", second, kind));
    default:
      return planComparison(test, side, kind);
  }
}

function holdsOf(subject: PlannedSubject, leaf: Tests, test: TestName, isTrue: Test): Holds {
  const { read, range } = subject;
  if (test === "exists") {
    const wanted = leaf.exists;
    return (scope, root, asOfMs) => {
      const exists = subject.exists(scope, root, asOfMs);
      return exists === undefined ? undefined : exists === wanted;
    };
  }
  if (range !== undefined) {
    // While some events may or may not belong, every possible count must give the same answer.
    return (scope, root, asOfMs) => {
      if (!range.find(scope, root, asOfMs)) return undefined;
      const highest = range.highest();
      const answer = isTrue(range.lowest(), scope, root, asOfMs);
      for (let count = range.lowest() + 1; count <= highest; count++) {
        if (isTrue(count, scope, root, asOfMs) !== answer) return undefined;
      }
      return answer;
    };
  }
  return (scope, root, asOfMs) => {
    const raw = read(scope, root, asOfMs);
    return raw === undefined ? undefined : isTrue(raw, scope, root, asOfMs);
  };
}

/** What a trace shows beside the value: the other side, read. */
function expectedOf(leaf: Tests, test: TestName, sides: readonly Side[]): Read {
  const [side, second] = sides;
  if (side === undefined) {
    const written = test === "in" ? leaf.in?.map(literalValue) : leaf[test];
    return () => written;
  }
  if (second === undefined) return side.read;
  return (scope, root, asOfMs) => [
    side.read(scope, root, asOfMs),
    second.read(scope, root, asOfMs),
  ];
}

function subjectPath(subject: Subject, at: string): string {
  if ("fact" in subject) return factPath(subject.fact, at);
  return factPath("count" in subject ? subject.count : subject.of, at);
}
