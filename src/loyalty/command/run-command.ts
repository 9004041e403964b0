import { canonicalCopy } from "../../core/canonical-copy.js";
import {
  accept,
  invalid,
  type Outcome,
  type Refused,
  refuse,
  sha256,
  subtractPeriod,
} from "../../core/index.js";
import { findItem } from "../blocks/sorted-blocks.js";
import type { Account, CommandEntry } from "../ledger/account-types.js";
import { applyEntry } from "../ledger/apply-entry.js";
import type { CommandStamp, CounterUse, Entry } from "../ledger/entry-types.js";
import { checkName } from "../ledger/open-account.js";
import { BY_KEY } from "../ledger/orders.js";
import { checkAccountOf } from "../ledger/replay-account.js";
import {
  type CompiledProgram,
  type ProgramVersion,
  versionAt,
} from "../program/compile-program.js";
import { readMoment } from "../program/read-time.js";
import type { RefusalCode } from "../refusal.js";
import { settleAccount, settleCommand } from "../tiers/settle-tier.js";
import type { CommandFrame } from "../types.js";

/** What a command did to an account. */
export interface LedgerChange<Written extends CommandEntry = CommandEntry> {
  readonly account: Account;
  /** The entry that the command wrote, now or when it was first given. */
  readonly entry: Written;
  /** What is to be appended to the log, expecting the version `entries[0].sequence - 1`; empty for a repeated command. */
  readonly entries: readonly Entry[];
  /** Changes of counters that all accounts share: to be claimed, within `limit`, together with the append. */
  readonly claims: readonly CounterUse[];
  /** True when the command had been given before: nothing is to be appended. */
  readonly isRepeated: boolean;
}

/** The answer to a command. */
export type CommandOutcome<Written extends CommandEntry = CommandEntry> = Outcome<
  LedgerChange<Written>,
  RefusalCode
>;

/** What a decision can rely on: the account as of the moment, and the version in force. */
export interface Turn {
  readonly account: Account;
  readonly program: CompiledProgram;
  readonly version: ProgramVersion;
  /** When it happened. */
  readonly occurredMs: number;
  /** When it counts: never before the latest entry. */
  readonly atMs: number;
  readonly key: string;
  /** Who acts: the owner, if nobody else is named. */
  readonly member: string;
  readonly shared: Readonly<Record<string, number>> | undefined;
  /** The command as it was hashed: nothing that the caller holds can change it. */
  readonly copy: unknown;
}

/** An entry before it has its place. */
export type Draft<Written extends CommandEntry> = Written extends CommandEntry
  ? Omit<Written, "sequence" | "atMs" | "command">
  : never;

/**
 * Runs a command: once per key, at its moment, after what was due by then.
 *
 * @param name - what kind of command it is; part of its input
 * @param command - plain data; its `at` is hashed as epoch milliseconds, and `shared` is not hashed,
 *   because it is what the caller knew, not what was asked
 */
export function runCommand<Written extends CommandEntry>(
  program: CompiledProgram,
  account: Account,
  name: Written["kind"],
  command: CommandFrame,
  decide: (turn: Turn) => Draft<Written> | Refused<RefusalCode>,
): CommandOutcome<Written> {
  checkAccountOf(program, account);
  if (typeof command !== "object" || command === null) {
    throw invalid("command", "an object", command);
  }
  const key = checkName(command.key, "command.key");
  const occurredMs = readMoment(command.at, "command.at");
  const { shared } = command;
  const asked = { ...command, at: occurredMs, shared: undefined };
  const { copy, text } = canonicalCopy(asked, "command");
  const inputHash = sha256(`["${name}",${text}]`);
  const earlier = findItem(account.commands, key, BY_KEY);
  if (earlier !== undefined) return repeat<Written>(account, earlier, inputHash);

  const version = versionAt(program, occurredMs);
  if (version === undefined) return notInForce(program, occurredMs);
  const late = checkOrder(account, version, occurredMs);
  if (late !== undefined) return late;

  const entries: Entry[] = [];
  const atMs = Math.max(occurredMs, account.clockMs);
  const settled = settleAccount(program, account, atMs, entries);
  const member = command.member === undefined ? account.owner : checkName(command.member, "member");
  if (member !== account.owner && !account.members.includes(member)) {
    return refuse("unknownMember", `${member} is not a member of this account`, { member });
  }
  const turn = { account: settled, program, version, occurredMs, atMs, key, member, shared, copy };
  const draft = decide(turn);
  if ("ok" in draft) return draft;

  const stamp: CommandStamp = {
    key,
    inputHash,
    version: version.program.version,
    ...(occurredMs < atMs && { occurredMs }),
    ...(command.member !== undefined && { member }),
  };
  const sequence = settled.sequence + 1;
  const entry = { ...draft, sequence, atMs, command: stamp } as unknown as Written;
  if (settled.spendablePoints + settled.pendingPoints + entry.points > Number.MAX_SAFE_INTEGER) {
    return refuse("tooManyPoints", "an account holds at most 2^53 - 1 points", {
      points: entry.points,
    });
  }
  entries.push(entry);
  const changed = settleCommand(program, applyEntry(settled, entry), entry, entries);
  const after = settleAccount(program, changed, atMs, entries);
  return accept({
    account: after,
    entry,
    entries,
    claims: claimsOf(entry),
    isRepeated: false,
  });
}

function claimsOf(entry: CommandEntry): readonly CounterUse[] {
  if (!("uses" in entry) || entry.uses === undefined) return [];
  return entry.uses.filter(({ limit }) => limit !== undefined);
}

/** The same answer for the same input, a refusal for another under the same key. */
function repeat<Written extends CommandEntry>(
  account: Account,
  entry: CommandEntry,
  inputHash: string,
): CommandOutcome<Written> {
  const { key } = entry.command;
  if (entry.command.inputHash === inputHash) {
    const written = entry as Written;
    return accept({ account, entry: written, entries: [], claims: [], isRepeated: true });
  }
  const { sequence } = entry;
  return refuse("keyReused", `the key ${key} was used for another command, entry ${sequence}`, {
    sequence,
    remedy: "Give every command a key of its own; repeat a command with its key unchanged",
  });
}

function notInForce(program: CompiledProgram, atMs: number): Refused<RefusalCode> {
  const earliestMs = program.versions.at(-1)?.fromMs;
  return refuse("unknownVersion", "no version of the programme was in force then", {
    atMs,
    earliestMs,
  });
}

function checkOrder(
  { clockMs, openedMs }: Account,
  { backdating, program }: ProgramVersion,
  occurredMs: number,
): Refused<RefusalCode> | undefined {
  if (occurredMs >= clockMs) return undefined;
  const allowedMs =
    backdating === undefined ? clockMs : subtractPeriod(clockMs, backdating, program.zone);
  const earliestMs = Math.max(allowedMs, openedMs);
  if (occurredMs >= earliestMs) return undefined;
  return refuse("tooLate", "this happened before what the account has already seen", {
    occurredMs,
    earliestMs,
    remedy: "Give commands in their order, or allow for late ones with `backdating`",
  });
}
