import type { Account } from "../ledger/account-types.js";
import { applyEntry } from "../ledger/apply-entry.js";
import { NEVER_MS } from "../ledger/change-lots.js";
import type { Entry } from "../ledger/entry-types.js";
import type { CompiledProgram } from "../program/compile-program.js";
import { nextDueMs, settleDue } from "../time/due.js";
import { nextTierEntry, tierEntryAfter } from "./tier-entries.js";

/** When something next happens to the points or the tier of an account without a command; `NEVER_MS` when nothing will. */
export function nextAccountDueMs(program: CompiledProgram, account: Account): number {
  return Math.min(nextDueMs(account), nextTierEntry(program, account)?.atMs ?? NEVER_MS);
}

/**
 * Writes what time alone does to points and tier up to an instant, each at its own instant; at the
 * same one, points come first.
 *
 * @param entries - receives the entries written
 */
export function settleAccount(
  program: CompiledProgram,
  account: Account,
  untilMs: number,
  entries: Entry[],
): Account {
  let settled = account;
  for (;;) {
    const tier = nextTierEntry(program, settled);
    const tierMs = tier?.atMs ?? NEVER_MS;
    const pointsMs = nextDueMs(settled);
    if (Math.min(pointsMs, tierMs) > untilMs || Math.min(pointsMs, tierMs) >= NEVER_MS) {
      return settled;
    }
    if (tier === undefined || pointsMs <= tierMs) {
      settled = settleDue(settled, Math.min(tierMs, untilMs), entries);
    } else {
      settled = append(settled, tier, entries);
    }
  }
}

/** Writes what a command that has just been applied does to the tier. */
export function settleCommand(
  program: CompiledProgram,
  account: Account,
  entry: Parameters<typeof tierEntryAfter>[2],
  entries: Entry[],
): Account {
  const tier = tierEntryAfter(program, account, entry);
  return tier === undefined ? account : append(account, tier, entries);
}

function append(account: Account, entry: Entry, entries: Entry[]): Account {
  entries.push(entry);
  return applyEntry(account, entry);
}
