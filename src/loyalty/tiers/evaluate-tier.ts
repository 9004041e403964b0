import { type AsOf, invalid, resolveAsOf, subtractPeriod } from "../../core/index.js";
import type { Account } from "../ledger/account-types.js";
import type { Standing } from "../ledger/entry-types.js";
import { checkAccountOf } from "../ledger/replay-account.js";
import { type CompiledProgram, versionAt } from "../program/compile-program.js";
import type { CompiledTiers } from "./compile-tiers.js";
import { explainTier } from "./explain-tier.js";
import { foldTier, passTime } from "./fold-tier.js";
import { type DecidedChange, planTier, reachTier, type TierRule, tierRules } from "./plan-tier.js";
import type { QualifyingSum } from "./qualifying-sum.js";
import { levelOf } from "./tier-changes.js";
import type { PlannedTierChange, TierGoal, TierStatus } from "./types.js";

/**
 * The tier of an account, decided anew from what it keeps of all that it earned: redemptions never
 * count, refunds are as if the order had never been, and the answer for an instant does not depend
 * on when or how often it is asked.
 *
 * A level is reached at the instant at which the metric reaches its threshold. At the end of its
 * validity it is renewed where the period that ends then supports it, and else kept for the grace
 * and lost. Without validity it is lost when the metric falls below the threshold, after the grace.
 *
 * @param program - from `compileProgram`
 * @param asOf - an instant, or a date, which means the end of that day in the programme's zone
 * @returns `undefined` where no version with tiers is in force
 * @throws ClienteleError INVALID_ARGUMENT, also for an `asOf` before the account's latest entry:
 *   replay the entries up to then instead
 * @example
 * const status = evaluateTier(program, account, "2026-12-01");
 * status?.explanation.en; // "Silver since 4 March 2026. … €320.00 more by 31 December 2026 for Gold."
 */
export function evaluateTier(
  program: CompiledProgram,
  account: Account,
  asOf: AsOf,
): TierStatus | undefined {
  checkAccountOf(program, account);
  const asOfMs = resolveAsOf(asOf, program.versions[0]!.program.zone).endMs - 1;
  if (asOfMs < account.clockMs) {
    throw invalid("asOf", `at or after ${account.clockMs}, the latest entry`, asOfMs, {
      remedy: "Replay the entries up to that instant and evaluate that account",
    });
  }
  const version = versionAt(program, asOfMs);
  const rules = tierRules(account);
  const rule = version && rules(version);
  if (rule === undefined) return undefined;
  const standing = standingOf(program, account, rule, asOfMs);
  return statusOf(program, account, rule, standing, asOfMs);
}

function standingOf(
  program: CompiledProgram,
  account: Account,
  { tiers }: TierRule,
  asOfMs: number,
): Standing | undefined {
  const rules = tierRules(account);
  if (tiers.policy.metric.measure !== "balance") {
    return foldTier(program, rules, account, asOfMs).standing;
  }
  // What the balance was is not known: what the ledger says of the tier is taken for it.
  const { clockMs } = account;
  const reached = reachTier(program, rules, account.standing, clockMs);
  const settled = { standing: reached?.standing ?? account.standing, change: reached };
  return passTime(program, rules, settled, clockMs, asOfMs).standing;
}

function statusOf(
  program: CompiledProgram,
  account: Account,
  rule: TierRule,
  standing: Standing | undefined,
  asOfMs: number,
): TierStatus {
  const { tiers } = rule;
  const sum = rule.sum();
  const level = Math.max(levelOf(tiers, standing), 0);
  const { id, label } = tiers.policy.levels[level]!;
  const change = planTier(program, tierRules(account), standing, asOfMs);
  const next = nextGoal(account, rule, level, asOfMs);
  const keep = keepGoal(account, rule, level, change, asOfMs);
  const fromMs = tiers.window.startMs(asOfMs, account.openedMs);
  const toMs = tiers.window.endMs(asOfMs, account.openedMs);
  const status = {
    asOfMs,
    tier: id,
    ...(label !== undefined && { label }),
    level,
    sinceMs: standing?.sinceMs ?? account.openedMs,
    ...(standing?.validUntilMs !== undefined && { validUntilMs: standing.validUntilMs }),
    measure: tiers.policy.metric.measure,
    progress: sum.at(asOfMs),
    period: { ...(fromMs !== undefined && { fromMs }), ...(toMs !== undefined && { toMs }) },
    ...(next !== undefined && { next }),
    ...(keep !== undefined && { keep }),
    ...(change !== undefined && { change: planned(tiers, change, asOfMs) }),
  };
  return { ...status, explanation: explainTier(rule.version, status) };
}

function nextGoal(
  account: Account,
  { tiers, sum: measure }: TierRule,
  level: number,
  asOfMs: number,
): TierGoal | undefined {
  const sum = measure();
  const next = tiers.policy.levels[level + 1];
  if (next === undefined) return undefined;
  const byMs = tiers.window.endMs(asOfMs, account.openedMs) ?? sum.nextFallMs(asOfMs);
  return goal(next, sum, asOfMs, byMs);
}

/** What is missing on the eve of the downgrade that would come. */
function keepGoal(
  account: Account,
  { tiers, sum }: TierRule,
  level: number,
  change: DecidedChange | undefined,
  asOfMs: number,
): TierGoal | undefined {
  const tier = tiers.policy.levels[level];
  if (change?.why !== "lapsed" || tier === undefined) return undefined;
  const isByValidity = tiers.policy.validity !== undefined;
  const eveMs = isByValidity ? change.atMs - 1 : change.atMs;
  const kept = goal(tier, sum(), eveMs, change.atMs);
  const countsFromMs = tiers.window.startMs(eveMs, account.openedMs);
  return countsFromMs !== undefined && countsFromMs > asOfMs ? { ...kept, countsFromMs } : kept;
}

function goal(
  { id, from }: { readonly id: string; readonly from: number },
  sum: QualifyingSum,
  atMs: number,
  byMs: number,
): TierGoal {
  const missing = Math.max(0, from - sum.at(atMs));
  return { tier: id, from, missing, ...(Number.isFinite(byMs) && { byMs }) };
}

function planned(
  { notice, zone }: CompiledTiers,
  { atMs, standing, why }: DecidedChange,
  asOfMs: number,
): PlannedTierChange {
  if (why !== "lapsed" || notice === undefined) {
    return { atMs, tier: standing.tier, why, isNoticeDue: false };
  }
  const noticeMs = subtractPeriod(atMs, notice, zone);
  return { atMs, tier: standing.tier, why, noticeMs, isNoticeDue: noticeMs <= asOfMs };
}
