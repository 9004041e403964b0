import { checkNumber, invalid } from "../../core/index.js";
import { type CommandOutcome, runCommand } from "../command/run-command.js";
import { openingOf } from "../earn/draft-earning.js";
import type { Account } from "../ledger/account-types.js";
import type { AdjustEntry, LotTerms } from "../ledger/entry-types.js";
import { checkName } from "../ledger/open-account.js";
import type { CompiledProgram } from "../program/compile-program.js";
import { readMoment } from "../program/read-time.js";
import { checkEnough, drawLots } from "../redeem/draw-lots.js";
import type { AdjustCommand } from "../types.js";

/**
 * Gives or takes points by hand, with a reason. Given points are spendable at once and lapse as the
 * command or the programme says; points are taken from those that lapse first.
 *
 * @param program - from `compileProgram`
 * @returns the changed account and the entries to append; `notEnoughPoints` when more is to be taken
 *   than is available
 * @throws ClienteleError INVALID_ARGUMENT for 0 points, a fraction, or no reason
 * @example
 * const outcome = adjust(program, account, {
 *   key: "goodwill-3",
 *   at: "2026-05-02T08:00:00Z",
 *   points: 200,
 *   reason: "late delivery",
 * });
 */
export function adjust(
  program: CompiledProgram,
  account: Account,
  command: AdjustCommand,
): CommandOutcome<AdjustEntry> {
  const { points, reason, expiresAt, ...frame } = command ?? {};
  checkNumber(points, "command.points", "integer");
  if (points === 0) throw invalid("command.points", "a number other than 0", points);
  checkName(reason, "command.reason");
  const expiresMs = expiresAt === undefined ? undefined : readMoment(expiresAt, "expiresAt");
  const asked = { ...frame, points, reason, ...(expiresMs !== undefined && { expiresMs }) };
  return runCommand<AdjustEntry>(program, account, "adjust", asked, (turn) => {
    if (points < 0) {
      const refusal = checkEnough(turn.account, -points);
      if (refusal !== undefined) return refusal;
      return { kind: "adjust", points, lots: drawLots(turn.account, -points), opens: [], reason };
    }
    const { version, occurredMs } = turn;
    const { activeMs, activeOn, expiresAfter, ...ends } = version.terms.termsAt(occurredMs);
    const terms: LotTerms = expiresMs === undefined ? ends : { expiresMs };
    return { kind: "adjust", ...openingOf(turn, [{ points, ...terms }]), reason };
  });
}
