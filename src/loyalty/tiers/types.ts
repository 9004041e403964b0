import type { LocalizedText } from "../../core/index.js";
import type { TierEntry } from "../ledger/entry-types.js";
import type { TierMetric } from "../program/tier-types.js";

/** The tier of an account at an instant, what it rests on and what comes next. */
export interface TierStatus {
  readonly asOfMs: number;
  readonly tier: string;
  readonly label?: LocalizedText;
  /** 0 for the lowest. */
  readonly level: number;
  /** Since when the account has had this tier without a break. */
  readonly sinceMs: number;
  /** Until when it is kept whatever happens; without it, as long as the metric supports it. */
  readonly validUntilMs?: number;
  readonly measure: TierMetric["measure"];
  /** The metric now: minor units of money, points, orders or events. */
  readonly progress: number;
  /** The qualification period, half-open; open ends are absent. */
  readonly period: { readonly fromMs?: number; readonly toMs?: number };
  /** What the next tier takes; absent at the top. */
  readonly next?: TierGoal;
  /** What keeping the tier takes; absent for the lowest, and where nothing is missing. */
  readonly keep?: TierGoal;
  /** What time alone will do first, if nothing more is bought. */
  readonly change?: PlannedTierChange;
  readonly explanation: LocalizedText;
}

/** How much of the metric is missing for a tier. */
export interface TierGoal {
  readonly tier: string;
  /** The threshold. */
  readonly from: number;
  readonly missing: number;
  /** What happens before does not count; absent when everything counts from now on. */
  readonly countsFromMs?: number;
  /** Before this instant; absent when there is no hurry. */
  readonly byMs?: number;
}

/** A change of the tier that time will bring. */
export interface PlannedTierChange {
  readonly atMs: number;
  readonly tier: string;
  readonly why: TierEntry["why"];
  /** From when on the member is to be told, for a downgrade of a programme with notice. */
  readonly noticeMs?: number;
  /** True when that has come. */
  readonly isNoticeDue: boolean;
}
