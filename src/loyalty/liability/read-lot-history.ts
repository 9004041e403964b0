import { findItem, itemsOf } from "../blocks/sorted-blocks.js";
import type { Account, Lot } from "../ledger/account-types.js";
import type { RedeemEntry } from "../ledger/entry-types.js";
import { BY_REDEMPTION } from "../ledger/orders.js";

/** Points of a lot that were redeemed and not given back. */
export interface LotRedemption {
  readonly atMs: number;
  readonly points: number;
}

/** What became of the points of a lot, as far as it tells how points are redeemed. */
export interface LotHistory {
  /** What the lot was granted, less what was refunded, sent away or taken. */
  readonly kept: number;
  readonly redemptions: readonly LotRedemption[];
}

/** Reads the commands of an account once, for the history of each of its lots. */
export function readLotHistory(account: Account): (lot: Lot) => LotHistory {
  const redeemed = new Map<number, LotRedemption[]>();
  const removed = new Map<number, number>();
  for (const entry of itemsOf(account.commands)) {
    if (entry.kind === "redeem") addRedemption(account, entry, redeemed);
    if (entry.kind !== "transferOut" && entry.kind !== "forfeit" && entry.kind !== "adjust")
      continue;
    for (const { lot, points } of entry.lots) {
      if (points < 0) removed.set(lot, (removed.get(lot) ?? 0) - points);
    }
  }
  const keptBySource = new Map<number, number>();
  for (const { lots } of itemsOf(account.sources)) {
    for (const { lot, points } of lots) keptBySource.set(lot, points);
  }
  return ({ number, granted }) => {
    const redemptions = redeemed.get(number) ?? [];
    const spent = redemptions.reduce((so, { points }) => so + points, 0);
    const kept = (keptBySource.get(number) ?? granted) - (removed.get(number) ?? 0);
    return { kept: Math.max(kept, spent), redemptions };
  };
}

function addRedemption(
  account: Account,
  { command, lots, atMs }: RedeemEntry,
  redeemed: Map<number, LotRedemption[]>,
): void {
  const back = findItem(account.reversals, command.key, BY_REDEMPTION)?.points;
  lots.forEach(({ lot, points }, index) => {
    const spent = -points - (back?.[index] ?? 0);
    if (spent <= 0) return;
    const all = redeemed.get(lot) ?? [];
    redeemed.set(lot, all);
    all.push({ atMs: command.occurredMs ?? atMs, points: spent });
  });
}
