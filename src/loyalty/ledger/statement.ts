import { readMoment } from "../program/read-time.js";
import type { Moment } from "../types.js";
import type { Account } from "./account-types.js";
import { applyEntry } from "./apply-entry.js";
import { type Balance, balanceOf } from "./balance.js";
import type { Entry } from "./entry-types.js";
import { checkAccount } from "./replay-account.js";

/** The stretch of time of a statement, half-open; without a bound, from or to the end. */
export interface StatementOptions {
  readonly from?: Moment;
  readonly to?: Moment;
}

/** What happened to an account, line by line. */
export interface Statement {
  readonly opening: Balance;
  readonly lines: readonly StatementLine[];
  readonly closing: Balance;
}

/** One entry with the balance after it. */
export interface StatementLine {
  readonly entry: Entry;
  readonly balance: Balance;
}

/**
 * The entries of an account in a stretch of time, each with the balance after it.
 *
 * @param account - as `openAccount` made it
 * @param entries - all entries in order, up to `advance` at the end of the statement
 * @throws ClienteleError INVALID_DATA when the entries are no ledger; INVALID_ARGUMENT
 * @example
 * const { opening, lines, closing } = statement(opened, entries, { from: "2026-01-01T00:00:00Z" });
 */
export function statement(
  account: Account,
  entries: Iterable<Entry>,
  options: StatementOptions = {},
): Statement {
  checkAccount(account);
  const fromMs = options.from === undefined ? -Infinity : readMoment(options.from, "from");
  const toMs = options.to === undefined ? Infinity : readMoment(options.to, "to");
  let state = account;
  let opening = balanceOf(state, state.clockMs);
  const lines: StatementLine[] = [];
  for (const entry of entries) {
    if (entry.atMs >= toMs) break;
    state = applyEntry(state, entry);
    const balance = balanceOf(state, entry.atMs);
    if (entry.atMs < fromMs) opening = balance;
    else lines.push({ entry, balance });
  }
  return { opening, lines, closing: balanceOf(state, state.clockMs) };
}
