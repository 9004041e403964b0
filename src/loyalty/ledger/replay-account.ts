import { invalid } from "../../core/index.js";
import type { CompiledProgram } from "../program/compile-program.js";
import type { Account } from "./account-types.js";
import { applyEntries } from "./apply-entry.js";
import type { Entry } from "./entry-types.js";

/**
 * The account after entries from a log: the same account, to the letter, as the one that the
 * commands returned when they wrote them. Whatever is cached can be proved by it.
 *
 * @param account - as `openAccount` made it, or any later state
 * @param entries - those that follow, in order
 * @throws ClienteleError INVALID_DATA with the first entry that does not follow from those before it
 * @example
 * const account = replayAccount(openAccount(program, opening), entries);
 */
export function replayAccount(account: Account, entries: Iterable<Entry>): Account {
  checkAccount(account);
  return applyEntries(account, entries);
}

/**
 * Refuses what is no account of this format.
 *
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION
 */
export function checkAccount(account: Account): void {
  if (typeof account !== "object" || account === null || account.kind !== "loyaltyAccount") {
    throw invalid("account", "a loyalty account", account);
  }
  if (account.formatVersion !== 1) {
    throw invalid("account.formatVersion", "1", account.formatVersion, {
      code: "UNSUPPORTED_VERSION",
    });
  }
}

/**
 * Refuses an account of another programme.
 *
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION
 */
export function checkAccountOf(program: CompiledProgram, account: Account): void {
  checkAccount(account);
  if (!Array.isArray(program?.versions)) {
    throw invalid("program", "a programme from compileProgram", program);
  }
  if (account.program === program.id) return;
  throw invalid("account.program", `"${program.id}"`, account.program);
}
