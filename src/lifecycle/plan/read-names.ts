import { isLeaf, partsOf, subjectsOf } from "../../rules/grammar/visit-condition.js";
import type { Condition, Rule, Subject, Window } from "../../rules/index.js";
import { fieldOf } from "../../rules/values/kinds.js";
import { isRootPath, splitPath } from "../../rules/values/read-path.js";

/** What conditions read: each fact by its first name, and of each list of events the fields. */
export interface ReadNames {
  /** Facts that are read as a whole, or by a name inside. */
  readonly facts: ReadonlySet<string>;
  /** The fields that are read of the items of each list. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
  /** Which part of each list is read. */
  readonly windows: readonly ListWindow[];
  /** Whether time counts in other ways than by those windows. */
  readonly asksOtherTime: boolean;
}

/** A part of a list that is read. */
export interface ListWindow {
  readonly list: string;
  /** The field with the time of an item. */
  readonly at: string;
  readonly within: Window | undefined;
}

/** What a rule reads. */
export function namesReadBy({ when, define = {} }: Rule): ReadNames {
  const facts = new Set<string>();
  const lists = new Map<string, Set<string>>();
  const windows: ListWindow[] = [];
  let asksOtherTime = false;

  /** Notes a path; `names` takes those that start where the condition stands. */
  const note = (path: string, names: Set<string>): void => {
    const [first] = splitPath(path);
    if (first !== undefined) (isRootPath(path) ? facts : names).add(first);
  };

  const visitSubject = (subject: Subject, names: Set<string>): void => {
    if ("fact" in subject) {
      note(subject.fact, names);
      return;
    }
    const list = "count" in subject ? subject.count : subject.of;
    const { at = "at", within, where } = subject;
    let fields = new Set<string>();
    if (names === facts && !list.includes(".")) {
      fields = lists.get(list) ?? fields;
      lists.set(list, fields);
      windows.push({ list, at, within });
    } else {
      // A list inside a fact, or inside an event, comes with all that it holds.
      note(list, names);
      asksOtherTime ||= within !== undefined;
    }
    note(at, fields);
    if (!("count" in subject)) note(fieldOf(subject), fields);
    if (where !== undefined) visit(where, fields);
  };

  const visit = (condition: Condition, names: Set<string>): void => {
    if ("ref" in condition) visit(define[condition.ref] as Condition, names);
    else if (isLeaf(condition)) {
      asksOtherTime ||= "since" in condition || "until" in condition;
      for (const [subject] of subjectsOf(condition, "$")) visitSubject(subject, names);
    } else for (const [part] of partsOf(condition, "$")) visit(part, names);
  };

  visit(when, facts);
  return { facts, lists, windows, asksOtherTime };
}
