import { findItem, putItem } from "../blocks/sorted-blocks.js";
import type { Account, CommandEntry } from "./account-types.js";
import { applyClaims, applyEarn, applyReversedRedemption, applyUses } from "./apply-source.js";
import { brokenEntry } from "./broken-entry.js";
import { type AccountDraft, activateLots, changeLots, openLots } from "./change-lots.js";
import { changeShortage, noteLapsed } from "./change-shortage.js";
import type { Entry } from "./entry-types.js";
import { BY_KEY, BY_SEQUENCE } from "./orders.js";

/**
 * The account after one more entry: the only way in which an account changes.
 *
 * @throws ClienteleError INVALID_DATA with the entry, when it does not follow from the account: a gap,
 *   a step back in time, a lot below zero or above what it was granted, a sum that is not the sum
 */
export function applyEntry(account: Account, entry: Entry): Account {
  const next = { ...account };
  changeAccount(next, entry);
  return next;
}

/**
 * The account after many entries: the same as one by one, but what they change is copied only once.
 *
 * @throws ClienteleError INVALID_DATA as {@link applyEntry}
 */
export function applyEntries(account: Account, entries: Iterable<Entry>): Account {
  const next: AccountDraft = { ...account, owned: new Set() };
  for (const entry of entries) changeAccount(next, entry);
  const { owned: _, ...changed } = next;
  return changed;
}

function changeAccount(next: AccountDraft, entry: Entry): void {
  checkFrame(next, entry);
  next.sequence = entry.sequence;
  next.clockMs = entry.atMs;
  if (entry.command !== undefined) {
    next.commands = putItem(next.commands, entry as CommandEntry, BY_KEY, next.owned);
  }
  if (entry.debt !== undefined) next.debt += entry.debt;
  if (entry.pays !== undefined) {
    for (const { lot, points } of entry.pays) changeShortage(next, lot, { owed: -points }, entry);
  }
  applyKind(next, entry);
}

function applyKind(next: AccountDraft, entry: Entry): void {
  switch (entry.kind) {
    case "earn":
      openLots(next, entry, entry.source.id);
      applyEarn(next, entry);
      break;
    case "redeem":
      changeLots(next, entry);
      break;
    case "reverseEarn":
      changeLots(next, entry);
      applyClaims(next, entry);
      return;
    case "reverseRedeem":
      changeLots(next, entry);
      applyReversedRedemption(next, entry);
      break;
    case "activate":
      activateLots(next, entry);
      return;
    case "transferIn":
      openLots(next, entry);
      return;
    case "adjust":
      if (entry.opens.length > 0) openLots(next, entry);
      else takeLots(next, entry);
      return;
    case "expire":
    case "forfeit":
      takeLots(next, entry);
      return;
    case "transferOut":
      changeLots(next, entry);
      break;
    case "join":
      next.members = [...next.members, entry.member];
      return;
    case "leave":
      next.members = next.members.filter((member) => member !== entry.member);
      return;
    case "tier":
      next.standing = entry.standing;
      return;
  }
  if ("uses" in entry && entry.uses !== undefined) applyUses(next, entry.uses);
  if ("isActivity" in entry) {
    const activity = { sequence: entry.sequence, atMs: entry.atMs };
    next.activities = putItem(next.activities, activity, BY_SEQUENCE, next.owned);
  }
}

/** Takes points that nobody spent. */
function takeLots(next: AccountDraft, entry: Entry): void {
  changeLots(next, entry);
  noteLapsed(next, entry);
}

function checkFrame(account: Account, entry: Entry): void {
  if (entry?.sequence !== account.sequence + 1) {
    throw brokenEntry(
      entry,
      "sequence",
      `${account.sequence + 1}, the next of the account`,
      entry?.sequence,
    );
  }
  if (!Number.isSafeInteger(entry.atMs) || entry.atMs < account.clockMs) {
    throw brokenEntry(
      entry,
      "atMs",
      `at or after ${account.clockMs}, the entry before`,
      entry.atMs,
    );
  }
  let sum = -(entry.debt ?? 0);
  for (const { points } of entry.lots) sum += points;
  if (!Number.isSafeInteger(entry.points) || entry.points !== sum) {
    throw brokenEntry(entry, "points", `${sum}, the sum of its lots less its debt`, entry.points);
  }
  if (entry.command !== undefined && findItem(account.commands, entry.command.key, BY_KEY)) {
    throw brokenEntry(entry, "command.key", "new to the account", entry.command.key);
  }
}
