import { isLeaf, partsOf, subjectsOf } from "../../rules/grammar/visit-condition.js";
import type { Condition, Rule, Subject } from "../../rules/index.js";
import { fieldOf } from "../../rules/values/kinds.js";
import { isRootPath, splitPath } from "../../rules/values/read-path.js";

/** What conditions read: each fact by its first name, and of each list of events the fields. */
export interface ReadNames {
  /** Facts that are read as a whole, or by a name inside. */
  readonly facts: ReadonlySet<string>;
  /** The fields that are read of the items of each list. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a rule reads. */
export function namesReadBy({ when, define = {} }: Rule): ReadNames {
  const facts = new Set<string>();
  const lists = new Map<string, Set<string>>();
  const fieldsOf = (list: string): Set<string> => {
    const fields = lists.get(list) ?? new Set();
    lists.set(list, fields);
    return fields;
  };

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
    const [first, ...rest] = splitPath(list);
    if (first === undefined) return;
    // A list inside a fact, or inside an event, comes with all that it holds.
    if (rest.length > 0 || names !== facts) note(list, names);
    const fields = names === facts && rest.length === 0 ? fieldsOf(first) : new Set<string>();
    note(subject.at ?? "at", fields);
    if (!("count" in subject)) note(fieldOf(subject), fields);
    if (subject.where !== undefined) visit(subject.where, fields);
  };

  const visit = (condition: Condition, names: Set<string>): void => {
    if ("ref" in condition) visit(define[condition.ref] as Condition, names);
    else if (isLeaf(condition)) {
      for (const [subject] of subjectsOf(condition, "$")) visitSubject(subject, names);
    } else for (const [part] of partsOf(condition, "$")) visit(part, names);
  };

  visit(when, facts);
  return { facts, lists };
}
