import { type AsOf, resolveAsOf } from "../../core/index.js";
import type { Account } from "../ledger/account-types.js";
import { NEVER_MS } from "../ledger/change-lots.js";
import type { Entry } from "../ledger/entry-types.js";
import { checkAccountOf } from "../ledger/replay-account.js";
import type { CompiledProgram } from "../program/compile-program.js";
import { nextAccountDueMs, settleAccount } from "../tiers/settle-tier.js";

/** What time did to an account. */
export interface TimeChange {
  readonly account: Account;
  /** What is to be appended to the log; empty when nothing was due. */
  readonly entries: readonly Entry[];
}

/**
 * Brings an account up to a moment: pending points become spendable, points lapse and tiers change, each at its
 * own instant, however late this is called. In one step or in many, the result is the same. Commands do
 * this by themselves; it is for statements, reminders and the books.
 *
 * @param program - from `compileProgram`
 * @param asOf - an instant, or a date, which means the end of that day in the programme's zone
 * @returns the account and the entries to append; the same account when nothing was due
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * const { account, entries } = advance(program, before, "2026-12-31");
 */
export function advance(program: CompiledProgram, account: Account, asOf: AsOf): TimeChange {
  checkAccountOf(program, account);
  const { zone } = program.versions[0]!.program;
  const entries: Entry[] = [];
  const advanced = settleAccount(program, account, resolveAsOf(asOf, zone).endMs - 1, entries);
  return { account: advanced, entries };
}

/**
 * When something next happens to an account by time alone: the instant for which to plan `advance`.
 *
 * @returns epoch milliseconds; `undefined` when nothing will happen
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function nextDue(program: CompiledProgram, account: Account): number | undefined {
  checkAccountOf(program, account);
  const dueMs = nextAccountDueMs(program, account);
  return dueMs < NEVER_MS ? dueMs : undefined;
}
