import { addPeriod, parsePeriod } from "../../core/index.js";
import { firstItem, itemsOf, lastItem } from "../blocks/sorted-blocks.js";
import type { Account, DueLot, RollingLots } from "../ledger/account-types.js";
import { applyEntry } from "../ledger/apply-entry.js";
import { lotOf, NEVER_MS } from "../ledger/change-lots.js";
import type { ActivateEntry, Entry, ExpireEntry, LotChange } from "../ledger/entry-types.js";
import { termEndMs } from "../program/compile-terms.js";

/** When something happens to the points of an account without a command; `NEVER_MS` when nothing will. */
export function nextDueMs(account: Account): number {
  let dueMs = Math.min(
    firstItem(account.spendable)?.dueMs ?? NEVER_MS,
    firstItem(account.pending)?.dueMs ?? NEVER_MS,
  );
  for (const group of account.rolling) {
    dueMs = Math.min(dueMs, rollingDueMs(account, group, firstItem(group.lots)!));
  }
  return dueMs;
}

/**
 * Writes what time alone does up to an instant, each at its own instant: points lapse and become
 * spendable. What should have happened before the account's latest entry happens with that.
 *
 * @param entries - receives the entries written
 */
export function settleDue(account: Account, untilMs: number, entries: Entry[]): Account {
  let settled = account;
  for (;;) {
    const dueMs = nextDueMs(settled);
    if (dueMs > untilMs || dueMs >= NEVER_MS) return settled;
    const entry = dueEntry(settled, dueMs);
    settled = applyEntry(settled, entry);
    entries.push(entry);
  }
}

/** When a lot lapses that lapses for inactivity. */
export function rollingDueMs(account: Account, { after, zone }: RollingLots, lot: number): number {
  const openedMs = lotOf(account, lot).openedMs;
  const activeMs = lastItem(account.activities)?.atMs ?? openedMs;
  return addPeriod(Math.max(openedMs, activeMs), parsePeriod(after), zone);
}

/** What happens at an instant: points lapse first, so that nothing becomes spendable to lapse at once. */
function dueEntry(account: Account, dueMs: number): ActivateEntry | ExpireEntry {
  if (firstItem(account.spendable)?.dueMs === dueMs) {
    return expire(account, dueMs, takeDue(account.spendable, dueMs));
  }
  const group = account.rolling.find(
    (rolling) => rollingDueMs(account, rolling, firstItem(rolling.lots)!) === dueMs,
  );
  if (group !== undefined) {
    const lots: number[] = [];
    for (const lot of itemsOf(group.lots)) {
      if (rollingDueMs(account, group, lot) !== dueMs) break;
      lots.push(lot);
    }
    return expire(account, dueMs, lots);
  }
  const lot = lotOf(account, firstItem(account.pending)!.lot);
  const lapses = lot.expiresMs !== undefined && lot.expiresMs <= (lot.activeMs ?? NEVER_MS);
  if (lapses) return expire(account, dueMs, [lot.number]);
  const atMs = Math.max(dueMs, account.clockMs);
  return { ...activation(account, [lot.number], atMs), sequence: account.sequence + 1, atMs };
}

/** What makes pending lots spendable. */
export function activation(
  account: Account,
  numbers: readonly number[],
  atMs: number,
): Omit<ActivateEntry, "sequence" | "atMs" | "command"> {
  const activates = numbers.map((number) => {
    const { expiresAfter } = lotOf(account, number);
    if (expiresAfter === undefined) return { lot: number };
    return { lot: number, expiresMs: termEndMs(atMs, expiresAfter) };
  });
  return { kind: "activate", points: 0, lots: [], activates };
}

/** The entry by which lots lapse; what they hold pays debts before it is lost. */
function expire(account: Account, dueMs: number, numbers: readonly number[]): ExpireEntry {
  let held = 0;
  const lots = numbers.map((number): LotChange => {
    const { remaining } = lotOf(account, number);
    held += remaining;
    return { lot: number, points: -remaining };
  });
  const pays = payDebts(account, held);
  const paid = pays.reduce((so, { points }) => so + points, 0);
  return {
    kind: "expire",
    sequence: account.sequence + 1,
    atMs: Math.max(dueMs, account.clockMs),
    points: paid - held,
    lots,
    ...(paid > 0 && { debt: -paid, pays }),
  };
}

/** Which debts a number of points pays: the oldest first. */
export function payDebts(account: Account, points: number): LotChange[] {
  const pays: LotChange[] = [];
  let left = points;
  for (const number of account.owing) {
    if (left === 0) break;
    const paid = Math.min(left, lotOf(account, number).owed ?? 0);
    pays.push({ lot: number, points: paid });
    left -= paid;
  }
  return pays;
}

function takeDue(lots: Account["spendable"], dueMs: number): number[] {
  const due: number[] = [];
  for (const lot of itemsOf<DueLot>(lots)) {
    if (lot.dueMs !== dueMs) break;
    due.push(lot.lot);
  }
  return due;
}
