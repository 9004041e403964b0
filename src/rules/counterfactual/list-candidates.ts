import { samplePattern } from "../pattern/sample-pattern.js";
import type { PlannedLeaf } from "../plan/types.js";
import { momentLike } from "../time/moment.js";
import type { Kind, MoneyLiteral, OrderedKind } from "../types.js";
import type { DetailedType } from "../typing/resolve-fact.js";
import { kindOf, measure } from "../values/measure.js";
import { readEpochDay, writeEpochDay } from "../values/read-date.js";
import { isInstantMs, readInstantMs } from "../values/read-instant.js";
import type { NeedGroup } from "./group-needs.js";
import type { Situation } from "./situation.js";
import { fitsType, typeCandidates } from "./typed-candidates.js";

/**
 * Values to try for a subject, the nearest to the present one first. The values that its tests
 * compare with cut its scale into points and stretches, and every test answers alike on a whole
 * stretch; one value of each point and of each stretch is therefore enough.
 *
 * @param type - the type of the values, where it is known: only values that fit it are listed
 */
export function listCandidates(
  { needs }: NeedGroup,
  current: unknown,
  situation: Situation,
  type?: DetailedType,
): readonly unknown[] {
  const { scope, root, asOfMs } = situation;
  const suggested = needs.flatMap(({ leaf }) =>
    leaf.turns(scope, root, asOfMs).flatMap((turn) => candidatesAt(leaf, turn, current, situation)),
  );
  const candidates = [...suggested, ...typeCandidates(type)];
  const numbers = candidates.filter((value) => typeof value === "number");
  const all = [...nearestFirst(candidates, current, needs), ...middlesOf(numbers)];
  return all.filter((value) => fitsType(value, type));
}

function candidatesAt(
  leaf: PlannedLeaf,
  turn: unknown,
  current: unknown,
  situation: Situation,
): readonly unknown[] {
  if ("since" in leaf.subject || "until" in leaf.subject) {
    return around(turn, typeof turn === "number" ? "instant" : "date", current);
  }
  switch (leaf.test) {
    case "exists":
      return [true, 1, "a", undefined];
    case "matches":
      return [samplePattern(String(turn)), "", "~"];
    case "contains":
      return listEdits(current, turn, leaf, situation);
    default:
      return around(turn, leaf.kind ?? kindOf(turn), current);
  }
}

/** A point of a scale with its neighbours on both sides, written as the present value is. */
function around(point: unknown, kind: Kind | undefined, current: unknown): readonly unknown[] {
  switch (kind) {
    case "number":
      return [point, (point as number) + 1, (point as number) - 1];
    case "money": {
      const { minor, currency } = point as MoneyLiteral;
      return [minor, minor + 1, minor - 1].map((amount) => ({ minor: amount, currency }));
    }
    case "date":
      return [0, 1, -1].flatMap((days) => writeEpochDay(readEpochDay(point) + days) ?? []);
    case "instant":
      return [0, 1, -1].flatMap((ms) => instantLike(readInstantMs(point) + ms, current));
    case "period":
      return [point, ...[1, -1].flatMap((change) => periodText(measure(point, kind), change))];
    case "text":
      return [point, `${String(point)}~`];
    case "boolean":
      return [true, false];
    default:
      return [];
  }
}

function instantLike(atMs: number, current: unknown): readonly unknown[] {
  return isInstantMs(atMs) ? [momentLike(atMs, current, undefined)] : [];
}

function periodText(ms: number, changeSeconds: number): readonly string[] {
  const seconds = Math.floor(ms / 1000) + changeSeconds;
  return seconds >= 0 ? [`PT${seconds}S`] : [];
}

/** The list with the item, and without anything that is equal to it. */
function listEdits(
  current: unknown,
  item: unknown,
  leaf: PlannedLeaf,
  { scope, root, asOfMs }: Situation,
): readonly unknown[] {
  const items: readonly unknown[] = Array.isArray(current) ? current : [];
  const has = (other: unknown) => leaf.accepts([other], scope, root, asOfMs);
  const others = items.filter((other) => has(other) === false);
  return [[...items, item], [...others, item], others];
}

/** Numbers between neighbours, for a stretch too short for a whole number. */
function middlesOf(numbers: readonly number[]): readonly number[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  return sorted.slice(1).map((number, index) => (number + (sorted[index] as number)) / 2);
}

function nearestFirst(
  candidates: readonly unknown[],
  current: unknown,
  needs: NeedGroup["needs"],
): readonly unknown[] {
  const kind = needs.map(({ leaf }) => leaf.kind).find((known) => known !== undefined);
  const isOrdered = kind !== undefined && kind !== "text" && kind !== "boolean";
  if (!isOrdered || current === undefined) return candidates;
  const here = measure(current, kind satisfies OrderedKind);
  const placed = candidates.map((value) => ({ value, far: Math.abs(measure(value, kind) - here) }));
  return placed.sort((a, b) => (a.far || 0) - (b.far || 0)).map(({ value }) => value);
}
