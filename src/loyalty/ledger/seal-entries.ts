import {
  accept,
  ClienteleError,
  canonicalJson,
  invalid,
  type Outcome,
  refuse,
  sha256,
} from "../../core/index.js";
import type { Account } from "./account-types.js";
import { applyEntry } from "./apply-entry.js";
import type { Entry } from "./entry-types.js";
import { checkAccount } from "./replay-account.js";

/** An entry with the hash that seals it and everything before it. */
export interface SealedEntry {
  readonly entry: Entry;
  /** SHA-256 of the hash before it and of the canonical entry. */
  readonly hash: string;
}

/** The end of a sealed ledger: kept elsewhere, it also shows that nothing was cut off. */
export interface LedgerHead {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * The head of a ledger without entries, from which its chain starts: it binds the ledger to its
 * account, so that entries cannot be moved to another one.
 *
 * @param account - as `openAccount` made it
 */
export function openLedger(account: Account): LedgerHead {
  checkAccount(account);
  const { kind, formatVersion, id, program, owner, openedMs } = account;
  const opening = { kind, formatVersion, id, program, owner, openedMs };
  return { sequence: 0, hash: sha256(canonicalJson(opening, "account")) };
}

/**
 * Seals entries as they are appended: each with a hash of itself and of the one before, so that a
 * change of any of them breaks every seal after it.
 *
 * @param head - the last sealed entry, or {@link openLedger}
 * @param entries - those that follow
 * @throws ClienteleError INVALID_DATA when they do not follow
 * @example
 * const sealed = sealEntries(openLedger(opened), outcome.value.entries);
 */
export function sealEntries(head: LedgerHead, entries: readonly Entry[]): SealedEntry[] {
  let { sequence, hash } = head;
  return entries.map((entry) => {
    if (entry?.sequence !== sequence + 1) {
      throw invalid("entries", `entry ${sequence + 1} next`, entry?.sequence, {
        code: "INVALID_DATA",
      });
    }
    sequence = entry.sequence;
    hash = sealOf(hash, entry);
    return { entry, hash };
  });
}

/** The head after sealed entries. */
export function headOf(head: LedgerHead, sealed: readonly SealedEntry[]): LedgerHead {
  const last = sealed.at(-1);
  return last === undefined ? head : { sequence: last.entry.sequence, hash: last.hash };
}

/** Why a ledger is not what it was. */
export type LedgerFault =
  /** An entry or its seal was changed, taken out, put in or moved; `details.sequence`. */
  | "ledgerAltered"
  /** Entries at the end are missing. */
  | "ledgerTruncated"
  /** The seals fit, and yet an entry does not follow from those before it. */
  | "ledgerInconsistent";

/**
 * Proves a sealed ledger: every seal, every sum, every lot.
 *
 * @param account - as `openAccount` made it
 * @param sealed - all entries in order
 * @param head - the head that was kept elsewhere; without it, a ledger that lacks its last entries
 *   cannot be told from a shorter one
 * @returns the account as the ledger proves it, or the first fault with its `sequence`
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function verifyLedger(
  account: Account,
  sealed: Iterable<SealedEntry>,
  head?: LedgerHead,
): Outcome<Account, LedgerFault> {
  let { sequence, hash } = openLedger(account);
  let state = account;
  let isHeadMet = head === undefined || (head.sequence === 0 && head.hash === hash);
  for (const { entry, hash: seal } of sealed) {
    sequence += 1;
    if (entry?.sequence !== sequence || sealIfJson(hash, entry) !== seal) {
      return refuse("ledgerAltered", `entry ${sequence} is not what was sealed`, { sequence });
    }
    hash = seal;
    try {
      state = applyEntry(state, entry);
    } catch (error) {
      if (!(error instanceof ClienteleError)) throw error;
      return refuse("ledgerInconsistent", error.message, { ...error.details, sequence });
    }
    if (head?.sequence !== sequence) continue;
    if (head.hash !== hash) {
      return refuse("ledgerAltered", `the seal of entry ${sequence} is another`, { sequence });
    }
    isHeadMet = true;
  }
  if (isHeadMet) return accept(state);
  return refuse("ledgerTruncated", `the ledger ends before entry ${head?.sequence}`, { sequence });
}

function sealOf(before: string, entry: Entry): string {
  return sha256(before + canonicalJson(entry, `entry ${entry.sequence}`));
}

/** The seal; `undefined` for an entry that cannot have been sealed. */
function sealIfJson(before: string, entry: Entry): string | undefined {
  try {
    return sealOf(before, entry);
  } catch {
    return undefined;
  }
}
