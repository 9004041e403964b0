import type { AsOf } from "../../../core/calendar.js";
import { parseIsoDate } from "../../../core/epoch-day.js";
import { type ZoneRules, zoneRules } from "../../../core/zone.js";
import { advance } from "../../../lifecycle/advance.js";
import { compileLifecycle } from "../../../lifecycle/compile-lifecycle.js";
import type { Lifecycle } from "../../../lifecycle/compiled-types.js";
import { listVisits } from "../../../lifecycle/durations/list-visits.js";
import { nextDue } from "../../../lifecycle/next-due.js";
import { RHYTHM_LIFECYCLE } from "../../../lifecycle/presets/rhythm-lifecycle.js";
import { replay } from "../../../lifecycle/replay.js";
import type { LifecycleEvent, LifecycleState, MoveRecord } from "../../../lifecycle/state-types.js";
import { openOrders } from "../../../transactions/open-orders.js";
import type { RefundPolicy } from "../../../transactions/options.js";
import type { TransactionLog, TrendPeriod } from "../../../transactions/types.js";
import type { DueCustomer, LifecycleFigures, LifecycleRule } from "../../lifecycle-types.js";
import { usualGap } from "../usual-gap.js";
import { buyerStages } from "./buyer-stages.js";
import { dueList } from "./due-list.js";
import { StageTally } from "./stage-tally.js";
import { visitPurchaseDays } from "./visit-purchase-days.js";

/** What else is known of the orders. */
export interface LifecycleContext {
  readonly asOf: AsOf;
  readonly refunds: RefundPolicy;
  /** At the ends of which the stages are counted; the last ends with the report. */
  readonly periods: readonly TrendPeriod[];
  /** The median gap of all customers; `undefined` when nobody bought twice. */
  readonly typicalGapDays: number | undefined;
  /** What each customer with a purchase is worth. */
  readonly worth: Float64Array;
}

/**
 * Replays every customer's purchases through `RHYTHM_LIFECYCLE`, whose late, dormant and lost are
 * counted in the customer's own usual gap, as it was known at each purchase: what was said of the past
 * does not change with what happened since.
 *
 * Customers are replayed one by one and forgotten, so that memory does not grow with the log.
 */
export function lifecycleFigures(
  log: TransactionLog,
  { asOf, refunds, periods, typicalGapDays, worth }: LifecycleContext,
  rule: LifecycleRule,
): LifecycleFigures {
  const { orders, asOfDay, endMs } = openOrders(log, asOf, undefined, refunds);
  const zone = zoneRules(log.zone);
  const lifecycle = compileLifecycle({ ...RHYTHM_LIFECYCLE, zone: log.zone });
  const stages = buyerStages(lifecycle);
  const places = new Map(stages.map(({ id }, place) => [id, place]));
  const sinceMs = zone.startOfDay(asOfDay + 1 - rule.days);
  const dueBeforeMs = zone.startOfDay(asOfDay + 1 + rule.days);
  const tally = new StageTally(places, periodEnds(periods, zone, endMs), sinceMs);
  const due: DueCustomer[] = [];

  visitPurchaseDays(orders, log.zone, (row, days) => {
    const events = purchaseEvents(days, typicalGapDays, zone);
    const replayed = replay(lifecycle, events, { asOf: endMs - 1 })!;
    for (const visit of listVisits([replayed])) tally.add(visit);
    const { state } = replayed;
    const next = nextMove(lifecycle, state, dueBeforeMs);
    if (next === undefined) return;
    const dueDay = zone.toEpochDay(next.atMs);
    due.push({ row, stage: places.get(state.current)!, next: places.get(next.to)!, dueDay });
  });

  return {
    rule,
    stages: stages.map((stage, place) => {
      const mix = tally.mix(place);
      return {
        ...stage,
        customers: mix.at(-1)!,
        change: tally.change(place),
        due: due.filter((customer) => customer.stage === place).length,
        mix,
      };
    }),
    moves: tally.moves(),
    due: dueList(due, worth, rule.limit, log.minorDigits),
  };
}

/** The end of each period; the last one ends with what is known. */
function periodEnds(
  periods: readonly TrendPeriod[],
  zone: ZoneRules,
  endMs: number,
): readonly number[] {
  const starts = periods.map(({ from }) => zone.startOfDay(parseIsoDate(from)!));
  return [...starts.slice(1), endMs];
}

const CUSTOMER = "customer";

/** Purchases as events, each with the customer's usual gap as of then. */
function purchaseEvents(
  days: readonly number[],
  typicalGapDays: number | undefined,
  zone: ZoneRules,
): readonly LifecycleEvent[] {
  return days.map((day, index) => ({
    id: String(index),
    customerId: CUSTOMER,
    type: "order",
    at: zone.startOfDay(day),
    ...(typicalGapDays !== undefined && {
      facts: { expectedGapDays: usualGap(day - days[0]!, index + 1, typicalGapDays) },
    }),
  }));
}

/** The next move by time alone, where it comes before an instant. */
function nextMove(
  lifecycle: Lifecycle,
  state: LifecycleState,
  beforeMs: number,
): MoveRecord | undefined {
  // Looking ahead is dear, and most customers are far from any move.
  if (!(state.dueMs! < beforeMs)) return undefined;
  const dueMs = nextDue(lifecycle, state);
  if (dueMs === undefined || dueMs >= beforeMs) return undefined;
  return advance(lifecycle, state, dueMs).moves[0];
}
