import { refuse } from "../../core/index.js";
import { type CommandOutcome, runCommand } from "../command/run-command.js";
import type { Account } from "../ledger/account-types.js";
import type { MembershipEntry } from "../ledger/entry-types.js";
import { checkName } from "../ledger/open-account.js";
import type { CompiledProgram } from "../program/compile-program.js";
import type { MembershipCommand } from "../types.js";

/**
 * Takes a member into the pool of an account, whose points all members earn and spend together.
 *
 * @returns the changed account and the entries to append, or why not: `notOffered`, `poolFull`,
 *   `alreadyMember`
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * const outcome = joinPool(program, account, { key: "join-2", at, member: "m-18" });
 */
export function joinPool(
  program: CompiledProgram,
  account: Account,
  command: MembershipCommand,
): CommandOutcome<MembershipEntry> {
  const { member, ...frame } = command ?? {};
  checkName(member, "command.member");
  const asked = { ...frame, joining: member };
  return runCommand<MembershipEntry>(program, account, "join", asked, ({ account, version }) => {
    const { pool } = version.program;
    if (pool === undefined) return refuse("notOffered", "the programme has no pools");
    const { members, owner } = account;
    if (member === owner || members.includes(member)) {
      return refuse("alreadyMember", `${member} is in the pool`, { member });
    }
    if (members.length + 1 >= pool.maximumMembers) {
      return refuse("poolFull", `a pool has at most ${pool.maximumMembers} members`, {
        maximum: pool.maximumMembers,
      });
    }
    return { kind: "join", points: 0, lots: [], member };
  });
}

/**
 * Lets a member leave the pool of an account; points stay, and can be sent on by `transfer`.
 *
 * @returns the changed account and the entries to append; `unknownMember` when there is no such member
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function leavePool(
  program: CompiledProgram,
  account: Account,
  command: MembershipCommand,
): CommandOutcome<MembershipEntry> {
  const { member, ...frame } = command ?? {};
  checkName(member, "command.member");
  const asked = { ...frame, leaving: member };
  return runCommand<MembershipEntry>(program, account, "leave", asked, ({ account }) => {
    if (account.members.includes(member)) return { kind: "leave", points: 0, lots: [], member };
    return refuse("unknownMember", `${member} is not a member of this account, or its owner`, {
      member,
      members: account.members,
    });
  });
}
