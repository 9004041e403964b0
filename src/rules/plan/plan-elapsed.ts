import { parsePeriod } from "../../core/period.js";
import { memberPath } from "../grammar/json-path.js";
import {
  compareElapsed,
  type Direction,
  nextElapsedChange,
  type Span,
  spanOf,
  turningMoments,
} from "../time/elapsed.js";
import type { MissingFact } from "../trace.js";
import type { ElapsedOperand, ElapsedSubject, ElapsedTests, Truth } from "../types.js";
import { readPeriod } from "../values/measure.js";
import { compilePath, type Read } from "../values/read-path.js";
import { factPath } from "./plan-events.js";
import { planSubject } from "./plan-subject.js";
import { type OrderTest, orderHolds } from "./plan-test.js";
import type { PlanContext, PlannedLeaf } from "./types.js";

/** Prepares one test of a `since` or `until` that stands at `path` in the rule. */
export function planElapsedLeaf(
  leaf: ElapsedSubject & ElapsedTests,
  test: OrderTest | "between",
  path: string,
  context: PlanContext,
): PlannedLeaf {
  const { clock } = context;
  const direction: Direction = "since" in leaf ? "since" : "until";
  const source = "since" in leaf ? leaf.since : leaf.until;
  const subject = typeof source === "string" ? { fact: source } : source;
  const moment = planSubject(subject, memberPath(path, direction), context, undefined);
  const operands = test === "between" ? (leaf.between as readonly [string, string]) : [leaf[test]];
  const sides = operands.map((operand) => planSide(operand as ElapsedOperand));
  const [side, second] = sides as [ElapsedSide, ElapsedSide];

  const orderOf = (
    { span }: ElapsedSide,
    raw: unknown,
    scope: object,
    root: object,
    asOfMs: number,
  ): number => {
    const length = span(scope, root, asOfMs);
    if (length === undefined) return Number.NaN;
    return compareElapsed(direction, raw, length, clock, asOfMs);
  };

  const isTrue = (raw: unknown, scope: object, root: object, asOfMs: number): Truth => {
    const order = orderOf(side, raw, scope, root, asOfMs);
    if (test !== "between") return orderHolds(test, order);
    const secondOrder = orderOf(second, raw, scope, root, asOfMs);
    if (order < 0 || secondOrder > 0) return false;
    return order >= 0 && secondOrder <= 0 ? true : undefined;
  };

  return {
    op: "leaf",
    path: memberPath(path, test),
    subject: leaf,
    test,
    kind: undefined,
    source: moment,
    accepts: isTrue,
    holds(scope, root, asOfMs) {
      const raw = moment.read(scope, root, asOfMs);
      return raw === undefined ? undefined : isTrue(raw, scope, root, asOfMs);
    },
    actual: moment.read,
    expected(scope, root, asOfMs) {
      const periods = sides.map(({ read }) => read(scope, root, asOfMs));
      return test === "between" ? periods : periods[0];
    },
    isConstant: sides.every(({ fact }) => fact === undefined),
    spans: sides.flatMap(({ constant }) => constant ?? []),
    turns(scope, root, asOfMs) {
      const spans = sides.flatMap(({ span }) => span(scope, root, asOfMs) ?? []);
      return spans.flatMap((span) => turningMoments(direction, span, clock, asOfMs));
    },
    missing(scope, root, asOfMs, at) {
      const missing = [
        ...moment.missing(scope, root, asOfMs, at),
        ...sides.flatMap((operand) => sideMissing(operand, scope, root, asOfMs, at)),
      ];
      if (missing.length > 0) return missing;
      const name =
        "fact" in subject ? subject.fact : "count" in subject ? subject.count : subject.of;
      return [{ path: factPath(name, at), why: "unusable" }];
    },
    nextChange(scope, root, asOfMs) {
      let next = moment.nextChange(scope, root, asOfMs);
      const raw = moment.read(scope, root, asOfMs);
      for (const { span } of sides) {
        const length = span(scope, root, asOfMs);
        if (length === undefined) continue;
        next = Math.min(next, nextElapsedChange(direction, raw, length, clock, asOfMs));
      }
      return next;
    },
  };
}

/** The other side of a test of elapsed time. */
interface ElapsedSide {
  readonly span: (scope: object, root: object, asOfMs: number) => Span | undefined;
  readonly read: Read;
  /** The period that the rule has. */
  readonly constant: Span | undefined;
  /** The path of the fact with the period, if it is one. */
  readonly fact: string | undefined;
}

function planSide(operand: ElapsedOperand): ElapsedSide {
  if (typeof operand === "string") {
    const span = spanOf(parsePeriod(operand));
    return { span: () => span, read: () => operand, constant: span, fact: undefined };
  }
  const read = compilePath(operand.fact);
  let text: unknown;
  let span: Span | undefined;
  return {
    fact: operand.fact,
    constant: undefined,
    read,
    span(scope, root, asOfMs) {
      const raw = read(scope, root, asOfMs);
      if (raw === text) return span;
      const period = readPeriod(raw);
      text = raw;
      span = period === undefined ? undefined : spanOf(period);
      return span;
    },
  };
}

function sideMissing(
  { span, read, fact }: ElapsedSide,
  scope: object,
  root: object,
  asOfMs: number,
  at: string,
): readonly MissingFact[] {
  if (fact === undefined || span(scope, root, asOfMs) !== undefined) return [];
  const why = read(scope, root, asOfMs) === undefined ? "missing" : "unusable";
  return [{ path: factPath(fact, at), why }];
}
