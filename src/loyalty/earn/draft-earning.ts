import { type Refused, refuse } from "../../core/index.js";
import { findItem } from "../blocks/sorted-blocks.js";
import { capRoom, counterFor, countUses } from "../command/cap-room.js";
import type { Draft, Turn } from "../command/run-command.js";
import { nextLotNumber } from "../ledger/change-lots.js";
import type { EarnContext, EarnEntry, LotChange, OpenedLot } from "../ledger/entry-types.js";
import { BY_SOURCE } from "../ledger/orders.js";
import type { CompiledCap } from "../program/compile-caps.js";
import type { CompiledTerms } from "../program/compile-terms.js";
import type { RefusalCode } from "../refusal.js";
import type { EarnCommand } from "../types.js";
import { type Earned, lotsOf, usesOf } from "./evaluate-earning.js";
import type { Room } from "./grant-points.js";

/** Refuses a source that has earned before, whatever its key. */
export function refuseEarned({ account }: Turn, id: string): Refused<RefusalCode> | undefined {
  const source = findItem(account.sources, id, BY_SOURCE);
  if (source === undefined) return undefined;
  const { sequence } = source;
  return refuse("alreadyEarned", `${id} has earned already, entry ${sequence}`, { id, sequence });
}

/** What is known now, and room under caps that is remembered as it is asked for. */
export function startContext(
  turn: Turn,
  command: EarnCommand,
): { readonly context: EarnContext; readonly room: Room } {
  const { account } = turn;
  const seen: Record<string, number> = {};
  const context: EarnContext = {
    history: account.history,
    ...(account.standing !== undefined && { tier: account.standing.tier }),
    ...(command.facts !== undefined && { member: command.facts }),
    ...(account.carry !== undefined && { carry: account.carry }),
    room: seen,
  };
  const room: Room = (cap) => {
    const left = capRoom(cap, turn);
    if (cap.within !== "order") seen[counterFor(cap, turn)] = left;
    return left;
  };
  return { context, room };
}

/** The entry of what rules gave, but for its source. */
export function draftOf(
  turn: Turn,
  earned: Earned,
  context: EarnContext,
): Omit<Draft<EarnEntry>, "source"> {
  const member = turn.member === turn.account.owner ? undefined : turn.member;
  const { opens, rules } = lotsOf(earned, turn.occurredMs, member);
  const { carryShare } = earned;
  const uses = countUses(usesOf(earned, turn.version.earning.caps), turn);
  return {
    kind: "earn",
    ...openingOf(turn, opens),
    rules,
    context,
    ...(carryShare !== undefined && { carryShare }),
    ...(uses.length > 0 && { uses }),
    ...(turn.program.tracksActivity && { isActivity: true }),
  };
}

/** The part of an entry that opens lots. */
export function openingOf(
  { account }: Turn,
  opens: readonly OpenedLot[],
): Pick<EarnEntry, "points" | "lots" | "opens"> {
  const first = nextLotNumber(account);
  const lots = opens.map(({ points }, index): LotChange => ({ lot: first + index, points }));
  const points = lots.reduce((so, lot) => so + lot.points, 0);
  return { points, lots, opens };
}

/** The entry of points that are given as they are, but for its source. */
export function draftFixed(
  turn: Turn,
  name: string,
  points: number,
  terms: CompiledTerms,
  caps: readonly CompiledCap[],
  context: EarnContext,
): Omit<Draft<EarnEntry>, "source"> {
  const member = turn.member === turn.account.owner ? {} : { member: turn.member };
  const opens = points === 0 ? [] : [{ points, ...terms.termsAt(turn.occurredMs), ...member }];
  const uses = countUses(
    caps.map((cap) => ({ cap, amount: cap.counts === "points" ? points : 1 })),
    turn,
  );
  const lot = points === 0 ? {} : { lot: 0 };
  return {
    kind: "earn",
    ...openingOf(turn, opens),
    rules: [{ rule: name, desired: points, granted: points, ...lot }],
    context,
    ...(uses.length > 0 && { uses }),
    ...(turn.program.tracksActivity && { isActivity: true }),
  };
}
