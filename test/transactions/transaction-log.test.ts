import { describe, expect, it } from "vitest";
import { transactionLog } from "../../src/transactions/transaction-log.js";
import type { TransactionRow } from "../../src/transactions/types.js";
import { thrownBy } from "./support/make-log.js";

const DAY = Date.UTC(2026, 2, 1);
const order: TransactionRow = { customerId: "Ann", at: "2026-03-01", amount: "12.50" };

describe("a log from rows", () => {
  it("numbers customers by first appearance and keeps the order of rows", () => {
    const log = transactionLog(
      [
        { customerId: "Bob", at: "2026-03-02", amount: 5 },
        { customerId: 7, at: "2026-03-01", amount: "12.50" },
        { customerId: "Bob", at: DAY, amount: -1.25 },
      ],
      { currency: "EUR" },
    );
    expect(log).toEqual({
      customerIds: ["Bob", "7"],
      customerIndex: Int32Array.of(0, 1, 0),
      atMs: Float64Array.of(DAY + 86_400_000, DAY, DAY),
      amountMinor: Float64Array.of(500, 1250, -125),
      currency: "EUR",
      minorDigits: 2,
      zone: "UTC",
    });
  });

  it("takes an id named __proto__ for an id", () => {
    expect(transactionLog([{ ...order, customerId: "__proto__" }]).customerIds).toEqual([
      "__proto__",
    ]);
  });

  it("is empty without rows", () => {
    const log = transactionLog([]);
    expect(log.customerIds).toEqual([]);
    expect(log.atMs).toHaveLength(0);
    expect(log.currency).toBe("XXX");
  });

  it("reads dates in the zone of the log, and times with an offset as they are", () => {
    const read = (at: TransactionRow["at"]) =>
      transactionLog([{ ...order, at }], { zone: "Asia/Shanghai" }).atMs[0];
    expect(read("2026-03-01")).toBe(Date.UTC(2026, 1, 28, 16));
    expect(read("2026-03-01T09:30")).toBe(Date.UTC(2026, 2, 1, 1, 30));
    expect(read("2026-03-01T09:30:00Z")).toBe(Date.UTC(2026, 2, 1, 9, 30));
    expect(read(new Date(DAY))).toBe(DAY);
    expect(read({ epochMilliseconds: DAY })).toBe(DAY);
  });

  it("reads amounts exactly, whichever way they are written", () => {
    const read = (row: Partial<TransactionRow>, currency = "USD") =>
      transactionLog([{ customerId: "Ann", at: DAY, ...row }], { currency }).amountMinor[0];
    expect(read({ amount: 11.77 })).toBe(1177);
    expect(read({ amount: "11.77" })).toBe(1177);
    expect(read({ amountMinor: 1177 })).toBe(1177);
    expect(read({ amount: 0.1 + 0.2 })).toBe(30);
    expect(read({ amount: 1.005 })).toBe(100);
    expect(read({ amount: 1.015 })).toBe(102);
    expect(read({ amount: 8.5e13 })).toBe(8.5e15);
    expect(read({ amount: 1234 }, "JPY")).toBe(1234);
    expect(read({ amount: 1.2345 }, "KWD")).toBe(1234);
    expect(Object.is(read({ amount: -0 }), 0)).toBe(true);
    expect(Object.is(read({ amountMinor: -0 }), 0)).toBe(true);
  });

  it("reads a decimal comma when told to", () => {
    const log = transactionLog([{ ...order, amount: "1.234,50" }], { decimal: "," });
    expect(log.amountMinor[0]).toBe(123_450);
  });

  it("takes null for left out, as databases give it", () => {
    const row = { ...order, amountMinor: null, currency: null, orderId: null, refundOf: null };
    expect(transactionLog([row as unknown as TransactionRow]).amountMinor[0]).toBe(1250);
  });
});

