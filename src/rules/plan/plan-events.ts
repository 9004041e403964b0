import { itemPath, memberPath } from "../grammar/json-path.js";
import { LIMITS } from "../grammar/limits.js";
import { momentLike } from "../time/moment.js";
import { type PlannedWindow, planWindow } from "../time/window.js";
import type { MissingFact } from "../trace.js";
import type { EventFilter, Truth } from "../types.js";
import { compilePath, isRootPath, type Read, splitPath } from "../values/read-path.js";
import { nodeMissing, nodeNextChange } from "./node-walk.js";
import type { FindMissing, NextChange, PlanContext, PlannedNode } from "./types.js";

/** A list of events with the question which of them are meant. */
export interface PlannedEvents {
  /** The path of the list, as the rule writes it. */
  readonly listPath: string;
  /** The path of the time of an event. */
  readonly atPath: string;
  readonly where: PlannedNode | undefined;
  /** The latest moment at which an event can be meant, written as those of the list are. */
  latest(items: readonly unknown[], root: object, asOfMs: number): unknown;
  /** The list; `undefined` when it is missing, no list or too long. */
  list(scope: object, root: object, asOfMs: number): readonly unknown[] | undefined;
  /** Whether an item is meant. */
  belongs(item: unknown, root: object, asOfMs: number): Truth;
  /** When an item happened, as the list writes it. */
  readonly moment: Read;
  /** Why the list, or whether an item is meant, is unknown. */
  readonly missing: FindMissing;
  /** An instant after `asOfMs` until which the same items are meant. */
  readonly nextChange: NextChange;
}

const DEFAULT_AT = "at";

/** Prepares the list of a count, sum, min, max or last that stands at `subjectPath` in the rule. */
export function planEvents(
  listPath: string,
  filter: EventFilter,
  subjectPath: string,
  context: PlanContext,
): PlannedEvents {
  const atPath = filter.at ?? DEFAULT_AT;
  const readList = compilePath(listPath);
  const moment = compilePath(atPath);
  const window = filter.within === undefined ? undefined : planWindow(filter.within, context.clock);
  const where =
    filter.where === undefined
      ? undefined
      : context.plan(filter.where, memberPath(subjectPath, "where"));
  const belongs = membership(window, where, moment);

  const list: PlannedEvents["list"] = (scope, root, asOfMs) => {
    const found = readList(scope, root, asOfMs);
    return Array.isArray(found) && found.length <= LIMITS.items ? found : undefined;
  };

  const itemMissing = (item: unknown, root: object, asOfMs: number, at: string): MissingFact[] => {
    if (!isObject(item)) return [{ path: at, why: "unusable" }];
    const happened = moment(item, root, asOfMs);
    if (window !== undefined && window.has(happened, asOfMs) === undefined) {
      const why = happened === undefined ? "missing" : "unusable";
      return [{ path: `${at}.${atPath}`, why }];
    }
    return where === undefined ? [] : [...nodeMissing(where, item, root, asOfMs, `${at}.`)];
  };

  const listAt = (at: string): string => factPath(listPath, at);

  return {
    listPath,
    atPath,
    where,
    latest(items, root, asOfMs) {
      const atMs = window === undefined ? asOfMs : window.latest(asOfMs);
      if (atMs === undefined) return undefined;
      const example = items.filter(isObject).map((item) => moment(item, root, asOfMs))[0];
      return momentLike(atMs, example, context.clock);
    },
    list,
    belongs,
    moment,
    missing(scope, root, asOfMs, at) {
      const items = list(scope, root, asOfMs);
      if (items === undefined) {
        const isThere = readList(scope, root, asOfMs) !== undefined;
        return [{ path: listAt(at), why: isThere ? "unusable" : "missing" }];
      }
      const missing: MissingFact[] = [];
      for (let index = 0; index < items.length && missing.length < LIMITS.missing; index++) {
        const item = items[index];
        if (belongs(item, root, asOfMs) !== undefined) continue;
        missing.push(...itemMissing(item, root, asOfMs, itemPath(listAt(at), index)));
      }
      return missing;
    },
    nextChange(scope, root, asOfMs) {
      let next = Infinity;
      for (const item of list(scope, root, asOfMs) ?? []) {
        if (!isObject(item)) continue;
        if (window !== undefined) {
          next = Math.min(next, window.nextChange(moment(item, root, asOfMs), asOfMs));
        }
        if (where !== undefined) next = Math.min(next, nodeNextChange(where, item, root, asOfMs));
      }
      return next;
    },
  };
}

/** The path of a fact from the whole facts; `at` is the path of the scope, such as `orders[3].`. */
export function factPath(path: string, at: string): string {
  return isRootPath(path) ? splitPath(path).join(".") : at + path;
}

function membership(
  window: PlannedWindow | undefined,
  where: PlannedNode | undefined,
  moment: Read,
): PlannedEvents["belongs"] {
  if (window === undefined && where === undefined) return () => true;
  return (item, root, asOfMs) => {
    if (!isObject(item)) return undefined;
    const inWindow = window === undefined || window.has(moment(item, root, asOfMs), asOfMs);
    if (inWindow === false || where === undefined) return inWindow;
    const isMeant = where.holds(item, root, asOfMs);
    return isMeant === false || inWindow === true ? isMeant : undefined;
  };
}

function isObject(item: unknown): item is object {
  return typeof item === "object" && item !== null && !Array.isArray(item);
}
