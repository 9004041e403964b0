import type { Accumulator } from "../core/accumulator.js";
import { checkColumn } from "../core/column.js";
import { withDefaults } from "../core/options.js";
import { checkState, checkStateList } from "./check-state.js";
import { checkParts } from "./check-table.js";
import { checkTierCount, MOST_TIERS } from "./check-tiers.js";
import { countMoves } from "./count-moves.js";
import { addCounts, copyCounts, growCounts, type MoveCounts } from "./move-counts.js";
import { TIER_COUNT_DEFAULTS, type TierCountOptionsInput } from "./options.js";
import type { MigrationMatrix, MigrationState, TierSnapshot, TierSnapshots } from "./types.js";

/**
 * Counts who moved from which tier to which between two times; customers are matched by id.
 *
 * @param from - the tiers at the earlier time, each customer once, in any order
 * @param to - the tiers at the later time
 * @param options - `tierCount`; without it, up to the last tier that occurs
 * @returns a square table with shares by row, and those who came and went; empty for no customers
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, UNKNOWN_OPTION; INVALID_DATA for a customer listed twice
 * @example
 * migrationMatrix(
 *   { customerIds: ["a", "b"], tiers: [0, 1] },
 *   { customerIds: ["b", "c"], tiers: [0, 1] },
 * ).counts //=> [[0, 0], [1, 0]]
 */
export function migrationMatrix(
  from: TierSnapshot,
  to: TierSnapshot,
  options: TierCountOptionsInput = {},
): MigrationMatrix {
  const migration = migrationAccumulator(options);
  migration.add({ from, to });
  return migration.value();
}

/**
 * A {@link migrationMatrix} that grows by shards of customers and merges. A shard holds the same
 * customers in both snapshots: all of one region, or all whose id has one hash.
 *
 * @param options - `tierCount`; without it, up to the last tier that occurs
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION
 */
export function migrationAccumulator(
  options: TierCountOptionsInput = {},
): Accumulator<TierSnapshots, MigrationState, MigrationMatrix> {
  const { tierCount } = withDefaults(TIER_COUNT_DEFAULTS, options);
  checkTierCount(tierCount);
  const total: MoveCounts = { counts: [], entrants: [], leavers: [] };
  growCounts(total, tierCount ?? 0);
  return {
    add(shard) {
      checkParts(shard, "shard", ["from", "to"]);
      addCounts(total, countMoves(shard.from, shard.to, tierCount));
    },
    merge(other) {
      checkMigrationState(other, tierCount ?? MOST_TIERS);
      addCounts(total, other);
    },
    state: () => ({ kind: "tierMigration", version: 1, ...copyCounts(total) }),
    value: () => describeMoves(copyCounts(total)),
  };
}

function checkMigrationState(state: MigrationState, tierCount: number): void {
  checkState(state, "tierMigration");
  checkStateList(state.counts, "state.counts", tierCount);
  const size = state.counts.length;
  checkColumn(state.entrants, "state.entrants", "count", size);
  checkColumn(state.leavers, "state.leavers", "count", size);
  state.counts.forEach((row, tier) => {
    checkColumn(row, `state.counts[${tier}]`, "count", size);
  });
}

function describeMoves(moves: MoveCounts): MigrationMatrix {
  const { counts, leavers } = moves;
  const sizes = counts.map((row, tier) => sum(row) + leavers[tier]!);
  const countWhere = (isCounted: (from: number, to: number) => boolean): number =>
    sum(counts.map((row, from) => sum(row.filter((_, to) => isCounted(from, to)))));
  return {
    ...moves,
    shares: counts.map((row, tier) => row.map((count) => shareOf(count, sizes[tier]!))),
    leaverShares: leavers.map((count, tier) => shareOf(count, sizes[tier]!)),
    promoted: countWhere((from, to) => to < from),
    kept: countWhere((from, to) => to === from),
    demoted: countWhere((from, to) => to > from),
  };
}

function shareOf(count: number, size: number): number | undefined {
  return size === 0 ? undefined : count / size;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
