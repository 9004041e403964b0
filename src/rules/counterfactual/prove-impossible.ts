import type { PlannedLeaf, PlannedNode } from "../plan/types.js";
import type { Span } from "../time/elapsed.js";
import type { DetailedType } from "../typing/resolve-fact.js";
import { fieldOf } from "../values/kinds.js";
import type { FactHints } from "./fact-hints.js";
import { findRepairs } from "./find-repairs.js";
import { groupNeeds, isMetBy, type NeedGroup } from "./group-needs.js";
import { listCandidates } from "./list-candidates.js";
import { readSubject } from "./realise-group.js";
import type { Situation } from "./situation.js";

/**
 * Whether a condition can be proven never to answer `wanted`, whatever the facts: each way to that
 * answer asks of one value what no value can give.
 */
export function isImpossible(
  node: PlannedNode,
  wanted: boolean,
  asOfMs: number,
  hints: FactHints,
): boolean {
  const situation: Situation = { scope: {}, root: {}, asOfMs };
  const { repairs, isComplete } = findRepairs(node, wanted, situation);
  const hasContradiction = (groups: readonly NeedGroup[]): boolean =>
    groups.some((group) => isContradictory(group, situation, hints));
  return isComplete && repairs.every(({ needs }) => hasContradiction(groupNeeds(needs)));
}

/** Whether no value meets the needs; false also where the candidates may not be all there are. */
function isContradictory(group: NeedGroup, situation: Situation, hints: FactHints): boolean {
  if (!isCutCompletely(group.needs.map(({ leaf }) => leaf))) return false;
  const values = possibleValues(group, situation, hints);
  return !values.some((value) => isMetBy(group, value, situation));
}

/** Values of a subject that stand for all that it can have, if its tests cut its scale completely. */
export function possibleValues(
  group: NeedGroup,
  situation: Situation,
  hints: FactHints,
): readonly unknown[] {
  const isCount = "count" in readSubject(group.leaf);
  return listCandidates(group, undefined, situation, typeOf(group, hints)).filter(
    (value) => !isCount || (Number.isInteger(value) && (value as number) >= 0),
  );
}

/** Whether the turns of the tests cut a scale so that each answers alike between two of them. */
export function isCutCompletely(leaves: readonly PlannedLeaf[]): boolean {
  const forms = new Set(leaves.map(({ subject }) => elapsedForm(subject)));
  const spans = leaves.flatMap((leaf) => leaf.spans);
  return leaves.every((leaf) => leaf.isConstant) && forms.size <= 1 && haveOneOrder(spans);
}

function elapsedForm(subject: object): string {
  if ("since" in subject) return "since";
  return "until" in subject ? "until" : "value";
}

/** Whether of any two periods the same one is always the longer, from whatever day they are counted. */
function haveOneOrder(spans: readonly Span[]): boolean {
  return spans.every((span, index) =>
    spans.slice(index + 1).every((other) => {
      const isSameForm = formOf(span) === formOf(other) && formOf(span) !== "mixed";
      const apart = Math.abs(span.meanMs - other.meanMs);
      return isSameForm || apart > span.slackMs + other.slackMs;
    }),
  );
}

function formOf({ months, days, hasTime }: Span): string {
  const parts = [months > 0 && "months", days > 0 && "days", hasTime && "time"].filter(Boolean);
  return parts.length > 1 ? "mixed" : String(parts[0]);
}

/** The type of one value; the sum of several is not bound by it. */
function typeOf({ leaf }: NeedGroup, hints: FactHints): DetailedType | undefined {
  const subject = readSubject(leaf);
  if ("fact" in subject) return hints.typeOf(subject.fact);
  if ("count" in subject || "sum" in subject) return undefined;
  return hints.inside(subject.of).typeOf(fieldOf(subject));
}
