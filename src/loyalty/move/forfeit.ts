import { itemsOf } from "../blocks/sorted-blocks.js";
import { type CommandOutcome, type Draft, runCommand, type Turn } from "../command/run-command.js";
import type { Account } from "../ledger/account-types.js";
import type { ForfeitEntry, LotChange } from "../ledger/entry-types.js";
import { checkName } from "../ledger/open-account.js";
import type { CompiledProgram } from "../program/compile-program.js";
import { checkEnough, drawLots } from "../redeem/draw-lots.js";
import { checkPoints } from "../redeem/redeem.js";
import { payDebts } from "../time/due.js";
import type { ForfeitCommand } from "../types.js";

/**
 * Takes points away without anything for them, such as for fraud or on closing the account: a number
 * of spendable ones, or all, of which debts are paid first.
 *
 * @param program - from `compileProgram`
 * @returns the changed account and the entries to append; `notEnoughPoints` when fewer are available
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * const outcome = forfeit(program, account, { key: "close", at, points: "all", reason: "closed" });
 */
export function forfeit(
  program: CompiledProgram,
  account: Account,
  command: ForfeitCommand,
): CommandOutcome<ForfeitEntry> {
  const { points, reason } = command ?? {};
  if (points !== "all") checkPoints(points, "command.points");
  checkName(reason, "command.reason");
  return runCommand<ForfeitEntry>(program, account, "forfeit", command, (turn) => {
    if (points === "all") return takeAll(turn, reason);
    const refusal = checkEnough(turn.account, points);
    if (refusal !== undefined) return refusal;
    return { kind: "forfeit", points: -points, lots: drawLots(turn.account, points), reason };
  });
}

function takeAll({ account }: Turn, reason: string): Draft<ForfeitEntry> {
  const lots: LotChange[] = [];
  for (const { number, remaining } of itemsOf(account.lots)) {
    if (remaining > 0) lots.push({ lot: number, points: -remaining });
  }
  const held = account.spendablePoints + account.pendingPoints;
  const pays = payDebts(account, held);
  const paid = pays.reduce((so, { points }) => so + points, 0);
  return {
    kind: "forfeit",
    points: paid - held,
    lots,
    ...(paid > 0 && { debt: -paid, pays }),
    reason,
  };
}
