import { checkLength } from "../core/column.js";
import { ClienteleError, invalid } from "../core/errors.js";
import { checkTable } from "./check-table.js";
import { checkTiers } from "./check-tiers.js";
import { growCounts, type MoveCounts } from "./move-counts.js";
import type { TierSnapshot } from "./types.js";

/**
 * Counts the moves between two snapshots, matched by id.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH; INVALID_DATA for a customer listed twice
 */
export function countMoves(
  from: TierSnapshot,
  to: TierSnapshot,
  tierCount: number | undefined,
): MoveCounts {
  checkSnapshot(from, "from", tierCount);
  checkSnapshot(to, "to", tierCount);
  const moves: MoveCounts = { counts: [], entrants: [], leavers: [] };
  growCounts(moves, Math.max(countTiers(from), countTiers(to)));
  const earlierRow = indexRows(from);
  const isFound = new Uint8Array(from.tiers.length);
  const newcomers = new Set<string>();
  for (let index = 0; index < to.tiers.length; index++) {
    const id = readId(to, "to", index);
    const tier = to.tiers[index] as number;
    const row = earlierRow.get(id);
    if (row === undefined ? newcomers.has(id) : isFound[row] === 1) throw listedTwice("to", index);
    if (row === undefined) {
      newcomers.add(id);
      moves.entrants[tier]!++;
    } else {
      isFound[row] = 1;
      moves.counts[from.tiers[row] as number]![tier]!++;
    }
  }
  isFound.forEach((found, row) => {
    if (found === 0) moves.leavers[from.tiers[row] as number]!++;
  });
  return moves;
}

function checkSnapshot(snapshot: TierSnapshot, where: string, tierCount: number | undefined): void {
  checkTable(snapshot, where, ["customerIds", "tiers"]);
  checkTiers(snapshot.tiers, `${where}.tiers`, tierCount);
  checkLength(snapshot.customerIds, `${where}.customerIds`, snapshot.tiers.length);
}

function countTiers({ tiers }: TierSnapshot): number {
  let count = 0;
  for (let index = 0; index < tiers.length; index++) {
    count = Math.max(count, (tiers[index] as number) + 1);
  }
  return count;
}

function indexRows(from: TierSnapshot): Map<string, number> {
  const rows = new Map<string, number>();
  for (let index = 0; index < from.tiers.length; index++) {
    const id = readId(from, "from", index);
    if (rows.has(id)) throw listedTwice("from", index);
    rows.set(id, index);
  }
  return rows;
}

function readId({ customerIds }: TierSnapshot, where: string, index: number): string {
  const id = customerIds[index] as string;
  if (typeof id !== "string") throw invalid(`${where}.customerIds[${index}]`, "a text", id);
  return id;
}

/** The id itself may be an address or a name and is not shown. */
function listedTwice(where: string, index: number): ClienteleError {
  const place = `${where}.customerIds[${index}]`;
  const message = `${place} must be an id that is listed once, got one that is listed before`;
  return new ClienteleError("INVALID_DATA", message, { where: place });
}
