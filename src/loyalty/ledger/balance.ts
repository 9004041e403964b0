import { invalid } from "../../core/index.js";
import { readMoment } from "../program/read-time.js";
import { settleDue } from "../time/due.js";
import type { Moment } from "../types.js";
import type { Account } from "./account-types.js";
import type { Entry } from "./entry-types.js";
import { checkAccount, replayAccount } from "./replay-account.js";

/** What an account holds at a moment. */
export interface Balance {
  readonly atMs: number;
  /** What can be spent: `spendable` less `debt`, below zero while more is owed than held. */
  readonly available: number;
  readonly spendable: number;
  /** Earned and not yet spendable. */
  readonly pending: number;
  /** Claimed by refunds after it was spent. */
  readonly debt: number;
}

/**
 * What an account holds at a moment from its latest entry on: points that lapse or become spendable
 * until then are taken into account. For moments before, see {@link balanceAt}.
 *
 * @param account - the latest state
 * @param at - at or after the account's latest entry
 * @throws ClienteleError OUT_OF_RANGE for an earlier moment; INVALID_ARGUMENT
 * @example
 * balance(account, Date.UTC(2026, 11, 31)).available //=> 320
 */
export function balance(account: Account, at: Moment): Balance {
  checkAccount(account);
  const atMs = readMoment(at, "at");
  if (atMs < account.clockMs) {
    throw invalid("at", `at or after ${account.clockMs}, the latest entry`, atMs, {
      code: "OUT_OF_RANGE",
      remedy: "Ask `balanceAt` with the entries for earlier moments",
    });
  }
  return balanceOf(settleDue(account, atMs, []), atMs);
}

/**
 * What an account held, holds or will hold at any moment, from its entries.
 *
 * @param account - as `openAccount` made it
 * @param entries - all of them, in order
 * @throws ClienteleError INVALID_DATA when the entries are no ledger; INVALID_ARGUMENT
 */
export function balanceAt(account: Account, entries: Iterable<Entry>, at: Moment): Balance {
  const atMs = readMoment(at, "at");
  return balanceOf(settleDue(replayAccount(account, before(entries, atMs)), atMs, []), atMs);
}

/** The numbers of a state. */
export function balanceOf(account: Account, atMs: number): Balance {
  const { spendablePoints: spendable, pendingPoints: pending, debt } = account;
  return { atMs, available: spendable - debt, spendable, pending, debt };
}

function* before(entries: Iterable<Entry>, atMs: number): Generator<Entry, void> {
  for (const entry of entries) {
    if (entry.atMs > atMs) return;
    yield entry;
  }
}
