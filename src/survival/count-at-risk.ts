import { sortedOrder } from "../core/sorted-order.js";
import type { Sample } from "./read-sample.js";
import type { RiskTable } from "./types.js";

/** A risk table with the events of each cause apart. */
export interface CauseTable extends RiskTable {
  readonly eventsByCause: readonly Float64Array[];
}

/**
 * Counts who ended when, and who was under observation just before: one sort by time, one more by
 * entry where there are entries. An event comes before a censoring of the same time.
 */
export function countAtRisk(sample: Sample): CauseTable {
  const weighty = withoutWeightless(sample);
  const { times, causes, causeCount, weights } = weighty;
  const order = sortedOrder(times);
  const { distinct, firstPlaces } = findDistinct(times, order);
  const column = (): Float64Array => new Float64Array(distinct.length);
  // The first column is that of the censored.
  const leaving = Array.from({ length: causeCount + 1 }, column);
  for (let index = 0; index < distinct.length; index++) {
    const next = firstPlaces[index + 1] as number;
    for (let place = firstPlaces[index] as number; place < next; place++) {
      const row = order[place] as number;
      const counts = leaving[causes[row] as number] as Float64Array;
      counts[index] = (counts[index] as number) + (weights === undefined ? 1 : weights[row]!);
    }
  }
  const [censored, ...eventsByCause] = leaving as [Float64Array, ...Float64Array[]];
  const events = sumColumns(eventsByCause, distinct.length);
  const atRisk = sumFromTheEnd(events, censored);
  subtractLateEntries(atRisk, { events, censored, distinct, firstPlaces }, weighty);
  return { times: distinct, atRisk, events, censored, eventsByCause };
}

/** Leaves out the rows of weight 0, so that no time is listed for their sake alone. */
function withoutWeightless(sample: Sample): Sample {
  const { times, causes, entries, weights } = sample;
  if (weights === undefined || !Array.prototype.includes.call(weights, 0)) return sample;
  const rows = Array.from(times, (_, row) => row).filter((row) => (weights[row] as number) > 0);
  const take = (column: ArrayLike<number>): Float64Array =>
    Float64Array.from(rows, (row) => column[row] as number);
  return {
    ...sample,
    times: take(times),
    causes: take(causes),
    entries: entries && take(entries),
    weights: take(weights),
  };
}

/** The distinct times, and the place in the order where each begins, with the end of the order. */
function findDistinct(
  times: ArrayLike<number>,
  order: Uint32Array,
): { readonly distinct: Float64Array; readonly firstPlaces: Uint32Array } {
  const distinct = new Float64Array(order.length);
  const firstPlaces = new Uint32Array(order.length + 1);
  let count = 0;
  for (let place = 0; place < order.length; place++) {
    const time = times[order[place] as number] as number;
    if (count > 0 && time === distinct[count - 1]) continue;
    distinct[count] = time;
    firstPlaces[count] = place;
    count++;
  }
  firstPlaces[count] = order.length;
  return { distinct: distinct.slice(0, count), firstPlaces: firstPlaces.slice(0, count + 1) };
}

function sumColumns(columns: readonly Float64Array[], length: number): Float64Array {
  if (columns.length === 1) return columns[0] as Float64Array;
  const sums = new Float64Array(length);
  for (const column of columns) {
    for (let index = 0; index < length; index++) {
      sums[index] = (sums[index] as number) + (column[index] as number);
    }
  }
  return sums;
}

/** From the last time back, so that the last subjects are counted without a rounding error. */
function sumFromTheEnd(events: Float64Array, censored: Float64Array): Float64Array {
  const sums = new Float64Array(events.length);
  let later = 0;
  for (let index = sums.length - 1; index >= 0; index--) {
    later += (events[index] as number) + (censored[index] as number);
    sums[index] = later;
  }
  return sums;
}

/** Takes away, at each time, those who enter at that time or later. */
function subtractLateEntries(
  atRisk: Float64Array,
  table: {
    readonly events: Float64Array;
    readonly censored: Float64Array;
    readonly distinct: Float64Array;
    readonly firstPlaces: Uint32Array;
  },
  { entries, weights }: Sample,
): void {
  if (entries === undefined) return;
  const order = sortedOrder(entries);
  let place = order.length - 1;
  let absentRows = 0;
  let absent = 0;
  for (let index = atRisk.length - 1; index >= 0; index--) {
    for (; place >= 0; place--) {
      const row = order[place] as number;
      const entry = entries[row] as number;
      // An entry of 0 is the origin: before everything, an event at 0 included.
      if (entry === 0 || entry < (table.distinct[index] as number)) break;
      absentRows++;
      absent += weights === undefined ? 1 : (weights[row] as number);
    }
    const first = table.firstPlaces[index] as number;
    const leavingRows = (table.firstPlaces[index + 1] as number) - first;
    const presentRows = order.length - first - absentRows;
    // Where all who are present leave, their sum is known without the rounding of a difference.
    atRisk[index] =
      presentRows === leavingRows
        ? (table.events[index] as number) + (table.censored[index] as number)
        : (atRisk[index] as number) - absent;
  }
}
