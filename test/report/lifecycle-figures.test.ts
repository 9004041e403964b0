import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { formatIsoDate, parseIsoDate } from "../../src/core/epoch-day.js";
import { ClienteleError } from "../../src/core/errors.js";
import {
  type LifecycleContext,
  lifecycleFigures,
} from "../../src/report/analysis/lifecycle/lifecycle-figures.js";
import { analyzeOrders } from "../../src/report/analyze-orders.js";
import type { LifecycleFigures, LifecycleRule } from "../../src/report/lifecycle-types.js";
import { LIFECYCLE_RULE } from "../../src/report/options.js";
import { orderTrend } from "../../src/transactions/order-trend.js";
import { transactionLog } from "../../src/transactions/transaction-log.js";
import type { TransactionLog } from "../../src/transactions/types.js";

type Purchase = readonly [customerId: string, ...days: readonly string[]];

function logOf(purchases: readonly Purchase[], zone = "UTC"): TransactionLog {
  const rows = purchases.flatMap(([customerId, ...days]) =>
    days.map((at) => ({ customerId, at, amount: 10 })),
  );
  return transactionLog(rows, { zone });
}

/** With a typical gap of 20 days, so that one purchase is late after 30, dormant after 60, lost after 120. */
function figuresOf(
  log: TransactionLog,
  asOf: string,
  given: Partial<LifecycleContext> = {},
  limit = 50,
): LifecycleFigures {
  const context: LifecycleContext = {
    asOf,
    refunds: "net",
    periods: orderTrend(log, { asOf }),
    typicalGapDays: 20,
    worth: Float64Array.from(log.customerIds, (_, row) => row),
    ...given,
  };
  return lifecycleFigures(log, context, { days: 30, limit });
}

const LOG = logOf([
  ["Ann", "2026-06-20"],
  // A gap of (10 + 20) / 2 = 15 days: late on 2 June at noon, dormant on 25 June.
  ["Bob", "2026-05-11", "2026-05-01"],
  // Late on 1 May, dormant on 31 May, lost on 30 July.
  ["Cy", "2026-04-01"],
  // Late on 31 January, dormant on 2 March, lost on 1 May, and then back.
  ["Dee", "2026-01-01", "2026-06-15"],
  ["Eve", "2026-06-10", "2026-06-10T15:00Z"],
]);

describe("lifecycleFigures", () => {
  const { stages, moves, due } = figuresOf(LOG, "2026-06-30");
  const idOf = (stage: number | undefined) => stages[stage ?? -1]?.id;

  test("counts customers by stage, now and at the end of every period", () => {
    expect(stages.map(({ id, customers, mix }) => [id, customers, mix])).toEqual([
      ["new", 2, [0, 0, 0, 1, 0, 2]],
      ["regular", 1, [0, 0, 0, 0, 1, 1]],
      ["late", 0, [1, 1, 0, 0, 0, 0]],
      ["dormant", 2, [0, 0, 1, 1, 1, 2]],
      ["lost", 0, [0, 0, 0, 0, 1, 0]],
    ]);
  });

  test("counts the moves of the last 30 days, and what they change", () => {
    expect(moves.map(({ from, to, moves }) => [idOf(from), idOf(to), moves])).toEqual([
      [undefined, "new", 2],
      ["regular", "late", 1],
      ["late", "dormant", 1],
      ["lost", "regular", 1],
    ]);
    expect(stages.map(({ change }) => change)).toEqual([2, 0, 0, 1, -1]);
  });

  test("lists who leaves a stage by time alone in the next 30 days, most worth first", () => {
    const listed = due.listed.map(({ row, stage, next, dueDay }) => [
      LOG.customerIds[row],
      idOf(stage),
      idOf(next),
      formatIsoDate(dueDay),
    ]);
    expect(listed).toEqual([
      ["Eve", "new", "late", "2026-07-10"],
      ["Cy", "dormant", "lost", "2026-07-30"],
      ["Ann", "new", "late", "2026-07-20"],
    ]);
    expect(due.customers).toBe(3);
    expect(due.worth).toBe(4 + 2 + 0);
    expect(stages.map((stage) => stage.due)).toEqual([2, 0, 0, 1, 0]);
  });

  test("lists no more than the limit, and counts all", () => {
    const short = figuresOf(LOG, "2026-06-30", {}, 1).due;
    expect([short.listed.length, short.customers, short.worth]).toEqual([1, 3, 6]);
  });

  test("leaves out who would move a day after the window", () => {
    expect(figuresOf(LOG, "2026-06-29").due.listed.map(({ row }) => row)).toEqual([4, 0]);
  });

  test("says what the stages mean, with those around them", () => {
    expect(stages[0]?.meaning).toEqual({
      en: "Bought once. The next order is not overdue.",
      zh: "购买过一次。下次购买尚未逾期。",
    });
  });

  test("counts in local days", () => {
    // 31 May 22:00 in UTC is 1 June in Shanghai: late on 1 July there.
    const log = logOf([["Ann", "2026-05-31T22:00Z"]], "Asia/Shanghai");
    const { due } = figuresOf(log, "2026-06-30");
    expect(due.listed.map(({ dueDay }) => formatIsoDate(dueDay))).toEqual(["2026-07-01"]);
    expect(figuresOf(log, "2026-07-01").stages[2]?.customers).toBe(1);
  });

  test("does without a typical gap where nobody has bought twice: late after 45 days", () => {
    const log = logOf([["Ann", "2026-06-01"]]);
    const { due } = figuresOf(log, "2026-06-30", { typicalGapDays: undefined });
    expect(due.listed).toEqual([{ row: 0, stage: 0, next: 2, dueDay: parseIsoDate("2026-07-16") }]);
  });

  test("knows no purchase that was taken back, and no customer without one", () => {
    const log = transactionLog([
      { customerId: "Refunded", at: "2026-05-01", amount: 10, orderId: 1 },
      { customerId: "Refunded", at: "2026-05-02", amount: -10, refundOf: 1 },
      { customerId: "Ann", at: "2026-06-20", amount: 10 },
    ]);
    const { stages, due } = figuresOf(log, "2026-06-30");
    expect(stages.map(({ customers }) => customers)).toEqual([1, 0, 0, 0, 0]);
    expect(due.listed.map(({ row }) => row)).toEqual([0]);
  });
});

