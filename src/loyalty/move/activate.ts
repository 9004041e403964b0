import { type Refused, refuse } from "../../core/index.js";
import { itemsOf } from "../blocks/sorted-blocks.js";
import { type CommandOutcome, type Draft, runCommand, type Turn } from "../command/run-command.js";
import type { Account } from "../ledger/account-types.js";
import { lotOf } from "../ledger/change-lots.js";
import type { CommandedActivation } from "../ledger/entry-types.js";
import { checkName } from "../ledger/open-account.js";
import type { CompiledProgram } from "../program/compile-program.js";
import type { RefusalCode } from "../refusal.js";
import { activation } from "../time/due.js";
import type { ActivateCommand } from "../types.js";

/**
 * Makes pending points spendable because the event has come that they wait for, such as a delivery.
 *
 * @param program - from `compileProgram`
 * @returns the changed account and the entries to append; `unknownSource` when nothing waits for it
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * const outcome = activate(program, account, {
 *   key: "delivered-1001",
 *   at: "2026-03-08T15:00:00Z",
 *   event: "delivered",
 *   source: "order:1001",
 * });
 */
export function activate(
  program: CompiledProgram,
  account: Account,
  command: ActivateCommand,
): CommandOutcome<CommandedActivation> {
  const { event, source } = command ?? {};
  checkName(event, "command.event");
  if (source !== undefined) checkName(source, "command.source");
  return runCommand<CommandedActivation>(program, account, "activate", command, (turn) =>
    activateWaiting(turn, event, source),
  );
}

function activateWaiting(
  { account, atMs }: Turn,
  event: string,
  source: string | undefined,
): Draft<CommandedActivation> | Refused<RefusalCode> {
  const waiting: number[] = [];
  const events = new Set<string>();
  for (const { lot: number } of itemsOf(account.pending)) {
    const lot = lotOf(account, number);
    if (source !== undefined && lot.source !== source) continue;
    if (lot.activeOn !== undefined) events.add(lot.activeOn);
    if (lot.activeOn === event) waiting.push(number);
  }
  if (waiting.length > 0) return activation(account, waiting, atMs);
  const whose = source === undefined ? "no points wait" : `no points of ${source} wait`;
  return refuse("unknownSource", `${whose} for the event ${event}`, { event, events: [...events] });
}
