import { type Refused, refuse } from "../../core/index.js";
import { itemsOf } from "../blocks/sorted-blocks.js";
import type { Account, DueLot } from "../ledger/account-types.js";
import { lotOf } from "../ledger/change-lots.js";
import type { LotChange } from "../ledger/entry-types.js";
import type { RefusalCode } from "../refusal.js";
import { rollingDueMs } from "../time/due.js";

/** What can be spent: the points of spendable lots, less the debt. */
export function availablePoints({ spendablePoints, debt }: Account): number {
  return spendablePoints - debt;
}

/** Refuses to spend more points than there are; it says how many are missing and what comes when. */
export function checkEnough(account: Account, points: number): Refused<RefusalCode> | undefined {
  const available = availablePoints(account);
  if (points <= available) return undefined;
  const missing = points - available;
  const activating: { points: number; atMs: number }[] = [];
  let coming = 0;
  for (const { lot: number } of itemsOf(account.pending)) {
    const { remaining, activeMs, expiresMs } = lotOf(account, number);
    if (coming >= missing) break;
    if (activeMs === undefined || (expiresMs !== undefined && expiresMs <= activeMs)) continue;
    activating.push({ points: remaining, atMs: activeMs });
    coming += remaining;
  }
  return refuse("notEnoughPoints", `${points} points are needed and ${available} are available`, {
    needed: points,
    available,
    missing,
    activating,
  });
}

/**
 * Takes points from spendable lots: those that lapse first go first, and of equals the oldest.
 *
 * @param points - at most what spendable lots hold
 */
export function drawLots(account: Account, points: number): LotChange[] {
  const changes: LotChange[] = [];
  let left = points;
  for (const number of spendingOrder(account)) {
    if (left === 0) break;
    const taken = Math.min(left, lotOf(account, number).remaining);
    changes.push({ lot: number, points: -taken });
    left -= taken;
  }
  return changes;
}

/** The numbers of spendable lots in the order in which they are spent. */
function* spendingOrder(account: Account): Generator<number, void> {
  if (account.rolling.length === 0) {
    for (const { lot } of itemsOf(account.spendable)) yield lot;
    return;
  }
  const queues = [
    itemsOf(account.spendable),
    ...account.rolling.map((group) => rollingLots(account, group)),
  ];
  const heads = queues.map((queue) => queue.next());
  for (;;) {
    let first: number | undefined;
    heads.forEach(({ value }, index) => {
      const best = first === undefined ? undefined : heads[first]!.value;
      if (value && (!best || comesBefore(value, best))) first = index;
    });
    if (first === undefined) return;
    yield (heads[first]!.value as DueLot).lot;
    heads[first] = queues[first]!.next();
  }
}

function* rollingLots(
  account: Account,
  group: Account["rolling"][number],
): Generator<DueLot, void> {
  for (const lot of itemsOf(group.lots)) yield { dueMs: rollingDueMs(account, group, lot), lot };
}

function comesBefore(a: DueLot, b: DueLot): boolean {
  return a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.lot < b.lot);
}
