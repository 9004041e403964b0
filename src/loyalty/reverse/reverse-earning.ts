import { invalid, type Refused, refuse } from "../../core/index.js";
import type { Money } from "../../money/index.js";
import { findItem } from "../blocks/sorted-blocks.js";
import type { Draft, Turn } from "../command/run-command.js";
import type { SourceState } from "../ledger/account-types.js";
import { lotOf } from "../ledger/change-lots.js";
import type { EarnEntry, LotClaim, ReverseEarnEntry } from "../ledger/entry-types.js";
import { BY_KEY, BY_SOURCE } from "../ledger/orders.js";
import { versionOf } from "../program/compile-program.js";
import type { RefusalCode } from "../refusal.js";
import type { KeptLine, ReverseCommand } from "../types.js";
import { chargeFor, pointValueOf } from "./charge-points.js";
import { keepLess, linesKept } from "./keep-lines.js";
import { type KeptPoints, keepNothing, keepSome } from "./keep-points.js";
import { meetClaims } from "./meet-shortage.js";

/** Takes back what a refunded order, or another source that is undone, had earned. */
export function reverseEarning(
  turn: Turn,
  command: ReverseCommand,
  id: string,
): Draft<ReverseEarnEntry> | Refused<RefusalCode> {
  const source = findItem(turn.account.sources, id, BY_SOURCE);
  if (source === undefined) return refuse("unknownSource", `${id} has earned nothing`, { id });
  if (source.isReversed) {
    return refuse("alreadyReversed", `${id} is wholly reversed`, { id, left: 0 });
  }
  const entry = findItem(turn.account.commands, source.key, BY_KEY) as EarnEntry;
  const left = linesLeft(source, entry, command);
  if ("ok" in left) return left;
  const { kept } = left;
  const keeps =
    kept.length === 0 || entry.source.kind !== "order"
      ? keepNothing(source)
      : keepSome(turn, source, entry, entry.source.order, kept);
  if ("ok" in keeps) return keeps;
  return draft(turn, source, entry, kept, keeps);
}

function linesLeft(
  source: SourceState,
  entry: EarnEntry,
  { lines }: ReverseCommand,
): { readonly kept: readonly KeptLine[] } | Refused<RefusalCode> {
  if (lines === undefined) return { kept: [] };
  if (entry.source.kind !== "order") {
    throw invalid("command.lines", "absent, because only orders have lines", lines);
  }
  const { order } = entry.source;
  return keepLess(source.kept ?? linesKept(order), order, lines);
}

function draft(
  { account, program, version }: Turn,
  source: SourceState,
  entry: EarnEntry,
  kept: readonly KeptLine[],
  keeps: KeptPoints,
): Draft<ReverseEarnEntry> {
  const wanted = source.lots.map(({ lot, points }, index) => ({
    lot,
    points: points - keeps.lots[index]!.points,
  }));
  const value = versionOf(program, entry.command.version)?.program.value;
  const asked = version.program.refunds?.spent ?? "negative";
  // Without the value of then, nothing can be charged: it is owed instead.
  const spent = asked === "charge" && value === undefined ? "negative" : asked;
  const { claims, lots, owed } = meetClaims(account, wanted, spent);
  const taken = lots.reduce((so, { points }) => so + points, 0);
  const charges = claims.flatMap((claim) => chargeOf(claim));
  const { carryShare, uses } = keeps;
  return {
    kind: "reverseEarn",
    source: source.id,
    points: taken - owed,
    lots,
    kept,
    claims,
    ...(owed > 0 && { debt: owed }),
    ...(charges.length > 0 && { charge: sumOf(charges) }),
    ...(carryShare !== undefined && { carryShare }),
    ...(uses.length > 0 && { uses }),
  };

  function chargeOf({ lot: number, charged }: LotClaim): Money[] {
    if (charged === undefined) return [];
    const lot = lotOf(account, number);
    const before = lot.charged ?? 0;
    return [chargeFor(pointValueOf(program, account, lot)!, before, before + charged)];
  }
}

function sumOf(charges: readonly Money[]): Money {
  return charges.reduce((so, { minor, currency }) => ({ minor: so.minor + minor, currency }));
}
