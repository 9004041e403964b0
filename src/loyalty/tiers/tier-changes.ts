import { addPeriod } from "../../core/index.js";
import type { Standing, TierEntry } from "../ledger/entry-types.js";
import type { CompiledTiers } from "./compile-tiers.js";
import type { QualifyingSum } from "./qualifying-sum.js";

/** A change of the tier at its instant. */
export interface TierChange {
  readonly atMs: number;
  readonly standing: Standing;
  readonly why: TierEntry["why"];
}

/** The level of a standing; 0 for an account that never rose, -1 for a tier that is no longer offered. */
export function levelOf({ policy }: CompiledTiers, standing: Standing | undefined): number {
  if (standing === undefined) return 0;
  return policy.levels.findIndex(({ id }) => id === standing.tier);
}

/** What business at an instant does: a higher level is reached, or a level past its validity is earned anew. */
export function tierReached(
  tiers: CompiledTiers,
  measure: () => QualifyingSum,
  standing: Standing | undefined,
  atMs: number,
): TierChange | undefined {
  const level = levelOf(tiers, standing);
  if (level === tiers.policy.levels.length - 1 && !isPastValidity(standing, atMs)) return undefined;
  const reached = tiers.levelOf(measure().at(atMs));
  if (reached > level) {
    return { atMs, standing: standingAt(tiers, reached, atMs), why: "reached" };
  }
  if (reached < level || level <= 0 || !isPastValidity(standing, atMs)) return undefined;
  return { atMs, standing: renewed(tiers, standing!, atMs), why: "renewed" };
}

function isPastValidity(standing: Standing | undefined, atMs: number): boolean {
  return standing?.validUntilMs !== undefined && standing.validUntilMs <= atMs;
}

/**
 * What time alone does next to a standing, if nothing more happens: the level is renewed at the end
 * of its validity where the period that ends then supports it; else it lapses at the end of grace.
 *
 * @param fromMs - up to where the standing is settled
 */
export function nextTierChange(
  tiers: CompiledTiers,
  measure: () => QualifyingSum,
  standing: Standing | undefined,
  fromMs: number,
): TierChange | undefined {
  const level = levelOf(tiers, standing);
  if (standing === undefined || level <= 0) return undefined;
  const sum = measure();
  const { from } = tiers.policy.levels[level]!;
  const { validUntilMs } = standing;
  const hasValidity = validUntilMs !== undefined && tiers.policy.validity !== undefined;
  if (hasValidity && fromMs < validUntilMs && sum.at(validUntilMs - 1) >= from) {
    return {
      atMs: validUntilMs,
      standing: renewed(tiers, standing, validUntilMs),
      why: "renewed",
    };
  }
  const endMs = hasValidity ? validUntilMs : supportEndMs(sum, from, standing, fromMs);
  if (!Number.isFinite(endMs)) return undefined;
  const graceEndMs = tiers.grace === undefined ? endMs : addPeriod(endMs, tiers.grace, tiers.zone);
  const atMs = Math.max(graceEndMs, fromMs);
  const supported = hasValidity
    ? Math.max(tiers.levelOf(sum.at(endMs - 1)), tiers.levelOf(sum.at(atMs - 1)))
    : tiers.levelOf(sum.at(atMs));
  const down = tiers.policy.downgrade === "oneStep" ? Math.max(level - 1, supported) : supported;
  const lower = Math.min(down, level - 1);
  return { atMs, standing: standingAt(tiers, lower, atMs), why: "lapsed" };
}

/** Since or from when the metric no longer supports a level that has no validity, or whose validity has passed. */
function supportEndMs(
  sum: QualifyingSum,
  threshold: number,
  { sinceMs, validUntilMs = sinceMs }: Standing,
  fromMs: number,
): number {
  const startMs = Math.max(fromMs, validUntilMs);
  const belowMs = sum.firstBelowMs(threshold, startMs);
  if (belowMs > startMs) return belowMs;
  return Math.max(sum.belowSinceMs(threshold, startMs), validUntilMs);
}

function standingAt(tiers: CompiledTiers, level: number, sinceMs: number): Standing {
  const { id } = tiers.policy.levels[level]!;
  return withValidity(tiers, { tier: id, sinceMs }, level, sinceMs);
}

function renewed(tiers: CompiledTiers, { tier, sinceMs }: Standing, atMs: number): Standing {
  return withValidity(tiers, { tier, sinceMs }, 1, atMs);
}

/** The lowest level is always valid. */
function withValidity(
  tiers: CompiledTiers,
  standing: Standing,
  level: number,
  atMs: number,
): Standing {
  const validUntilMs = level === 0 ? undefined : tiers.validUntilMs(atMs);
  return validUntilMs === undefined ? standing : { ...standing, validUntilMs };
}
