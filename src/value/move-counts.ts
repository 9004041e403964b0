import type { MigrationState } from "./types.js";

/** Moves from tier to tier, those who came and those who left; all as long as there are tiers. */
export interface MoveCounts {
  readonly counts: number[][];
  readonly entrants: number[];
  readonly leavers: number[];
}

/** The same for readers, as a state has them. */
export type ReadonlyMoveCounts = Pick<MigrationState, keyof MoveCounts>;

/** Makes room for so many tiers. */
export function growCounts({ counts, entrants, leavers }: MoveCounts, tierCount: number): void {
  while (counts.length < tierCount) {
    counts.push([]);
    entrants.push(0);
    leavers.push(0);
  }
  for (const row of counts) while (row.length < counts.length) row.push(0);
}

/** Adds other counts to a total. */
export function addCounts(total: MoveCounts, more: ReadonlyMoveCounts): void {
  growCounts(total, more.counts.length);
  more.counts.forEach((row, from) => {
    total.entrants[from]! += more.entrants[from]!;
    total.leavers[from]! += more.leavers[from]!;
    row.forEach((count, to) => {
      total.counts[from]![to]! += count;
    });
  });
}

/** Copies counts, for somebody who may keep them. */
export function copyCounts({ counts, entrants, leavers }: ReadonlyMoveCounts): MoveCounts {
  return { counts: counts.map((row) => [...row]), entrants: [...entrants], leavers: [...leavers] };
}
