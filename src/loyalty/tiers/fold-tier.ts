import { itemsOf } from "../blocks/sorted-blocks.js";
import type { Account } from "../ledger/account-types.js";
import type { Standing } from "../ledger/entry-types.js";
import type { CompiledProgram } from "../program/compile-program.js";
import { type DecidedChange, planTier, reachTier, type TierRules } from "./plan-tier.js";

/** A standing with the last change that led to it. */
export interface FoldedTier {
  readonly standing: Standing | undefined;
  readonly change: DecidedChange | undefined;
}

/**
 * The tier of an account at an instant from what it keeps of all that it earned, whenever that came
 * in: the same for every order of arrival, and as if what was refunded had never been.
 */
export function foldTier(
  program: CompiledProgram,
  rules: TierRules,
  account: Account,
  untilMs: number,
): FoldedTier {
  let folded: FoldedTier = { standing: undefined, change: undefined };
  let nowMs = account.openedMs;
  for (const atMs of businessInstants(account, untilMs)) {
    folded = passTime(program, rules, folded, nowMs, atMs);
    const change = reachTier(program, rules, folded.standing, atMs);
    if (change !== undefined) folded = { standing: change.standing, change };
    nowMs = atMs;
  }
  return passTime(program, rules, folded, nowMs, untilMs);
}

/** What time alone does to a standing between two instants. */
export function passTime(
  program: CompiledProgram,
  rules: TierRules,
  from: FoldedTier,
  fromMs: number,
  untilMs: number,
): FoldedTier {
  let folded = from;
  let nowMs = fromMs;
  for (;;) {
    const change = planTier(program, rules, folded.standing, nowMs);
    if (change === undefined || change.atMs > untilMs) return folded;
    folded = { standing: change.standing, change };
    nowMs = change.atMs;
  }
}

/** When something was earned that is not wholly refunded, in order. */
function businessInstants(account: Account, untilMs: number): number[] {
  const instants = new Set<number>();
  for (const { atMs, isReversed } of itemsOf(account.sources)) {
    if (!isReversed && atMs <= untilMs) instants.add(atMs);
  }
  return [...instants].sort((a, b) => a - b);
}
