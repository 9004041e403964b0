import { type Clock, clockOf, momentMs } from "../time/moment.js";
import type { FieldSubject, OrderedKind } from "../types.js";
import { compareValues, isMoney, kindOf, NO_CURRENCY } from "../values/measure.js";

/** A running sum, minimum, maximum or latest value; it keeps its own state, so that nothing is allocated. */
export interface Combination {
  /** Forgets everything. */
  start(): void;
  /** Takes a value with the moment of its event; false when the result cannot be known. */
  take(value: unknown, moment: unknown): boolean;
  /** The result so far; `undefined` when there is none. */
  result(): unknown;
}

/** The combination of a subject; `kind` is the kind of the values, where known. */
export function combinationOf(
  subject: FieldSubject,
  kind: OrderedKind | undefined,
  clock: Clock | undefined,
): Combination {
  if ("sum" in subject) return sumOf(kind);
  if ("last" in subject) return latest(clock ?? clockOf("UTC"));
  return extreme("min" in subject ? -1 : 1, kind);
}

function sumOf(kind: OrderedKind | undefined): Combination {
  let total = 0;
  let unit: "number" | "money" | undefined;
  const money = { minor: 0, currency: NO_CURRENCY };
  return {
    start() {
      total = 0;
      unit = kind === "money" || kind === "number" ? kind : undefined;
      money.currency = NO_CURRENCY;
    },
    take(value) {
      if (typeof value === "number" && unit !== "money") {
        unit = "number";
        total += value;
        return Number.isFinite(total);
      }
      if (!isMoney(value) || unit === "number") return false;
      unit = "money";
      if (money.currency === NO_CURRENCY) money.currency = value.currency;
      total += value.minor;
      return money.currency === value.currency && Number.isSafeInteger(total);
    },
    result() {
      if (unit === "number") return total;
      money.minor = total;
      return money;
    },
  };
}

function extreme(direction: 1 | -1, kind: OrderedKind | undefined): Combination {
  let best: unknown;
  return {
    start() {
      best = undefined;
    },
    take(value) {
      const known = kind ?? orderedKindOf(value);
      if (known === undefined) return false;
      const order = compareValues(value, best ?? value, known);
      if (best === undefined || order * direction > 0) best = value;
      return !Number.isNaN(order);
    },
    result: () => best,
  };
}

/** Of events at the same moment, the later in the list is the latest. */
function latest(clock: Clock): Combination {
  let value: unknown;
  let latestMs = -Infinity;
  return {
    start() {
      value = undefined;
      latestMs = -Infinity;
    },
    take(candidate, moment) {
      const atMs = momentMs(moment, clock);
      if (atMs >= latestMs) {
        latestMs = atMs;
        value = candidate;
      }
      return !Number.isNaN(atMs);
    },
    result: () => value,
  };
}

function orderedKindOf(value: unknown): "number" | "money" | undefined {
  const kind = kindOf(value);
  return kind === "number" || kind === "money" ? kind : undefined;
}
