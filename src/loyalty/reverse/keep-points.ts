import { type Refused, refuse } from "../../core/index.js";
import { roundBigQuotient } from "../../money/round-quotient.js";
import { countUses } from "../command/cap-room.js";
import type { Turn } from "../command/run-command.js";
import { earnOrder, usesOf } from "../earn/evaluate-earning.js";
import type { Room } from "../earn/grant-points.js";
import { totalOf } from "../earn/read-source.js";
import type { KeptLot, SourceState } from "../ledger/account-types.js";
import { addFractions, exactFraction } from "../ledger/carry.js";
import type { CounterUse, EarnEntry, ExactFraction } from "../ledger/entry-types.js";
import { counterOf } from "../program/compile-caps.js";
import { type ProgramVersion, versionOf } from "../program/compile-program.js";
import type { RefusalCode } from "../refusal.js";
import type { KeptLine, Order } from "../types.js";
import { orderLinesOf } from "./keep-lines.js";

/** What the kept part of an earning is worth. */
export interface KeptPoints {
  /** Never more than before. */
  readonly lots: readonly KeptLot[];
  readonly carryShare?: ExactFraction | undefined;
  /** What is given back of caps: negative. */
  readonly uses: readonly CounterUse[];
}

/** Nothing is kept. */
export function keepNothing({ lots, uses = [] }: SourceState): KeptPoints {
  return {
    lots: lots.map(({ lot }) => ({ lot, points: 0 })),
    uses: uses.map((use) => ({ ...use, amount: -use.amount })),
  };
}

/** What an order keeps with some of its lines, by the rules of then or in proportion. */
export function keepSome(
  turn: Turn,
  source: SourceState,
  entry: EarnEntry,
  order: Order,
  kept: readonly KeptLine[],
): KeptPoints | Refused<RefusalCode> {
  const { version: number } = entry.command;
  const version = versionOf(turn.program, number);
  if (version === undefined) {
    return refuse("unknownVersion", `version ${number} of the programme earned these points`, {
      version: number,
      known: turn.program.versions.map(({ program }) => program.version),
      remedy: "Compile the programme with all versions that accounts still refer to",
    });
  }
  if (version.program.refunds?.method === "proRata") return keepShare(source, entry, order, kept);
  return recompute(turn, version, source, entry, order, kept);
}

function recompute(
  turn: Turn,
  version: ProgramVersion,
  source: SourceState,
  entry: EarnEntry,
  order: Order,
  kept: readonly KeptLine[],
): KeptPoints {
  const { context } = entry;
  const member = entry.command.member ?? turn.account.owner;
  const situation = { ...turn, version, member, occurredMs: source.atMs };
  const room: Room = (cap) => {
    if (cap.within === "order") return cap.limit;
    const counter = counterOf(cap, member, source.atMs, version.clock);
    return context.room?.[counter] ?? cap.limit;
  };
  const lines = orderLinesOf(order, kept);
  const earned = earnOrder(version, order, lines, context, source.atMs, room);
  const grantedOf = new Map(earned.grants.map(({ rule, granted }) => [rule.id, granted]));
  const recomputed = source.lots.map(() => 0);
  for (const { rule, lot } of entry.rules) {
    if (lot !== undefined) recomputed[lot] = recomputed[lot]! + (grantedOf.get(rule) ?? 0);
  }
  const lots = source.lots.map(({ lot, points }, index) => ({
    lot,
    points: Math.min(points, recomputed[index]!),
  }));
  const total = earned.grants.reduce((so, { granted }) => so + granted, 0);
  const unkept = exactFraction(BigInt(total - sumOf(lots)), 1n);
  const carries = version.program.earning.rounding?.remainder === "carry";
  const nowUsed = countUses(usesOf(earned, version.earning.caps), situation);
  return {
    lots,
    ...(carries && { carryShare: addFractions(earned.carryShare, unkept) }),
    uses: giveBack(source.uses ?? [], nowUsed),
  };
}

/** Points in proportion to the kept amount; what rounding leaves is carried where the programme carries. */
function keepShare(
  source: SourceState,
  entry: EarnEntry,
  order: Order,
  kept: readonly KeptLine[],
): KeptPoints {
  const whole = BigInt(totalOf(order.lines));
  const left = kept.reduce((so, { amountMinor }) => so + BigInt(amountMinor), 0n);
  const [share, of] = whole === 0n ? [1n, 1n] : [left, whole];
  const lots = source.lots.map(({ lot, points }, index) => {
    const granted = BigInt(entry.opens[index]!.points);
    const proportional = Number(roundBigQuotient(granted * share, of, "halfUp"));
    return { lot, points: Math.min(points, proportional) };
  });
  if (entry.carryShare === undefined) return { lots, uses: [] };
  const { numerator, denominator } = entry.carryShare;
  const exact = BigInt(numerator) + BigInt(entry.points) * BigInt(denominator);
  const exactKept = exactFraction(exact * share, BigInt(denominator) * of);
  const carryShare = addFractions(exactKept, exactFraction(BigInt(-sumOf(lots)), 1n));
  return { lots, carryShare, uses: [] };
}

function giveBack(before: readonly CounterUse[], now: readonly CounterUse[]): CounterUse[] {
  const amountOf = new Map(now.map(({ counter, amount }) => [counter, amount]));
  return before
    .map((use) => ({ ...use, amount: Math.min(0, (amountOf.get(use.counter) ?? 0) - use.amount) }))
    .filter(({ amount }) => amount !== 0);
}

function sumOf(lots: readonly KeptLot[]): number {
  return lots.reduce((so, { points }) => so + points, 0);
}
