import { compilePattern } from "../pattern/compile-pattern.js";
import type { Kind, Literal, OrderedKind, Truth } from "../types.js";
import { literalKind, literalValue } from "../values/kinds.js";
import { compareValues, isMoney, isNoAmount, kindOf, measure } from "../values/measure.js";
import type { Read } from "../values/read-path.js";
import type { Test } from "./types.js";

/** The tests that ask for an order, and `eq` and `ne`. */
export type OrderTest = "eq" | "ne" | "lt" | "lte" | "gt" | "gte";

/** The other side of a test: a value of the rule, or a subject. */
export interface Side {
  readonly literal: Literal | undefined;
  readonly read: Read;
}

/** Whether a test passes below, at and above the other side. */
type Passes = readonly [below: boolean, equal: boolean, above: boolean];

const PASSES: Readonly<Record<OrderTest, Passes>> = {
  eq: [false, true, false],
  ne: [true, false, true],
  lt: [true, false, false],
  lte: [true, true, false],
  gt: [false, false, true],
  gte: [false, true, true],
};

/** Whether an order (below, at or above 0; NaN when there is none) passes the test. */
export function orderHolds(test: OrderTest, order: number): Truth {
  return decide(PASSES[test], order);
}

/** Prepares a comparison; `kind` is how both sides are read, where that is known. */
export function planComparison(test: OrderTest, side: Side, kind: Kind | undefined): Test {
  const { literal, read } = side;
  if (kind === "text" || kind === "boolean") return planSameness(test, side, kind);
  if (kind === undefined) {
    return (raw, scope, root, asOfMs) => compareByThemselves(raw, read(scope, root, asOfMs), test);
  }
  const passes = PASSES[test];
  if (literal !== undefined) return compareWithLiteral(passes, literal, kind);
  return (raw, scope, root, asOfMs) =>
    decide(passes, compareValues(raw, read(scope, root, asOfMs), kind));
}

function compareWithLiteral(passes: Passes, literal: Literal, kind: OrderedKind): Test {
  const value = literalValue(literal);
  const bound = measure(value, kind);
  const [below, equal, above] = passes;
  if (kind === "number") {
    return (raw) => {
      if (typeof raw !== "number") return undefined;
      if (raw < bound) return raw === -Infinity ? undefined : below;
      if (raw > bound) return raw === Infinity ? undefined : above;
      return raw === bound ? equal : undefined;
    };
  }
  if (isMoney(value)) {
    const { currency } = value;
    return (raw) =>
      isMoney(raw) && (raw.currency === currency || isNoAmount(raw))
        ? decide(passes, raw.minor - bound)
        : undefined;
  }
  return (raw) => decide(passes, measure(raw, kind) - bound);
}

function decide([below, equal, above]: Passes, order: number): Truth {
  if (order < 0) return below;
  if (order > 0) return above;
  return order === 0 ? equal : undefined;
}

/** Prepares `in`: equal to one of the values, all of one kind. */
export function planMembership(literals: readonly Literal[]): Test {
  const kind = literalKind(literals[0] as Literal);
  const values = literals.map(literalValue);
  if (kind === "money") {
    const [first] = values;
    const amounts = new Set(values.map((value) => measure(value, kind)));
    return (raw) => {
      const order = compareValues(raw, first, kind);
      return Number.isNaN(order) ? undefined : amounts.has(measure(raw, kind));
    };
  }
  if (kind === "text" || kind === "boolean") {
    const words: ReadonlySet<unknown> = new Set(values);
    return (raw) => (kindOf(raw) === kind ? words.has(raw) : undefined);
  }
  const points = new Set(values.map((value) => measure(value, kind)));
  return (raw) => {
    const point = measure(raw, kind);
    return Number.isNaN(point) ? undefined : points.has(point);
  };
}

/** Prepares `contains`: true as soon as one item is equal; unknown when an item cannot be compared. */
export function planContains(isEqual: Test): Test {
  return (raw, scope, root, asOfMs) => {
    if (!Array.isArray(raw)) return undefined;
    let found: Truth = false;
    for (let index = 0; index < raw.length; index++) {
      const same = isEqual(raw[index], scope, root, asOfMs);
      if (same === true) return true;
      if (same === undefined) found = undefined;
    }
    return found;
  };
}

/** Prepares `matches`. */
export function planMatch(pattern: string, path: string): Test {
  const isMatch = compilePattern(pattern, path);
  return (raw) => (typeof raw === "string" ? isMatch(raw) : undefined);
}

/** Prepares `between`: at or above the first and at or below the second. */
export function planBetween(isFrom: Test, isTo: Test): Test {
  return (raw, scope, root, asOfMs) => {
    const from = isFrom(raw, scope, root, asOfMs);
    const to = isTo(raw, scope, root, asOfMs);
    if (from === false || to === false) return false;
    return from === undefined || to === undefined ? undefined : true;
  };
}

/** Equality of texts and of booleans, which have no order. */
function planSameness(test: OrderTest, { literal, read }: Side, kind: Kind): Test {
  if (test !== "eq" && test !== "ne") return () => undefined;
  const wanted = test === "eq";
  if (literal !== undefined) {
    return (raw) => (typeof raw === typeof literal ? (raw === literal) === wanted : undefined);
  }
  return (raw, scope, root, asOfMs) => {
    const other = read(scope, root, asOfMs);
    if (kindOf(raw) !== kind || kindOf(other) !== kind) return undefined;
    return (raw === other) === wanted;
  };
}

/** Compares two values whose kind nobody names: they must show the same one. */
function compareByThemselves(left: unknown, right: unknown, test: OrderTest): Truth {
  const one = nothingAs(right, left);
  const other = nothingAs(left, right);
  const kind = kindOf(one);
  if (kind === undefined || kind !== kindOf(other)) return undefined;
  if (kind === "number" || kind === "money") {
    return orderHolds(test, compareValues(one, other, kind));
  }
  if (test === "eq") return one === other;
  return test === "ne" ? one !== other : undefined;
}

/** The sum of nothing is no amount of money, and beside a number it is 0. */
function nothingAs(beside: unknown, value: unknown): unknown {
  return typeof beside === "number" && isNoAmount(value) ? 0 : value;
}
