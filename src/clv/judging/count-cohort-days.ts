import { type AsOf, resolveAsOf } from "../../core/calendar.js";
import { invalid } from "../../core/errors.js";
import { openOrders } from "../../transactions/open-orders.js";
import type { RefundPolicy, SameDayPolicy } from "../../transactions/options.js";
import type { TransactionLog } from "../../transactions/types.js";
import { visitBlocks } from "../../transactions/visit-blocks.js";

/** The customers who came up to the end of the calibration, by day. */
export interface CohortDays {
  readonly customers: number;
  /** How many of them made the first purchase on a day, days ascending. */
  readonly newcomers: readonly (readonly [day: number, customers: number])[];
  /** The day of the first purchase of all, and the last day that counts. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Their repeat purchases up to and including a day. */
  readonly repeatsUntil: (day: number) => number;
}

/** What counts. */
interface CohortSettings {
  readonly calibrationEnd: AsOf;
  readonly to: AsOf;
  readonly zone?: string | undefined;
  readonly sameDay: SameDayPolicy;
  readonly refunds: RefundPolicy;
}

/** No local day of the years in which orders lie. */
const NO_DAY = -0x8000_0000;

/** Counts first and repeat purchases of the cohort day by day, as `summarizeTransactions` would. */
export function countCohortDays(log: TransactionLog, settings: CohortSettings): CohortDays {
  const { calibrationEnd, to, sameDay, refunds } = settings;
  const { orders, asOfDay: lastDay } = openOrders(log, to, settings.zone, refunds);
  const zone = settings.zone ?? log.zone;
  const lastFirst = resolveAsOf(calibrationEnd, zone, "options.calibrationEnd").epochDay;
  if (lastFirst > lastDay) throw invalid("options.to", "no day before calibrationEnd", to);

  const firstOf = new Int32Array(log.customerIds.length).fill(NO_DAY);
  const lastOf = new Int32Array(log.customerIds.length).fill(NO_DAY);
  const newcomers = new Map<number, number>();
  const repeats = new Map<number, number>();
  visitBlocks(orders, zone, ({ purchases }) => {
    let day = purchases.firstDay;
    purchases.ends.forEach((end, index) => {
      for (let row = index === 0 ? 0 : purchases.ends[index - 1]!; row < end; row++) {
        const customer = purchases.customerIndex[row]!;
        if (firstOf[customer] === NO_DAY) {
          firstOf[customer] = day;
          if (day <= lastFirst) increase(newcomers, day);
        } else if (
          firstOf[customer]! <= lastFirst &&
          (sameDay === "keep" || lastOf[customer] !== day)
        ) {
          increase(repeats, day);
        }
        lastOf[customer] = day;
      }
      day++;
    });
  });
  const days = [...newcomers].sort(([left], [right]) => left - right);
  return {
    customers: days.reduce((sum, [, customers]) => sum + customers, 0),
    newcomers: days,
    firstDay: days[0]?.[0] ?? lastDay,
    lastDay,
    repeatsUntil: cumulate(repeats),
  };
}

function increase(counts: Map<number, number>, day: number): void {
  counts.set(day, (counts.get(day) ?? 0) + 1);
}

/** The sum of what lies up to a day. */
function cumulate(counts: ReadonlyMap<number, number>): (day: number) => number {
  const days = Int32Array.from(counts.keys()).sort();
  let sum = 0;
  const sums = days.map((day) => {
    sum += counts.get(day)!;
    return sum;
  });
  return (day) => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (days[middle]! <= day) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : sums[low - 1]!;
  };
}
