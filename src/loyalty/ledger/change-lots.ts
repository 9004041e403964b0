import { invalid } from "../../core/index.js";
import { putItems, removeItems } from "../blocks/change-many.js";
import { findItem, lastItem, type OwnedBlocks } from "../blocks/sorted-blocks.js";
import type { Account, DueLot, Lot, RollingLots } from "./account-types.js";
import { brokenEntry } from "./broken-entry.js";
import type { ActivateEntry, Entry, OpenedLot } from "./entry-types.js";
import { BY_DUE, BY_NUMBER, BY_OPENING } from "./orders.js";

/** An account being changed; its lists are still shared, but for those that it owns. */
export type AccountDraft = { -readonly [Key in keyof Account]: Account[Key] } & {
  readonly owned?: OwnedBlocks;
};

/** An instant later than all others: that of lots which nothing but a command changes. */
export const NEVER_MS = 8.64e15;

/** The number of the next lot. */
export function nextLotNumber(account: Account): number {
  return (lastItem(account.lots)?.number ?? 0) + 1;
}

/** The lot of a number. */
export function lotOf(account: Account, number: number): Lot {
  const lot = findItem(account.lots, number, BY_NUMBER);
  if (lot !== undefined) return lot;
  throw invalid("lot", "a lot of the account", number, { code: "INVALID_DATA" });
}

/** When a lot that is not yet spendable changes without a command: it becomes spendable, or lapses before. */
export function pendingDueMs(lot: Lot): number {
  return Math.min(lot.activeMs ?? NEVER_MS, lot.expiresMs ?? NEVER_MS);
}

/** Adds the lots that an entry opens, numbered as its `lots` say. */
export function openLots(
  next: AccountDraft,
  entry: Entry & { readonly opens: readonly OpenedLot[] },
  source?: string,
): void {
  const first = nextLotNumber(next);
  const lots = entry.opens.map(({ points, ...terms }, index): Lot => {
    const change = entry.lots[index];
    if (change?.lot !== first + index || change.points !== points || points <= 0) {
      throw brokenEntry(entry, `lots[${index}]`, "the opened lot", change?.lot);
    }
    const isPending = terms.activeOn !== undefined || (terms.activeMs ?? -Infinity) > entry.atMs;
    const state = isPending ? "pending" : "active";
    return {
      number: first + index,
      openedMs: entry.atMs,
      state,
      granted: points,
      remaining: points,
      ...terms,
      ...(source !== undefined && { source }),
    };
  });
  next.lots = putItems(next.lots, lots, BY_NUMBER, next.owned);
  enterQueues(next, lots);
  for (const lot of lots) countPoints(next, lot, lot.remaining);
}

/** Changes what lots hold; a lot that runs out leaves the queues, and one that is filled again comes back. */
export function changeLots(next: AccountDraft, entry: Entry): void {
  const changed: Lot[] = [];
  const emptied: Lot[] = [];
  const filled: Lot[] = [];
  for (const { lot: number, points } of entry.lots) {
    const lot = lotOf(next, number);
    const remaining = lot.remaining + points;
    if (!(remaining >= 0 && remaining <= lot.granted)) {
      const bounds = `between 0 and ${lot.granted} left in lot ${number}`;
      throw brokenEntry(entry, "lots", bounds, remaining);
    }
    const after = { ...lot, remaining };
    changed.push(after);
    if (remaining === 0) emptied.push(lot);
    else if (lot.remaining === 0) filled.push(after);
    countPoints(next, lot, points);
  }
  next.lots = putItems(next.lots, changed, BY_NUMBER, next.owned);
  leaveQueues(next, emptied);
  enterQueues(next, filled);
}

/** Makes pending lots spendable. */
export function activateLots(next: AccountDraft, entry: ActivateEntry): void {
  for (const { lot: number, expiresMs } of entry.activates) {
    const lot = lotOf(next, number);
    if (lot.state !== "pending") throw brokenEntry(entry, "activates", "a pending lot", number);
    const after: Lot = { ...lot, state: "active", ...(expiresMs !== undefined && { expiresMs }) };
    next.lots = putItems(next.lots, [after], BY_NUMBER, next.owned);
    if (lot.remaining === 0) continue;
    leaveQueues(next, [lot]);
    enterQueues(next, [after]);
    countPoints(next, lot, -lot.remaining);
    countPoints(next, after, lot.remaining);
  }
}

function countPoints(next: AccountDraft, { state }: Lot, points: number): void {
  if (state === "pending") next.pendingPoints += points;
  else next.spendablePoints += points;
}

function enterQueues(next: AccountDraft, lots: readonly Lot[]): void {
  if (lots.length === 0) return;
  const pending = lots.filter(({ state }) => state === "pending");
  const active = lots.filter(({ state }) => state === "active");
  next.pending = putItems(next.pending, pending.map(pendingEntry), BY_DUE, next.owned);
  const fixed = active.filter(({ inactive }) => inactive === undefined);
  next.spendable = putItems(next.spendable, fixed.map(spendableEntry), BY_DUE, next.owned);
  for (const lot of active) if (lot.inactive !== undefined) changeRolling(next, lot, true);
}

function leaveQueues(next: AccountDraft, lots: readonly Lot[]): void {
  if (lots.length === 0) return;
  const pending = lots.filter(({ state }) => state === "pending");
  const active = lots.filter(({ state }) => state === "active");
  next.pending = removeItems(next.pending, pending.map(pendingEntry), BY_DUE, next.owned);
  const fixed = active.filter(({ inactive }) => inactive === undefined);
  next.spendable = removeItems(next.spendable, fixed.map(spendableEntry), BY_DUE, next.owned);
  for (const lot of active) if (lot.inactive !== undefined) changeRolling(next, lot, false);
}

function pendingEntry(lot: Lot): DueLot {
  return { dueMs: pendingDueMs(lot), lot: lot.number };
}

function spendableEntry(lot: Lot): DueLot {
  return { dueMs: lot.expiresMs ?? NEVER_MS, lot: lot.number };
}

function changeRolling(next: AccountDraft, lot: Lot, isPut: boolean): void {
  const { after, zone } = lot.inactive!;
  const index = next.rolling.findIndex((group) => group.after === after && group.zone === zone);
  const group: RollingLots = next.rolling[index] ?? { after, zone, lots: [] };
  const change = isPut ? putItems : removeItems;
  const lots = change(group.lots, [lot.number], BY_OPENING, next.owned);
  const others = next.rolling.filter((_, at) => at !== index);
  next.rolling = lots.length === 0 ? others : [...others, { after, zone, lots }];
}
