import { putItem } from "../blocks/sorted-blocks.js";
import type { Lot } from "./account-types.js";
import { brokenEntry } from "./broken-entry.js";
import { type AccountDraft, lotOf } from "./change-lots.js";
import type { Entry, Shortage } from "./entry-types.js";
import { BY_NUMBER } from "./orders.js";

/** Adds to what a lot lost or is short of, or takes from it. */
export function changeShortage(
  next: AccountDraft,
  number: number,
  change: Shortage & { readonly lapsed?: number },
  entry: Entry,
): void {
  const {
    owed: _owed,
    waived: _waived,
    charged: _charged,
    lapsed: _lapsed,
    ...rest
  } = lotOf(next, number);
  const lot = lotOf(next, number);
  let changed: Lot = rest;
  for (const part of ["owed", "waived", "charged", "lapsed"] as const) {
    const points = (lot[part] ?? 0) + (change[part] ?? 0);
    if (!(points >= 0)) {
      throw brokenEntry(entry, part, `at most ${lot[part] ?? 0} of lot ${number}`, change[part]);
    }
    if (points > 0) changed = { ...changed, [part]: points };
  }
  next.lots = putItem(next.lots, changed, BY_NUMBER, next.owned);
  const owes = changed.owed !== undefined;
  const isOwing = next.owing.includes(number);
  if (owes && !isOwing) next.owing = [...next.owing, number];
  if (!owes && isOwing) next.owing = next.owing.filter((owing) => owing !== number);
}

/** Notes what lots lost unspent, but for the part that paid debts; the first lots pay first. */
export function noteLapsed(next: AccountDraft, entry: Entry): void {
  let paying = -(entry.debt ?? 0);
  for (const { lot, points } of entry.lots) {
    const used = Math.min(paying, -points);
    paying -= used;
    const lapsed = -points - used;
    if (lapsed > 0) changeShortage(next, lot, { lapsed }, entry);
  }
}
