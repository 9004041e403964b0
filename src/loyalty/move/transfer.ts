import { accept, invalid, type Outcome, type Refused, refuse } from "../../core/index.js";
import { countUses } from "../command/cap-room.js";
import { checkCaps } from "../command/check-gate.js";
import {
  type CommandOutcome,
  type Draft,
  type LedgerChange,
  runCommand,
  type Turn,
} from "../command/run-command.js";
import { openingOf } from "../earn/draft-earning.js";
import type { Account } from "../ledger/account-types.js";
import { lotOf } from "../ledger/change-lots.js";
import type { TransferInEntry, TransferOutEntry } from "../ledger/entry-types.js";
import { checkName } from "../ledger/open-account.js";
import type { CompiledProgram } from "../program/compile-program.js";
import { checkEnough, drawLots } from "../redeem/draw-lots.js";
import { checkPoints, checkSpender } from "../redeem/redeem.js";
import type { RefusalCode } from "../refusal.js";
import type { ParcelLot, ReceiveCommand, TransferCommand } from "../types.js";

/** Two accounts, of which one sends points to the other. */
export interface TransferPair {
  readonly from: Account;
  readonly to: Account;
}

/** What a transfer did to both accounts; both appends belong into one transaction. */
export interface TransferChange {
  readonly from: LedgerChange<TransferOutEntry>;
  readonly to: LedgerChange<TransferInEntry>;
}

/**
 * Sends points from one account to another. Points stay in their lots and keep their expiry.
 *
 * @param program - from `compileProgram`, with `transfers`
 * @param accounts - sender and receiver; for accounts that are not at hand together, see
 *   {@link sendPoints} and {@link receivePoints}
 * @returns both changed accounts with the entries to append, or why not: `notEnoughPoints`,
 *   `notOffered`, `amountNotAllowed`, `capReached`, …
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * const outcome = transfer(program, { from: ann, to: ben }, {
 *   key: "gift-1",
 *   at: "2026-06-01T10:00:00Z",
 *   to: "ben",
 *   points: 300,
 * });
 */
export function transfer(
  program: CompiledProgram,
  accounts: TransferPair,
  command: TransferCommand,
): Outcome<TransferChange, RefusalCode> {
  if (typeof accounts !== "object" || accounts === null || command?.to !== accounts.to?.id) {
    throw invalid("command.to", "the id of the receiving account", command?.to);
  }
  const sent = sendPoints(program, accounts.from, command);
  if (!sent.ok) return sent;
  const { shared: _, points: __, ...frame } = command;
  const received = receivePoints(program, accounts.to, {
    ...frame,
    member: accounts.to.owner,
    from: accounts.from.id,
    parcel: sent.value.entry.parcel,
  });
  return received.ok ? accept({ from: sent.value, to: received.value }) : received;
}

/**
 * Takes points out of an account for another one; the entry's `parcel` goes into
 * {@link receivePoints} with the same key.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function sendPoints(
  program: CompiledProgram,
  account: Account,
  command: TransferCommand,
): CommandOutcome<TransferOutEntry> {
  const { to, points } = command ?? {};
  checkName(to, "command.to");
  checkPoints(points, "command.points");
  if (to === account?.id) throw invalid("command.to", "another account", to);
  return runCommand<TransferOutEntry>(
    program,
    account,
    "transferOut",
    command,
    (turn) =>
      checkTransfer(turn, points) ?? checkEnough(turn.account, points) ?? send(turn, to, points),
  );
}

/**
 * Takes points in that another account sent, in lots of their own with the expiry they had.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function receivePoints(
  program: CompiledProgram,
  account: Account,
  command: ReceiveCommand,
): CommandOutcome<TransferInEntry> {
  const { from, parcel } = command ?? {};
  checkName(from, "command.from");
  if (!Array.isArray(parcel) || parcel.length === 0) {
    throw invalid("command.parcel", "the parcel of the sender's entry", parcel);
  }
  for (const lot of parcel as readonly ParcelLot[]) checkPoints(lot?.points, "parcel.points");
  return runCommand<TransferInEntry>(program, account, "transferIn", command, (turn) => {
    const opens = (turn.copy as ReceiveCommand).parcel;
    return { kind: "transferIn", from, ...openingOf(turn, opens) };
  });
}

function checkTransfer(turn: Turn, points: number): Refused<RefusalCode> | undefined {
  const { program, transfers } = turn.version;
  if (program.transfers === undefined) {
    return refuse("notOffered", "the programme has no transfers");
  }
  const { minimum = 1 } = program.transfers;
  if (points < minimum) {
    return refuse("amountNotAllowed", `at least ${minimum} points`, { points, minimum, step: 1 });
  }
  return checkSpender(turn) ?? checkCaps(transfers, turn, { points, times: 1 });
}

function send(turn: Turn, to: string, points: number): Draft<TransferOutEntry> {
  const lots = drawLots(turn.account, points);
  const parcel = lots.map(({ lot, points: drawn }): ParcelLot => {
    const { expiresMs, inactive } = lotOf(turn.account, lot);
    return {
      points: -drawn,
      ...(expiresMs !== undefined && { expiresMs }),
      ...(inactive !== undefined && { inactive }),
    };
  });
  const { caps } = turn.version.transfers;
  const uses = countUses(
    caps.map((cap) => ({ cap, amount: cap.counts === "points" ? points : 1 })),
    turn,
  );
  return {
    kind: "transferOut",
    to,
    points: -points,
    lots,
    parcel,
    ...(uses.length > 0 && { uses }),
  };
}
