import {
  type AsOf,
  addPeriod,
  countPeriods,
  formatIsoDate,
  invalid,
  parsePeriod,
  resolveAsOf,
  zoneRules,
} from "../../core/index.js";
import { itemsOf } from "../blocks/sorted-blocks.js";
import type { Account, Lot } from "../ledger/account-types.js";
import { checkAccount } from "../ledger/replay-account.js";
import { type LotRedemption, readLotHistory } from "./read-lot-history.js";
import type { OutstandingPoints, Vintage, VintageTable } from "./types.js";

/**
 * Sums the points of accounts by the month in which they were earned: what was redeemed at which
 * age, and what is outstanding. Refunded points are left out as if they had never been earned, and
 * points that were transferred, forfeited or taken by hand leave no trace either.
 *
 * @param accounts - advanced to `asOf`, so that nothing that has lapsed counts as outstanding
 * @param options.asOf - an instant, or a date, which means the end of that day
 * @param options.zone - IANA zone of the months
 * @returns a table that does not depend on the order of the accounts; empty without accounts
 * @throws ClienteleError INVALID_ARGUMENT for what is no account, or one that has seen more than `asOf`
 * @example
 * const vintages = tabulateVintages(accounts, { asOf: "2026-12-31", zone: "Europe/Berlin" });
 */
export function tabulateVintages(
  accounts: Iterable<Account>,
  options: { readonly asOf: AsOf; readonly zone: string },
): VintageTable {
  const { zone } = options ?? {};
  const months = monthClock(zone);
  const asOfMs = resolveAsOf(options.asOf, zone).endMs - 1;
  const drafts = new Map<string, VintageDraft>();
  const outstanding = new Map<string, OutstandingPoints>();
  let debt = 0;
  for (const account of accounts) {
    checkAccount(account);
    if (account.clockMs > asOfMs) {
      throw invalid(
        "options.asOf",
        `at or after ${account.clockMs}, seen by ${account.id}`,
        asOfMs,
      );
    }
    debt += account.debt;
    const historyOf = readLotHistory(account);
    for (const lot of itemsOf(account.lots)) {
      const vintage = months.nameOf(lot.openedMs);
      const { kept, redemptions } = historyOf(lot);
      const draft = drafts.get(vintage) ?? { granted: 0, redeemed: 0, atRisk: [], redemptions: [] };
      drafts.set(vintage, draft);
      addLot(draft, lot, kept, redemptions, months, asOfMs);
      if (lot.remaining > 0) addOutstanding(outstanding, lot, vintage, months, asOfMs);
    }
  }
  const vintages = [...drafts]
    .map(([vintage, draft]): Vintage => ({ vintage, ...draft }))
    .sort((a, b) => compare(a.vintage, b.vintage));
  const groups = [...outstanding].sort(([a], [b]) => compare(a, b)).map(([, group]) => group);
  return { kind: "pointVintages", asOfMs, zone, vintages, outstanding: groups, debt };
}

interface VintageDraft {
  granted: number;
  redeemed: number;
  readonly atRisk: number[];
  readonly redemptions: number[];
}

/** Only months of age that were seen to their end say something of how many points a month redeems. */
function addLot(
  draft: VintageDraft,
  lot: Lot,
  kept: number,
  redemptions: readonly LotRedemption[],
  months: MonthClock,
  asOfMs: number,
): void {
  draft.granted += kept;
  const byAge: number[] = [];
  for (const { atMs, points } of redemptions) {
    const age = months.wholeAge(lot.openedMs, atMs);
    byAge[age] = (byAge[age] ?? 0) + points;
    draft.redeemed += points;
  }
  const endMs = Math.min(asOfMs + 1, lot.expiresMs ?? Infinity);
  const complete = months.wholeAge(lot.openedMs, Math.max(endMs, lot.openedMs));
  let left = kept;
  for (let age = 0; age < complete; age++) {
    const redeemed = byAge[age] ?? 0;
    draft.atRisk[age] = (draft.atRisk[age] ?? 0) + left;
    draft.redemptions[age] = (draft.redemptions[age] ?? 0) + redeemed;
    left -= redeemed;
  }
}

function addOutstanding(
  groups: Map<string, OutstandingPoints>,
  lot: Lot,
  vintage: string,
  months: MonthClock,
  asOfMs: number,
): void {
  const { expiresMs, openedMs, remaining } = lot;
  const isPending = lot.state === "pending";
  const expiryMonth = expiresMs === undefined ? undefined : months.nameOf(expiresMs - 1);
  // Tenths of a month: fine enough, and lots of the same days fall together.
  const age = Math.round(months.age(openedMs, asOfMs) * 10) / 10;
  const expiryAge =
    expiresMs === undefined ? Infinity : Math.round(months.age(openedMs, expiresMs) * 10) / 10;
  const key = [vintage, expiryMonth ?? "~", isPending, age, expiryAge].join();
  const points = (groups.get(key)?.points ?? 0) + remaining;
  groups.set(key, { vintage, expiryMonth, age, expiryAge, points, isPending });
}

interface MonthClock {
  nameOf(atMs: number): string;
  /** Whole calendar months from one instant to another. */
  wholeAge(fromMs: number, toMs: number): number;
  /** The same with the fraction of the month that has begun. */
  age(fromMs: number, toMs: number): number;
}

function monthClock(zone: string): MonthClock {
  const clock = zoneRules(zone, "options.zone");
  const month = parsePeriod("P1M");
  const wholeAge = (fromMs: number, toMs: number) => countPeriods(fromMs, toMs, month, zone);
  return {
    nameOf: (atMs) => formatIsoDate(clock.toEpochDay(atMs)).slice(0, 7),
    wholeAge,
    age(fromMs, toMs) {
      const count = wholeAge(fromMs, toMs);
      const startMs = addPeriod(fromMs, month, zone, { count });
      const endMs = addPeriod(fromMs, month, zone, { count: count + 1 });
      return count + (toMs - startMs) / (endMs - startMs);
    },
  };
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