describe("a log from columns", () => {
  it("is the same as from rows", () => {
    const rows = [order, { customerId: "Bob", at: DAY, amount: 3 }];
    const columns = {
      customerId: ["Ann", "Bob"],
      at: ["2026-03-01", DAY],
      amount: ["12.50", 3],
    };
    expect(transactionLog(columns)).toEqual(transactionLog(rows));
  });

  it("takes typed arrays", () => {
    const log = transactionLog({
      customerId: Int32Array.of(7, 8),
      at: Float64Array.of(DAY, DAY),
      amountMinor: Float64Array.of(100, 200),
    });
    expect(log.customerIds).toEqual(["7", "8"]);
    expect(log.amountMinor).toEqual(Float64Array.of(100, 200));
  });

  it("refuses columns of different length, and columns without customers", () => {
    expect(() => transactionLog({ customerId: ["a"], at: [DAY, DAY], amount: [1] })).toThrow(
      expect.objectContaining({ code: "LENGTH_MISMATCH" }),
    );
    expect(() => transactionLog({ at: [DAY] } as never)).toThrow(
      expect.objectContaining({ code: "MISSING_COLUMN" }),
    );
  });
});

describe("currencies", () => {
  const mixed = [
    { ...order, currency: "EUR" },
    { ...order, currency: "USD", amount: "10.80" },
  ];

  it("are one currency without rates", () => {
    expect(transactionLog([{ ...order, currency: "JPY", amount: 12 }]).minorDigits).toBe(0);
    expect(thrownBy(() => transactionLog(mixed))).toMatchObject({
      code: "CURRENCY_MISMATCH",
      details: { where: "orders[1].currency", expected: "EUR", got: "USD" },
    });
  });

  it("become the base of the rates", () => {
    const log = transactionLog(mixed, { rates: { base: "EUR", rates: { USD: "1.08" } } });
    expect(log.currency).toBe("EUR");
    expect(log.amountMinor).toEqual(Float64Array.of(1250, 1000));
  });

  it("are refused without a rate, and when there is no such currency", () => {
    const rates = { base: "EUR", rates: { USD: "1.08" } };
    expect(
      thrownBy(() => transactionLog([{ ...order, currency: "GBP" }], { rates })),
    ).toMatchObject({ code: "CURRENCY_MISMATCH", details: { got: "GBP" } });
    expect(thrownBy(() => transactionLog([{ ...order, currency: "EURO" }]))).toMatchObject({
      code: "INVALID_DATA",
      details: { where: "orders[0].currency" },
    });
  });
});

describe("bad rows", () => {
  it.each<[string, unknown, string]>([
    ["no object", 5, "orders[1]"],
    ["null", null, "orders[1]"],
    ["no customer", { at: DAY, amount: 1 }, "orders[1].customerId"],
    ["blank customer", { ...order, customerId: "  " }, "orders[1].customerId"],
    ["fractional customer", { ...order, customerId: 1.5 }, "orders[1].customerId"],
    ["no time", { customerId: "a", amount: 1 }, "orders[1].at"],
    ["no such day", { ...order, at: "2026-02-30" }, "orders[1].at"],
    ["NaN time", { ...order, at: Number.NaN }, "orders[1].at"],
    ["invalid Date", { ...order, at: new Date(Number.NaN) }, "orders[1].at"],
    ["microseconds", { ...order, at: 1.7e15 }, "orders[1].at"],
    ["fraction of a millisecond", { ...order, at: 0.5 }, "orders[1].at"],
    ["no amount", { customerId: "a", at: DAY }, "orders[1]"],
    ["two amounts", { ...order, amountMinor: 1 }, "orders[1]"],
    ["NaN amount", { ...order, amount: Number.NaN }, "orders[1].amount"],
    ["infinite amount", { ...order, amount: Infinity }, "orders[1].amount"],
    ["huge amount", { ...order, amount: 1e300 }, "orders[1].amount"],
    ["huge text", { ...order, amount: "9".repeat(30) }, "orders[1].amount"],
    ["word", { ...order, amount: "twelve" }, "orders[1].amount"],
    ["boolean", { ...order, amount: true }, "orders[1].amount"],
    ["unsafe minor", { customerId: "a", at: DAY, amountMinor: 2 ** 53 }, "orders[1].amountMinor"],
    ["fractional minor", { customerId: "a", at: DAY, amountMinor: 1.5 }, "orders[1].amountMinor"],
    ["blank order", { ...order, orderId: "" }, "orders[1].orderId"],
    ["refund of an object", { ...order, refundOf: {} }, "orders[1].refundOf"],
  ])("are refused by index: %s", (_name, row, where) => {
    expect(thrownBy(() => transactionLog([order, row as TransactionRow]))).toMatchObject({
      name: "ClienteleError",
      code: "INVALID_DATA",
      details: { where },
    });
  });

  it("do not hide what a getter throws", () => {
    const hostile = {
      ...order,
      get at(): string {
        throw new RangeError("mine");
      },
    };
    expect(() => transactionLog([hostile])).toThrow(RangeError);
  });
});

