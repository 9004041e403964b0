import { findItem, putItem, removeItem } from "../blocks/sorted-blocks.js";
import type { KeptLot, SourceState } from "./account-types.js";
import { brokenEntry } from "./broken-entry.js";
import { addFractions, negateFraction } from "./carry.js";
import type { AccountDraft } from "./change-lots.js";
import { changeShortage } from "./change-shortage.js";
import type {
  CounterUse,
  EarnEntry,
  ExactFraction,
  RedeemEntry,
  ReverseEarnEntry,
  ReverseRedeemEntry,
} from "./entry-types.js";
import { BY_COUNTER, BY_KEY, BY_REDEMPTION, BY_SEQUENCE, BY_SOURCE } from "./orders.js";

/** Remembers what earned. */
export function applyEarn(next: AccountDraft, entry: EarnEntry): void {
  const { command, source, carryShare, uses } = entry;
  const state: SourceState = {
    id: source.id,
    key: command.key,
    sequence: entry.sequence,
    atMs: command.occurredMs ?? entry.atMs,
    lots: entry.lots,
    ...(uses !== undefined && { uses }),
    ...(carryShare !== undefined && { carryShare }),
  };
  next.sources = putItem(next.sources, state, BY_SOURCE, next.owned);
  if (source.kind === "order") next.history = { orders: next.history.orders + 1 };
  changeCarry(next, undefined, carryShare);
}

/** Takes back what a refund claims of a source. */
export function applyClaims(next: AccountDraft, entry: ReverseEarnEntry): void {
  const source = findItem(next.sources, entry.source, BY_SOURCE);
  if (source === undefined || source.isReversed) {
    throw brokenEntry(entry, "source", "something that earned", entry.source);
  }
  for (const { lot, points: _, lapsed, ...shortage } of entry.claims) {
    if (lapsed === undefined && Object.keys(shortage).length === 0) continue;
    changeShortage(next, lot, { ...shortage, lapsed: -(lapsed ?? 0) }, entry);
  }
  const isReversed = entry.kept.length === 0;
  const { carryShare: shareBefore, isReversed: _, uses = [], ...rest } = source;
  const { carryShare } = entry;
  next.sources = putItem(
    next.sources,
    {
      ...rest,
      lots: keepLess(source, entry),
      kept: entry.kept,
      uses: addUses(uses, entry.uses ?? []),
      ...(carryShare !== undefined && { carryShare }),
      ...(isReversed && { isReversed }),
    },
    BY_SOURCE,
    next.owned,
  );
  changeCarry(next, shareBefore, carryShare);
  applyUses(next, entry.uses ?? []);
  if (!isReversed) return;
  if (source.id.startsWith("order:")) next.history = { orders: next.history.orders - 1 };
  next.activities = removeItem(next.activities, source.sequence, BY_SEQUENCE, next.owned);
}

/** Gives back what a cancelled redemption drew. */
export function applyReversedRedemption(next: AccountDraft, entry: ReverseRedeemEntry): void {
  const redemption = findItem(next.commands, entry.redemption, BY_KEY);
  if (redemption?.kind !== "redeem") {
    throw brokenEntry(entry, "redemption", "the key of a redemption", entry.redemption);
  }
  for (const { lot, owed = 0, waived = 0, charged = 0 } of entry.restores) {
    if (owed + waived + charged === 0) continue;
    changeShortage(next, lot, { owed: -owed, waived: -waived, charged: -charged }, entry);
  }
  const points = addRestores(next, redemption, entry);
  const reversal = { key: entry.redemption, points };
  next.reversals = putItem(next.reversals, reversal, BY_REDEMPTION, next.owned);
  const isWhole = redemption.lots.every((drawn, index) => drawn.points + points[index]! === 0);
  if (isWhole)
    next.activities = removeItem(next.activities, redemption.sequence, BY_SEQUENCE, next.owned);
}

/** Changes the counters of caps. */
export function applyUses(next: AccountDraft, uses: readonly CounterUse[]): void {
  for (const { counter, amount } of uses) {
    const used = (findItem(next.counters, counter, BY_COUNTER)?.used ?? 0) + amount;
    next.counters =
      used === 0
        ? removeItem(next.counters, counter, BY_COUNTER, next.owned)
        : putItem(next.counters, { counter, used }, BY_COUNTER, next.owned);
  }
}

function keepLess(source: SourceState, entry: ReverseEarnEntry): KeptLot[] {
  return source.lots.map(({ lot, points }) => {
    const claim = entry.claims.find((claimed) => claimed.lot === lot)?.points ?? 0;
    if (!(claim >= 0 && claim <= points)) {
      throw brokenEntry(entry, "claims", `at most ${points}, what is kept of lot ${lot}`, claim);
    }
    return { lot, points: points - claim };
  });
}

function addRestores(
  next: AccountDraft,
  redemption: RedeemEntry,
  entry: ReverseRedeemEntry,
): number[] {
  const before = findItem(next.reversals, entry.redemption, BY_REDEMPTION)?.points ?? [];
  const backOf = new Map(entry.restores.map(({ lot, points }) => [lot, points]));
  return redemption.lots.map((drawn, index) => {
    const back = backOf.get(drawn.lot) ?? 0;
    const restored = (before[index] ?? 0) + back;
    if (!(back >= 0 && restored + drawn.points <= 0)) {
      throw brokenEntry(
        entry,
        "restores",
        `at most ${-drawn.points} of lot ${drawn.lot}`,
        restored,
      );
    }
    return restored;
  });
}

/** The uses together, by counter, without those that came to nothing. */
function addUses(uses: readonly CounterUse[], more: readonly CounterUse[]): CounterUse[] {
  const total = new Map<string, CounterUse>();
  for (const use of [...uses, ...more]) {
    const amount = (total.get(use.counter)?.amount ?? 0) + use.amount;
    total.set(use.counter, { ...use, amount });
  }
  return [...total.values()].filter(({ amount }) => amount !== 0);
}

function changeCarry(
  next: AccountDraft,
  before: ExactFraction | undefined,
  after: ExactFraction | undefined,
): void {
  if (before === undefined && after === undefined) return;
  const carry = addFractions(addFractions(next.carry, after), before && negateFraction(before));
  if (carry === undefined) delete next.carry;
  else next.carry = carry;
}
