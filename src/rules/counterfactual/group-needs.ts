import type { PlannedLeaf } from "../plan/types.js";
import type { ElapsedSubject, Subject } from "../types.js";
import type { Need } from "./find-repairs.js";
import type { Situation } from "./situation.js";

/** The needs that ask the same subject. */
export interface NeedGroup {
  readonly needs: readonly Need[];
  /** Any of the leaves: they read the same. */
  readonly leaf: PlannedLeaf;
}

/** Puts together the needs that one value has to meet. */
export function groupNeeds(needs: readonly Need[]): readonly NeedGroup[] {
  const groups = new Map<string, Need[]>();
  for (const need of needs) {
    const key = subjectKey(need.leaf.subject);
    const group = groups.get(key) ?? [];
    group.push(need);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ needs: group, leaf: (group[0] as Need).leaf }));
}

/** Whether every need of the group is met. */
export function isMet({ needs }: NeedGroup, { scope, root, asOfMs }: Situation): boolean {
  return needs.every(({ leaf, wanted }) => leaf.holds(scope, root, asOfMs) === wanted);
}

/** Whether every need of the group would be met by that value of the subject. */
export function isMetBy(
  { needs }: NeedGroup,
  value: unknown,
  { scope, root, asOfMs }: Situation,
): boolean {
  return needs.every(({ leaf, wanted }) => leaf.accepts(value, scope, root, asOfMs) === wanted);
}

/** The same text for leaves that read the same value, whatever they ask of it. */
function subjectKey(subject: Subject | ElapsedSubject): string {
  if ("since" in subject || "until" in subject) {
    const source = "since" in subject ? subject.since : subject.until;
    return subjectKey(typeof source === "string" ? { fact: source } : source);
  }
  if ("fact" in subject) return JSON.stringify([subject.fact]);
  const { at, within, where } = subject;
  const list = "count" in subject ? [subject.count] : [subject.of, summaryOf(subject)];
  return JSON.stringify([list, at, within, where]);
}

function summaryOf(subject: Exclude<Subject, { fact: string } | { count: string }>): unknown {
  if ("sum" in subject) return ["sum", subject.sum];
  if ("min" in subject) return ["min", subject.min];
  return "max" in subject ? ["max", subject.max] : ["last", subject.last];
}
