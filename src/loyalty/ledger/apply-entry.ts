import { invalid } from "../../core/index.js";
import { findItem, putItem } from "../blocks/sorted-blocks.js";
import type { Account, CommandEntry } from "./account-types.js";
import { applyClaims, applyEarn, applyReversedRedemption, applyUses } from "./apply-source.js";
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
  checkFrame(account, entry);
  const where = `entry ${entry.sequence}`;
  const next: AccountDraft = { ...account, sequence: entry.sequence, clockMs: entry.atMs };
  if (entry.command !== undefined) {
    next.commands = putItem(next.commands, entry as CommandEntry, BY_KEY);
  }
  if (entry.debt !== undefined) next.debt += entry.debt;
  if (entry.pays !== undefined) {
    for (const { lot, points } of entry.pays) changeShortage(next, lot, { owed: -points }, where);
  }
  applyKind(next, entry, where);
  return next;
}

function applyKind(next: AccountDraft, entry: Entry, where: string): void {
  switch (entry.kind) {
    case "earn":
      openLots(next, entry, entry.source.id);
      applyEarn(next, entry);
      break;
    case "redeem":
      changeLots(next, entry.lots, where);
      break;
    case "reverseEarn":
      changeLots(next, entry.lots, where);
      applyClaims(next, entry, where);
      return;
    case "reverseRedeem":
      changeLots(next, entry.lots, where);
      applyReversedRedemption(next, entry, where);
      break;
    case "activate":
      activateLots(next, entry.activates, where);
      return;
    case "transferIn":
      openLots(next, entry);
      return;
    case "adjust":
      if (entry.opens.length > 0) openLots(next, entry);
      else takeLots(next, entry, where);
      return;
    case "expire":
    case "forfeit":
      takeLots(next, entry, where);
      return;
    case "transferOut":
      changeLots(next, entry.lots, where);
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
    next.activities = putItem(next.activities, activity, BY_SEQUENCE);
  }
}

/** Takes points that nobody spent. */
function takeLots(next: AccountDraft, entry: Entry, where: string): void {
  changeLots(next, entry.lots, where);
  noteLapsed(next, entry.lots, -(entry.debt ?? 0), where);
}

function checkFrame(account: Account, entry: Entry): void {
  const where = `entry ${entry?.sequence}`;
  const broken = (what: string, expected: string, got: unknown) =>
    invalid(`${where}.${what}`, expected, got, { code: "INVALID_DATA" });
  if (entry?.sequence !== account.sequence + 1) {
    throw broken("sequence", `${account.sequence + 1}, the next of the account`, entry?.sequence);
  }
  if (!Number.isSafeInteger(entry.atMs) || entry.atMs < account.clockMs) {
    throw broken("atMs", `at or after ${account.clockMs}, the entry before`, entry.atMs);
  }
  let sum = -(entry.debt ?? 0);
  for (const { points } of entry.lots) sum += points;
  if (!Number.isSafeInteger(entry.points) || entry.points !== sum) {
    throw broken("points", `${sum}, the sum of its lots less its debt`, entry.points);
  }
  if (entry.command !== undefined && findItem(account.commands, entry.command.key, BY_KEY)) {
    throw broken("command.key", "new to the account", entry.command.key);
  }
}
