import type { Account } from "../ledger/account-types.js";
import type { Standing } from "../ledger/entry-types.js";
import {
  type CompiledProgram,
  type ProgramVersion,
  versionAt,
} from "../program/compile-program.js";
import { type CompiledTiers, tiersOf } from "./compile-tiers.js";
import type { QualifyingSum } from "./qualifying-sum.js";
import { nextTierChange, type TierChange, tierReached } from "./tier-changes.js";

/** A tier policy in force, with the metric of an account under it. */
export interface TierRule {
  readonly version: ProgramVersion;
  readonly tiers: CompiledTiers;
  /** Measured when it is first asked for. */
  readonly sum: () => QualifyingSum;
}

/** A change of the tier with the version that decides it. */
export interface DecidedChange extends TierChange {
  readonly version: ProgramVersion;
}

/** Finds the tier policy of a version and measures the account under it, once. */
export type TierRules = (version: ProgramVersion) => TierRule | undefined;

/** The tier policies of a programme for one state of an account. */
export function tierRules(account: Account): TierRules {
  const known = new Map<ProgramVersion, TierRule | undefined>();
  return (version) => {
    if (known.has(version)) return known.get(version);
    const tiers = tiersOf(version);
    let measured: QualifyingSum | undefined;
    const sum = () => (measured ??= tiers!.measure(account));
    const rule = tiers && { version, tiers, sum };
    known.set(version, rule);
    return rule;
  };
}

/** What business at an instant does to a standing, by the version in force. */
export function reachTier(
  program: CompiledProgram,
  rules: TierRules,
  standing: Standing | undefined,
  atMs: number,
): DecidedChange | undefined {
  const version = versionAt(program, atMs);
  const rule = version && rules(version);
  const change = rule && tierReached(rule.tiers, rule.sum, standing, atMs);
  return change && { ...change, version: rule.version };
}

/**
 * What time alone does next to a standing after an instant, through all versions to come: what ends
 * when a version ends is decided by that version, and the next one may put the account higher.
 */
export function planTier(
  program: CompiledProgram,
  rules: TierRules,
  standing: Standing | undefined,
  fromMs: number,
): DecidedChange | undefined {
  let nowMs = fromMs;
  for (const [version, endMs] of versionsFrom(program, fromMs)) {
    const rule = rules(version);
    if (rule !== undefined) {
      const { tiers, sum } = rule;
      const starts = nowMs > fromMs ? tierReached(tiers, sum, standing, nowMs) : undefined;
      const change = starts ?? nextTierChange(tiers, sum, standing, nowMs);
      if (change !== undefined && change.atMs <= endMs) return { ...change, version };
    }
    nowMs = endMs;
  }
  return undefined;
}

/** The versions in force from an instant on, each with its end. */
function versionsFrom(
  { versions }: CompiledProgram,
  fromMs: number,
): (readonly [version: ProgramVersion, endMs: number])[] {
  return versions
    .map((version, index) => [version, versions[index - 1]?.fromMs ?? Infinity] as const)
    .filter(([, endMs]) => endMs > fromMs)
    .reverse();
}
