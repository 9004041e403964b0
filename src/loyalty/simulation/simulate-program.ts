import { checkNumber, invalid, resolveAsOf, withDefaults } from "../../core/index.js";
import { multiplyMoney } from "../../money/index.js";
import type { CompiledProgram } from "../program/compile-program.js";
import {
  SIMULATION_DEFAULTS,
  type SimulationOptions,
  type SimulationOptionsInput,
} from "./options.js";
import { ordersByCustomer } from "./orders-by-customer.js";
import { simulateCustomer } from "./simulate-customer.js";
import { Tally } from "./tally.js";
import type { OrderHistory, PointTotals, ProgramComparison, Simulation } from "./types.js";

/**
 * Runs a programme over a past log of orders, through the same commands that run it live: what it
 * would have given and cost, by rule and month, with members by tier, and who would have won and
 * lost against the present programme. Customers are run one after the other, each in the order of
 * time, so that memory does not grow with the log; caps over all accounts are served in that order.
 *
 * @param program - from `compileProgram`
 * @param history - such as the log of `readTransactions`, in the programme's currency
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, CURRENCY_MISMATCH, UNKNOWN_OPTION
 * @example
 * const { points, comparison } = simulateProgram(next, log, { present: current });
 */
export function simulateProgram(
  program: CompiledProgram,
  history: OrderHistory,
  options: SimulationOptionsInput = {},
): Simulation {
  const settings = withDefaults(SIMULATION_DEFAULTS, options);
  checkHistory(program, history);
  const { version, untilMs } = boundsOf(program, history, settings);
  const tally = new Tally(version.clock);
  const byMember = new Float64Array(history.customerIds.length);
  const counts = { members: 0, orders: 0, refunds: 0, skipped: 0 };
  const shared = sharedCounters();
  const customers = ordersByCustomer(history, untilMs);
  for (let customer = 0; customer < byMember.length; customer++) {
    const positions = customers(customer);
    if (positions.length > 0) {
      const member = { program, history, customer, positions, untilMs, settings, shared, tally };
      const done = simulateCustomer(member);
      byMember[customer] = done.kept;
      counts.members++;
      counts.orders += done.orders;
      counts.refunds += done.refunds;
      counts.skipped += done.skipped;
    }
    if ((customer + 1) % 1000 === 0) settings.onProgress?.(customer + 1, byMember.length);
  }
  settings.onProgress?.(byMember.length, byMember.length);
  const points = tally.points();
  return {
    ...counts,
    points,
    cost: costOf(program, points),
    rules: tally.rules(),
    months: counts.members === 0 ? [] : tally.months(untilMs),
    byMember,
    comparison: settings.present && compare(byMember, settings.present, history, settings),
  };
}

function compare(
  byMember: Float64Array,
  present: CompiledProgram,
  history: OrderHistory,
  settings: SimulationOptions,
): ProgramComparison {
  const alone = { ...settings, present: undefined, onProgress: undefined };
  const before = simulateProgram(present, history, alone).byMember;
  const difference = byMember.map((points, customer) => points - before[customer]!);
  const total = { winners: 0, losers: 0, unchanged: 0, gained: 0, lost: 0 };
  for (const points of difference) {
    if (points > 0) total.winners++;
    else if (points < 0) total.losers++;
    else total.unchanged++;
    total.gained += Math.max(points, 0);
    total.lost += Math.max(-points, 0);
  }
  return { ...total, difference };
}

function costOf({ versions }: CompiledProgram, points: PointTotals): Simulation["cost"] {
  const value = versions[0]!.program.value;
  if (value === undefined) return undefined;
  const worth = (count: number) => {
    const factor = { numerator: count, denominator: value.points };
    return multiplyMoney(value.value, factor, { rounding: "halfEven" });
  };
  return { granted: worth(points.granted - points.takenBack), redeemed: worth(points.redeemed) };
}

function boundsOf(
  { versions }: CompiledProgram,
  { atMs }: OrderHistory,
  { asOf, redeemPoints }: SimulationOptions,
) {
  const version = versions[0]!;
  if (redeemPoints !== undefined) {
    checkNumber(redeemPoints, "options.redeemPoints", "count");
    checkNumber(redeemPoints, "options.redeemPoints", "positive");
  }
  if (asOf !== undefined) {
    return { version, untilMs: resolveAsOf(asOf, version.program.zone, "options.asOf").endMs - 1 };
  }
  return { version, untilMs: atMs.reduce((latest, at) => Math.max(latest, at), 0) };
}

function checkHistory({ versions }: CompiledProgram, history: OrderHistory): void {
  if (typeof history !== "object" || history === null || !Array.isArray(history.customerIds)) {
    throw invalid("history", "a log of orders", history);
  }
  const { atMs, amountMinor, customerIndex, refundOf, currency } = history;
  for (const [name, column] of Object.entries({ amountMinor, customerIndex, refundOf })) {
    if (column === undefined && name === "refundOf") continue;
    if (column?.length !== atMs?.length) {
      throw invalid(`history.${name}`, `${atMs?.length} values, one per order`, column?.length, {
        code: "LENGTH_MISMATCH",
      });
    }
  }
  const expected = versions[0]!.program.currency;
  if (currency !== expected) {
    throw invalid("history.currency", expected, currency, { code: "CURRENCY_MISMATCH" });
  }
}

/** How much of each counter that all accounts share is used: whatever its name, 0 at first. */
function sharedCounters(): SharedCounters {
  const used = new Map<string, number>();
  const view: Record<string, number> = new Proxy(
    {},
    {
      get: (_, counter) => used.get(String(counter)) ?? 0,
      getOwnPropertyDescriptor: (_, counter) => ({
        value: used.get(String(counter)) ?? 0,
        configurable: true,
        enumerable: true,
      }),
    },
  );
  return {
    view,
    add: (counter, amount) => void used.set(counter, (used.get(counter) ?? 0) + amount),
  };
}

/** Counters that all accounts share. */
export interface SharedCounters {
  readonly view: Readonly<Record<string, number>>;
  add(counter: string, amount: number): void;
}
