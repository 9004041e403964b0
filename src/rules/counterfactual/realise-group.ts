import type { PlannedLeaf, PlannedNode } from "../plan/types.js";
import type { Subject } from "../types.js";
import { isRootPath } from "../values/read-path.js";
import type { FactHints } from "./fact-hints.js";
import { isMet, isMetBy, type NeedGroup } from "./group-needs.js";
import { listCandidates } from "./list-candidates.js";
import { realiseEvents } from "./realise-events.js";
import { applyEdit, type Edit, type Situation } from "./situation.js";

/** What the search for changes needs at every place. */
export interface Means {
  /** What is known about the facts of the scope. */
  readonly hints: FactHints;
  /** Makes a filter hold by changing an event of the list; `undefined` when no way is found. */
  readonly satisfy: (
    filter: PlannedNode,
    event: Situation,
    listPath: string,
  ) => Situation | undefined;
}

/** Turns of time that are looked at while waiting, and looks at events while doing so. */
const MOST_WAITS = 200;
const MOST_LOOKS = 1_000_000;

/**
 * Changes that meet the needs of a group: waiting if that is enough, else another value of the
 * fact, or more or fewer events.
 *
 * @returns the changes; `undefined` when no way is found
 */
export function realiseGroup(
  group: NeedGroup,
  situation: Situation,
  means: Means,
): readonly Edit[] | undefined {
  if (isMet(group, situation)) return [];
  const isWhole = situation.scope === situation.root;
  const wait = isWhole ? findWait(group, situation) : undefined;
  if (wait !== undefined) return [wait];
  const subject = readSubject(group.leaf);
  if (!("fact" in subject)) return realiseEvents(group, subject, situation, means);
  if (isRootPath(subject.fact) && !isWhole) return undefined;
  const { scope, root, asOfMs } = situation;
  const current = group.leaf.source.read(scope, root, asOfMs);
  const type = means.hints.typeOf(subject.fact);
  for (const candidate of listCandidates(group, current, situation, type)) {
    const edit: Edit = { kind: "set", path: subject.fact, to: candidate };
    if (!isMetBy(group, candidate, situation)) continue;
    if (isMet(group, applyEdit(situation, edit))) return [edit];
  }
  return undefined;
}

/** The subject that a leaf reads; of a `since` or `until`, the moment. */
export function readSubject({ subject }: PlannedLeaf): Subject {
  if (!("since" in subject || "until" in subject)) return subject;
  const source = "since" in subject ? subject.since : subject.until;
  return typeof source === "string" ? { fact: source } : source;
}

/** The first turn of time at which the needs are met with nothing else changed. */
function findWait(group: NeedGroup, situation: Situation): Edit | undefined {
  const { scope, root } = situation;
  let untilMs = situation.asOfMs;
  const events = group.leaf.source.events?.list(scope, root, untilMs)?.length ?? 0;
  const most = Math.min(MOST_WAITS, Math.ceil(MOST_LOOKS / (events + 1)));
  for (let waits = 0; waits < most; waits++) {
    const turns = group.needs.map(({ leaf }) => leaf.nextChange(scope, root, untilMs));
    untilMs = Math.min(...turns);
    if (untilMs === Infinity) return undefined;
    if (isMet(group, { scope, root, asOfMs: untilMs })) return { kind: "wait", untilMs };
  }
  return undefined;
}