describe("bad calls", () => {
  it.each<[string, unknown, object | undefined, string]>([
    ["no rows", undefined, undefined, "INVALID_ARGUMENT"],
    ["text", "Ann,2026-03-01,5", undefined, "INVALID_ARGUMENT"],
    ["unknown option", [], { timezone: "UTC" }, "UNKNOWN_OPTION"],
    ["unknown zone", [], { zone: "Mars/Olympus" }, "UNKNOWN_TIME_ZONE"],
    ["unknown currency", [], { currency: "BTC" }, "UNKNOWN_CURRENCY"],
    ["unknown decimal mark", [], { decimal: ";" }, "INVALID_ARGUMENT"],
    ["broken rates", [], { rates: { base: "EUR", rates: { USD: 0 } } }, "INVALID_ARGUMENT"],
  ])("are refused: %s", (_name, rows, options, code) => {
    expect(thrownBy(() => transactionLog(rows as [], options))).toMatchObject({ code });
  });
});

describe("order numbers", () => {
  it("make one order of the lines of a customer, at the earliest time", () => {
    const log = transactionLog([
      { customerId: "Ann", at: "2026-03-02", amount: 5, orderId: 1 },
      { customerId: "Bob", at: "2026-03-02", amount: 9, orderId: "1" },
      { customerId: "Ann", at: "2026-03-01", amount: 7, orderId: "1" },
      { customerId: "Ann", at: "2026-03-01", amount: 1 },
    ]);
    expect(log.customerIndex).toEqual(Int32Array.of(0, 1, 0));
    expect(log.amountMinor).toEqual(Float64Array.of(1200, 900, 100));
    expect(log.atMs[0]).toBe(DAY);
    expect(log.refundOf).toBeUndefined();
  });

  it("tie refunds to their orders, whichever comes first and whatever the sign", () => {
    const log = transactionLog([
      { customerId: "Ann", at: "2026-03-05", amount: 4, refundOf: "A" },
      { customerId: "Ann", at: "2026-03-02", amount: 5, orderId: "A" },
      { customerId: "Ann", at: "2026-03-02", amount: 6, orderId: "A" },
      { customerId: "Ann", at: "2026-03-06", amount: -2, refundOf: "A" },
    ]);
    expect(log.amountMinor).toEqual(Float64Array.of(-400, 1100, -200));
    expect(log.refundOf).toEqual(Int32Array.of(1, -1, 1));
  });

  it("leave a refund of an unknown order, or of another customer's, untied", () => {
    const log = transactionLog([
      { customerId: "Ann", at: DAY, amount: 5, orderId: "A" },
      { customerId: "Bob", at: DAY, amount: -5, refundOf: "A" },
      { customerId: "Ann", at: DAY, amount: -5, refundOf: "B" },
    ]);
    expect(log.refundOf).toBeUndefined();
    expect(log.amountMinor).toEqual(Float64Array.of(500, -500, -500));
  });

  it("do not tie a refund to lines that sum to a refund themselves", () => {
    const log = transactionLog([
      { customerId: "Ann", at: DAY, amount: 5, orderId: "A" },
      { customerId: "Ann", at: DAY, amount: -7, orderId: "A" },
      { customerId: "Ann", at: DAY, amount: -1, refundOf: "A" },
    ]);
    expect(log.amountMinor).toEqual(Float64Array.of(-200, -100));
    expect(log.refundOf).toBeUndefined();
  });

  it("leave out a refund of nothing, which would read as a purchase", () => {
    const log = transactionLog([
      { customerId: "Ann", at: DAY, amount: 5, orderId: "A" },
      { customerId: "Ann", at: DAY, amount: 0, refundOf: "A" },
    ]);
    expect(log.amountMinor).toEqual(Float64Array.of(500));
  });

  it("are refused when the lines of an order sum to more than is exact", () => {
    const line = { customerId: "Ann", at: DAY, amountMinor: 2 ** 53 - 1, orderId: "A" };
    expect(thrownBy(() => transactionLog([line, line]))).toMatchObject({ code: "UNSAFE_INTEGER" });
  });
});
