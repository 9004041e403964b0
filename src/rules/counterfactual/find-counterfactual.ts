import type { PlannedNode } from "../plan/types.js";
import { type FactHints, NO_HINTS } from "./fact-hints.js";
import { findRepairs, type Need } from "./find-repairs.js";
import { groupNeeds, type NeedGroup } from "./group-needs.js";
import { type Means, realiseGroup } from "./realise-group.js";
import { applyEdit, type Change, type ServedTest, type Situation } from "./situation.js";

/** Ways of repair that are tried at most, over all rounds and filters. */
const MOST_TRIES = 200;
/** Advice of more steps than this is no advice. */
const MOST_CHANGES = 100;
/** Rounds of repair: a change may disturb what held before. */
const MOST_ROUNDS = 4;

/**
 * The fewest changes found that make a condition hold, proven by applying them: none of them can be
 * left out.
 *
 * @param hints - what is known about the facts beside the facts
 * @returns the changes; empty when it holds already, `undefined` when no way is found
 */
export function findCounterfactual(
  node: PlannedNode,
  situation: Situation,
  hints: FactHints = NO_HINTS,
): readonly Change[] | undefined {
  const tries = { left: MOST_TRIES };

  const search = (
    goal: PlannedNode,
    from: Situation,
    rounds: number,
    known: FactHints,
  ): readonly Change[] | undefined => {
    if (holds(goal, from)) return [];
    if (rounds === 0) return undefined;
    const satisfy: Means["satisfy"] = (filter, event, list) =>
      search(filter, event, MOST_ROUNDS, known.inside(list))?.reduce(applyEdit, event);
    for (const { needs, cost } of findRepairs(goal, true, from).repairs) {
      if (cost > MOST_CHANGES || tries.left-- <= 0) return undefined;
      const changes = repair(needs, from, { hints: known, satisfy });
      if (changes === undefined || changes.length === 0) continue;
      const rest = search(goal, changes.reduce(applyEdit, from), rounds - 1, known);
      if (rest !== undefined) return [...changes, ...rest];
    }
    return undefined;
  };

  const found = search(node, situation, MOST_ROUNDS, hints);
  return found === undefined ? undefined : leaveOut(found, node, situation);
}

/** Changes that meet all needs one after another; `undefined` when one cannot be met. */
function repair(
  needs: readonly Need[],
  situation: Situation,
  means: Means,
): readonly Change[] | undefined {
  const all: Change[] = [];
  let now = situation;
  const groups = [...groupNeeds(needs)].sort((a, b) => turnOf(a) - turnOf(b));
  for (const group of groups) {
    const edits = realiseGroup(group, now, means);
    if (edits === undefined) return undefined;
    const serves = unmetTests(group, now);
    all.push(...edits.map((edit) => ({ ...edit, serves })));
    now = edits.reduce(applyEdit, now);
  }
  return all;
}

function unmetTests({ needs }: NeedGroup, situation: Situation): readonly ServedTest[] {
  const { scope, root, asOfMs } = situation;
  return needs
    .filter(({ leaf, wanted }) => leaf.holds(scope, root, asOfMs) !== wanted)
    .map(({ leaf, wanted }) => ({ path: leaf.path, wanted }));
}

/** The changes without those that are not needed. */
function leaveOut(
  changes: readonly Change[],
  node: PlannedNode,
  situation: Situation,
): readonly Change[] {
  return changes.reduce((kept, change) => {
    const without = kept.filter((other) => other !== change);
    return holds(node, without.reduce(applyEdit, situation)) ? without : kept;
  }, changes);
}

function holds(node: PlannedNode, { scope, root, asOfMs }: Situation): boolean {
  return node.holds(scope, root, asOfMs) === true;
}

/**
 * Waiting moves every window and comes before what depends on them; a count comes last, because a
 * sum or a latest value may need events of its own.
 */
function turnOf({ leaf: { subject } }: NeedGroup): number {
  if ("since" in subject || "until" in subject) return 0;
  return "count" in subject ? 2 : 1;
}
