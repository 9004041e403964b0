import { invalid, type Refused } from "../../core/index.js";
import { type CommandOutcome, type Draft, runCommand, type Turn } from "../command/run-command.js";
import type { Account } from "../ledger/account-types.js";
import type { EarnEntry } from "../ledger/entry-types.js";
import type { CompiledProgram } from "../program/compile-program.js";
import { readMoment } from "../program/read-time.js";
import type { RefusalCode } from "../refusal.js";
import type { EarnCommand } from "../types.js";
import { draftOf, refuseEarned, startContext } from "./draft-earning.js";
import { earnByCoupon } from "./earn-by-coupon.js";
import { earnByEvent } from "./earn-by-event.js";
import { earnByReferral } from "./earn-by-referral.js";
import { earnOrder } from "./evaluate-earning.js";
import { checkOrder } from "./read-source.js";

/**
 * Gives the points that an order, event, coupon or referral earns by the rules in force when it
 * happened. An order is always taken in, even where it earns nothing, because it counts towards a
 * tier; the entry says of every rule what it wanted to give and gave.
 *
 * @param program - from `compileProgram`
 * @param command - exactly one of `order`, `event`, `coupon` and `referral`
 * @returns the changed account and the entries to append, or why nothing is earned: `alreadyEarned`,
 *   `notEligible`, `outsideWindow`, `capReached`, `currencyMismatch`, …
 * @throws ClienteleError INVALID_ARGUMENT for a command that is malformed; UNSAFE_INTEGER
 * @example
 * const outcome = earn(program, account, {
 *   key: "order-1001-paid",
 *   at: "2026-03-04T10:00:00+01:00",
 *   order: { id: "1001", lines: [{ id: "1", amount: { minor: 1250, currency: "EUR" } }] },
 * });
 */
export function earn(
  program: CompiledProgram,
  account: Account,
  command: EarnCommand,
): CommandOutcome<EarnEntry> {
  const { referral } = command ?? {};
  const asked =
    referral === undefined
      ? command
      : {
          ...command,
          referral: { ...referral, invitedAt: readMoment(referral.invitedAt, "invitedAt") },
        };
  return runCommand<EarnEntry>(program, account, "earn", asked, (turn) => {
    const copy = turn.copy as EarnCommand;
    const given = [copy.order, copy.event, copy.coupon, copy.referral];
    if (given.filter((source) => source !== undefined).length !== 1) {
      throw invalid("command", "one of order, event, coupon and referral", command);
    }
    if (copy.event !== undefined) return earnByEvent(turn, copy, copy.event);
    if (copy.coupon !== undefined) return earnByCoupon(turn, copy, copy.coupon);
    if (copy.referral !== undefined) return earnByReferral(turn, copy, copy.referral);
    return earnByOrder(turn, copy);
  });
}

function earnByOrder(turn: Turn, command: EarnCommand): Draft<EarnEntry> | Refused<RefusalCode> {
  const order = command.order!;
  const { version, occurredMs } = turn;
  const mismatch = checkOrder(order, version.program.currency);
  if (mismatch !== undefined) return mismatch;
  const id = `order:${order.id}`;
  const earlier = refuseEarned(turn, id);
  if (earlier !== undefined) return earlier;
  const { context, room } = startContext(turn, command);
  const earned = earnOrder(version, order, order.lines, context, occurredMs, room);
  return { ...draftOf(turn, earned, context), source: { kind: "order", id, order } };
}
