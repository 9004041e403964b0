import type { Account, CommandEntry } from "../ledger/account-types.js";
import { NEVER_MS } from "../ledger/change-lots.js";
import type { Standing, TierEntry } from "../ledger/entry-types.js";
import {
  type CompiledProgram,
  type ProgramVersion,
  versionAt,
} from "../program/compile-program.js";
import { tiersOf } from "./compile-tiers.js";
import { foldTier } from "./fold-tier.js";
import { type DecidedChange, planTier, reachTier, tierRules } from "./plan-tier.js";

/** What time alone does next to the tier of an account; `undefined` when nothing. */
export function nextTierEntry(program: CompiledProgram, account: Account): TierEntry | undefined {
  if (!hasTiers(program)) return undefined;
  const change = planTier(program, tierRules(account), account.standing, account.clockMs);
  return change && change.atMs < NEVER_MS ? entryOf(account, change, change.why) : undefined;
}

/**
 * What a command that has just been applied does to the tier; `undefined` when nothing. Refunds and
 * late orders are seen as if they had come in time; what the member held until now is not undone.
 */
export function tierEntryAfter(
  program: CompiledProgram,
  account: Account,
  { kind, command }: CommandEntry,
): TierEntry | undefined {
  if (!hasTiers(program)) return undefined;
  const atMs = account.clockMs;
  const version = versionAt(program, atMs);
  const isByBalance = version?.program.tiers?.metric.measure === "balance";
  if (!isByBalance && kind !== "earn" && kind !== "reverseEarn") return undefined;
  const rules = tierRules(account);
  const isInOrder = isByBalance || (kind === "earn" && command.occurredMs === undefined);
  if (isInOrder) {
    const change = reachTier(program, rules, account.standing, atMs);
    return change && entryOf(account, change, change.why);
  }
  const { standing, change } = foldTier(program, rules, account, atMs);
  const now = standing ?? (account.standing && lowestStanding(version, account));
  if (version === undefined || now === undefined || isSame(now, account.standing)) return undefined;
  const why = kind === "reverseEarn" ? "refunded" : (change?.why ?? "reached");
  return entryOf(account, { version, standing: now, atMs }, why);
}

/** True when a version of the programme has tiers. */
function hasTiers({ versions }: CompiledProgram): boolean {
  return versions.some(({ program }) => program.tiers !== undefined);
}

function lowestStanding(
  version: ProgramVersion | undefined,
  { openedMs }: Account,
): Standing | undefined {
  const lowest = version && tiersOf(version)?.policy.levels[0];
  return lowest && { tier: lowest.id, sinceMs: openedMs };
}

function isSame(a: Standing, b: Standing | undefined): boolean {
  return a.tier === b?.tier && a.sinceMs === b.sinceMs && a.validUntilMs === b.validUntilMs;
}

function entryOf(
  account: Account,
  { version, standing, atMs }: Pick<DecidedChange, "version" | "standing" | "atMs">,
  why: TierEntry["why"],
): TierEntry {
  return {
    kind: "tier",
    sequence: account.sequence + 1,
    atMs: Math.max(atMs, account.clockMs),
    points: 0,
    lots: [],
    version: version.program.version,
    standing,
    why,
  };
}
