import { checkNumber, invalid, type Refused, refuse } from "../../core/index.js";
import { type CommandOutcome, type Draft, runCommand, type Turn } from "../command/run-command.js";
import type { Account } from "../ledger/account-types.js";
import type { RedeemEntry } from "../ledger/entry-types.js";
import type { CompiledProgram } from "../program/compile-program.js";
import type { RefusalCode } from "../refusal.js";
import type { RedeemCommand } from "../types.js";
import { checkEnough, drawLots } from "./draw-lots.js";
import { type PricedReward, priceReward } from "./price-reward.js";

/**
 * Spends points, on a reward or freely. The entry keeps from which lots they came, so that a
 * cancelled redemption gives them back to those.
 *
 * @param program - from `compileProgram`
 * @param command - exactly one of `reward` and `points`
 * @returns the changed account and the entries to append, or why not: `notEnoughPoints` (with what
 *   becomes spendable when), `capReached`, `outsideWindow`, `notEligible`, `outOfStock`, …
 * @throws ClienteleError INVALID_ARGUMENT for a command that is malformed, or that does not say how
 *   much of a counter shared by all accounts is used
 * @example
 * const outcome = redeem(program, account, { key: "r-1", at: Date.UTC(2026, 4, 2), points: 500 });
 */
export function redeem(
  program: CompiledProgram,
  account: Account,
  command: RedeemCommand,
): CommandOutcome<RedeemEntry> {
  return runCommand<RedeemEntry>(program, account, "redeem", command, (turn) => {
    if ((command.reward === undefined) === (command.points === undefined)) {
      throw invalid("command", "one of reward and points", command);
    }
    const priced =
      command.reward === undefined
        ? pricePoints(turn, command.points!)
        : priceReward(turn, command);
    if ("ok" in priced) return priced;
    return checkSpender(turn) ?? checkEnough(turn.account, priced.points) ?? draft(turn, priced);
  });
}

function pricePoints(
  { version }: Turn,
  points: number,
): Pick<PricedReward, "points"> | Refused<RefusalCode> {
  checkPoints(points, "command.points");
  const { minimum = 1, step = 1 } = version.program.redemption ?? {};
  if (points >= minimum && points % step === 0) return { points };
  return refuse("amountNotAllowed", `at least ${minimum} points, in steps of ${step}`, {
    points,
    minimum,
    step,
  });
}

/** Refuses a number that is no positive safe integer. */
export function checkPoints(points: number, where: string): void {
  checkNumber(points, where, "count");
  checkNumber(points, where, "positive");
}

/** Refuses a member of a pool in which only the owner spends. */
export function checkSpender({ account, member, version }: Turn): Refused<RefusalCode> | undefined {
  const isAllowed = version.program.pool?.spentBy !== "owner" || member === account.owner;
  if (isAllowed) return undefined;
  return refuse("notOwner", "only the owner spends the points of this account", {
    member,
    owner: account.owner,
  });
}

function draft(
  { account, program }: Turn,
  priced: Pick<PricedReward, "points"> & Partial<PricedReward>,
): Draft<RedeemEntry> {
  const { points, reward, uses = [] } = priced;
  return {
    kind: "redeem",
    points: -points,
    lots: drawLots(account, points),
    ...(reward !== undefined && { reward }),
    ...(uses.length > 0 && { uses }),
    ...(program.tracksActivity && { isActivity: true }),
  };
}