const DAYS = { min: 20_000, max: 20_400 };
const someLog = fc
  .array(fc.tuple(fc.nat(30), fc.integer(DAYS)), { minLength: 1, maxLength: 80 })
  .map((orders) => {
    const rows = orders.map(([customer, day]) => ({
      customerId: `c${customer}`,
      at: formatIsoDate(day),
      amount: 10,
    }));
    return transactionLog(rows);
  });

describe("laws", () => {
  test.prop([someLog], { numRuns: 40 })("everybody is in one stage", (log) => {
    const { stages } = figuresOf(log, formatIsoDate(DAYS.max));
    const sum = stages.reduce((all, { customers }) => all + customers, 0);
    expect(sum).toBe(log.customerIds.length);
  });

  test.prop([someLog], { numRuns: 40 })("what came later does not change the past", (log) => {
    const asOf = formatIsoDate(DAYS.max);
    const { stages } = figuresOf(log, asOf);
    const periods = orderTrend(log, { asOf });
    for (const [index, period] of periods.slice(1).entries()) {
      const then = figuresOf(log, formatIsoDate(parseIsoDate(period.from)! - 1));
      expect(then.stages.map(({ customers }) => customers)).toEqual(
        stages.map(({ mix }) => mix[index]),
      );
    }
  });

  test.prop([someLog], { numRuns: 40 })("who is due has moved by then", (log) => {
    const { due } = figuresOf(log, formatIsoDate(DAYS.max));
    for (const { row, next, dueDay } of due.listed) {
      const alone = onlyCustomer(log, row);
      const { stages } = figuresOf(alone, formatIsoDate(dueDay));
      expect(stages.findIndex(({ customers }) => customers === 1)).toBe(next);
    }
  });
});

function onlyCustomer(log: TransactionLog, row: number): TransactionLog {
  const rows = [...log.atMs].flatMap((atMs, order) =>
    log.customerIndex[order] === row
      ? [{ customerId: log.customerIds[row] as string, at: atMs, amount: 10 }]
      : [],
  );
  return transactionLog(rows);
}

describe("the rule", () => {
  test.each([
    [{ days: 0 }, "INVALID_ARGUMENT"],
    [{ days: 367 }, "INVALID_ARGUMENT"],
    [{ days: 1.5 }, "INVALID_ARGUMENT"],
    [{ limit: -1 }, "INVALID_ARGUMENT"],
    [{ weeks: 2 }, "UNKNOWN_OPTION"],
  ])("%o is refused", (wrong, code) => {
    const lifecycle = wrong as Partial<LifecycleRule>;
    const call = () => analyzeOrders(LOG, { asOf: "2026-06-30", lifecycle });
    expect(call).toThrow(ClienteleError);
    expect(call).toThrow(expect.objectContaining({ code }));
  });

  test("is that of the analysis, whose customers are worth their spend where no model fits", () => {
    const { lifecycle, interpurchase } = analyzeOrders(LOG, { asOf: "2026-06-30" });
    expect(lifecycle.rule).toEqual(LIFECYCLE_RULE);
    // The gaps are 10 and 165 days, so that the typical one is 87.5, and Bob's (10 + 87.5) / 2:
    // late after 73.125 days, on 23 July.
    expect(interpurchase.medianDays).toBe(87.5);
    expect(lifecycle.stages.map(({ customers }) => customers)).toEqual([3, 2, 0, 0, 0]);
    expect(lifecycle.due.listed.map(({ row }) => LOG.customerIds[row])).toEqual(["Bob"]);
    expect(lifecycle.due.worth).toBe(20);
  });
});
