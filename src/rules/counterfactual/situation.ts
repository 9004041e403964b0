import { splitPath } from "../values/read-path.js";

/** What a condition is decided about: its scope, the whole facts and the present. */
export interface Situation {
  readonly scope: object;
  readonly root: object;
  readonly asOfMs: number;
}

/** One step from a situation to another. */
export type Edit = SetFact | AddEvents | RemoveEvents | Wait;

/** A step, with the tests for whose sake it is taken. */
export type Change = Edit & { readonly serves: readonly ServedTest[] };

/** A test and what it has to answer. */
export interface ServedTest {
  /** Where the test stands in the rule: `$.when.and[0].gte`. */
  readonly path: string;
  readonly wanted: boolean;
}

/** A fact gets a value; `undefined` takes it away. */
export interface SetFact {
  readonly kind: "set";
  readonly path: string;
  readonly to: unknown;
}

/** Events are added to the end of a list. */
export interface AddEvents {
  readonly kind: "add";
  readonly list: string;
  readonly events: readonly object[];
}

/** Events are taken from a list. */
export interface RemoveEvents {
  readonly kind: "remove";
  readonly list: string;
  readonly events: readonly unknown[];
}

/** Nothing is done until an instant, in epoch milliseconds. */
export interface Wait {
  readonly kind: "wait";
  readonly untilMs: number;
}

/** The situation after an edit; the one before stays as it is. */
export function applyEdit(situation: Situation, edit: Edit): Situation {
  switch (edit.kind) {
    case "wait":
      return { ...situation, asOfMs: Math.max(situation.asOfMs, edit.untilMs) };
    case "set":
      return withScope(situation, setAt(situation.scope, splitPath(edit.path), edit.to));
    case "add":
      return editList(situation, edit.list, (items) => [...items, ...edit.events]);
    case "remove":
      return editList(situation, edit.list, (items) => without(items, edit.events));
  }
}

function editList(
  situation: Situation,
  list: string,
  change: (items: readonly unknown[]) => readonly unknown[],
): Situation {
  const names = splitPath(list);
  const found = names.reduce<unknown>((value, name) => ownMember(value, name), situation.scope);
  const items: readonly unknown[] = Array.isArray(found) ? found : [];
  return withScope(situation, setAt(situation.scope, names, change(items)));
}

function withScope(situation: Situation, scope: object): Situation {
  const root = situation.root === situation.scope ? scope : situation.root;
  return { ...situation, scope, root };
}

/** A copy of the record in which the value at the names is another. */
function setAt(record: object, [name, ...rest]: readonly string[], to: unknown): object {
  const { [name as string]: old, ...others } = record as Record<string, unknown>;
  if (rest.length > 0) return { ...others, [name as string]: setAt(asRecord(old), rest, to) };
  return to === undefined ? others : { ...others, [name as string]: to };
}

function asRecord(value: unknown): object {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

function ownMember(value: unknown, name: string): unknown {
  const record = asRecord(value);
  return Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : undefined;
}

/** Takes each of the events away once. */
function without(items: readonly unknown[], events: readonly unknown[]): readonly unknown[] {
  const left = new Map<unknown, number>();
  for (const event of events) left.set(event, (left.get(event) ?? 0) + 1);
  return items.filter((item) => {
    const count = left.get(item) ?? 0;
    if (count > 0) left.set(item, count - 1);
    return count === 0;
  });
}
