import { invalid } from "../../core/index.js";
import { type CommandOutcome, runCommand } from "../command/run-command.js";
import type { Account } from "../ledger/account-types.js";
import type { ReverseEarnEntry, ReverseRedeemEntry } from "../ledger/entry-types.js";
import type { CompiledProgram } from "../program/compile-program.js";
import type { ReverseCommand } from "../types.js";
import { reverseEarning } from "./reverse-earning.js";
import { reverseRedemption } from "./reverse-redemption.js";

/**
 * Undoes an earning or a redemption, wholly or in part: the only way in which points go back.
 *
 * A refund takes back what the kept lines would not have earned, by the rules of then; refunds of
 * the same order add up exactly. What is already spent is met as `refunds.spent` says. A cancelled
 * redemption gives points back to the lots they came from, with the expiry these have: what has
 * lapsed meanwhile lapses at once.
 *
 * @param program - from `compileProgram`, with the version that decided the earning
 * @param command - exactly one of `order`, `source` and `redemption`
 * @returns the changed account and the entries to append, or why not: `alreadyReversed`,
 *   `unknownSource`, `unknownRedemption`, `unknownLine`, `unknownVersion`, `currencyMismatch`, …
 * @throws ClienteleError INVALID_ARGUMENT for a command that is malformed
 * @example
 * const outcome = reverse(program, account, {
 *   key: "refund-77",
 *   at: "2026-03-20T12:00:00+01:00",
 *   order: "1001",
 *   lines: [{ line: "1", quantity: 1 }],
 * });
 */
export function reverse(
  program: CompiledProgram,
  account: Account,
  command: ReverseCommand,
): CommandOutcome<ReverseEarnEntry | ReverseRedeemEntry> {
  const { order, source, redemption } = command ?? {};
  const given = [order, source, redemption].filter((name) => name !== undefined);
  if (given.length !== 1) {
    throw invalid("command", "one of order, source and redemption", command);
  }
  if (redemption !== undefined) {
    return runCommand<ReverseRedeemEntry>(program, account, "reverseRedeem", command, (turn) =>
      reverseRedemption(turn, command, redemption),
    );
  }
  const id = order === undefined ? source! : `order:${order}`;
  return runCommand<ReverseEarnEntry>(program, account, "reverseEarn", command, (turn) =>
    reverseEarning(turn, command, id),
  );
}
