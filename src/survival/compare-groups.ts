import type { NumberColumn } from "../core/column.js";
import type { LogRankOptions } from "./options.js";

/** The rows of one stratum, and what is known of all rows. */
export interface Stratum {
  /** Rows in rising order of their times. */
  readonly byTime: readonly number[];
  /** Rows that do not begin at the origin, in rising order of their entries. */
  readonly byEntry: readonly number[];
  readonly times: NumberColumn;
  readonly events: ArrayLike<number>;
  readonly entries: NumberColumn | undefined;
  readonly weights: NumberColumn | undefined;
  /** The number of each row's group, from 1. */
  readonly groups: Uint32Array;
}

/** What strata add up to, groups from 0. */
export interface Comparison {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  readonly scores: Float64Array;
  /** The covariances of the scores. */
  readonly covariance: readonly Float64Array[];
}

/** Goes through the times of a stratum once and adds what each time with events tells. */
export function compareGroups(
  stratum: Stratum,
  weighting: LogRankOptions["weighting"],
  total: Comparison,
): void {
  const { byTime, byEntry, times, events, entries, weights, groups } = stratum;
  const present = new Float64Array(total.observed.length);
  const happened = new Float64Array(total.observed.length);
  const count = (counts: Float64Array, row: number, sign: number): void => {
    const group = (groups[row] as number) - 1;
    counts[group] = (counts[group] as number) + sign * (weights?.[row] ?? 1);
  };
  for (const row of byTime) count(present, row, 1);
  for (const row of byEntry) count(present, row, -1);
  let entered = 0;
  let staying = 1;
  for (let first = 0, next = 0; first < byTime.length; first = next) {
    const time = times[byTime[first] as number] as number;
    for (; entered < byEntry.length; entered++) {
      const row = byEntry[entered] as number;
      if ((entries?.[row] as number) >= time) break;
      count(present, row, 1);
    }
    happened.fill(0);
    for (; next < byTime.length && times[byTime[next] as number] === time; next++) {
      const row = byTime[next] as number;
      if (events[row] === 1) count(happened, row, 1);
    }
    staying *= addTime(present, happened, { weighting, staying, total });
    for (let place = first; place < next; place++) count(present, byTime[place] as number, -1);
  }
}

/** Adds one time, its hypergeometric covariance (Mantel, 1966); returns the share that stays on. */
function addTime(
  present: Float64Array,
  happened: Float64Array,
  {
    weighting,
    staying,
    total,
  }: {
    readonly weighting: LogRankOptions["weighting"];
    readonly staying: number;
    readonly total: Comparison;
  },
): number {
  const { observed, expected, scores, covariance } = total;
  const all = sum(present);
  const events = sum(happened);
  if (events === 0) return 1;
  const weight = weightOfTime(weighting, all, staying);
  const spread = all > 1 ? (weight ** 2 * events * (all - events)) / (all - 1) : 0;
  for (let group = 0; group < present.length; group++) {
    const share = (present[group] as number) / all;
    if (share === 0) continue;
    const own = happened[group] as number;
    observed[group] = (observed[group] as number) + own;
    expected[group] = (expected[group] as number) + events * share;
    scores[group] = (scores[group] as number) + weight * (own - events * share);
    const row = covariance[group] as Float64Array;
    for (let other = 0; other < present.length; other++) {
      const product = share * ((group === other ? 1 : 0) - (present[other] as number) / all);
      row[other] = (row[other] as number) + spread * product;
    }
  }
  return (all - events) / all;
}

function weightOfTime(
  weighting: LogRankOptions["weighting"],
  atRisk: number,
  staying: number,
): number {
  if (weighting === "gehan") return atRisk;
  if (weighting === "taroneWare") return Math.sqrt(atRisk);
  return weighting === "petoPeto" ? staying : 1;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
