import { describe, expect, it } from "vitest";
import {
  readTransactions,
  type TransactionSource,
} from "../../../src/transactions/read-transactions.js";
import { ordersOf, readError, readOrders, readRejects } from "./support/read.js";

const ROWS = [
  { customer: "A", date: "2025-01-31", amount: 10.5 },
  { customer: "B", date: "2025-02-01", amount: "-3" },
];
const TWO_ORDERS = [
  ["A", "2025-01-31", 1050],
  ["B", "2025-02-01", -300],
];

async function* streamed<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

describe("row objects", () => {
  it.each([
    ["an array", ROWS],
    ["a set", new Set(ROWS)],
    [
      "a generator",
      (() =>
        (function* () {
          yield* ROWS;
        })())(),
    ],
    ["an async generator", streamed(ROWS)],
  ] as const)("are read from %s", async (_name, source) => {
    expect(await readOrders(source)).toEqual(TWO_ORDERS);
  });

  it("may hold instants as dates", async () => {
    const at = Date.UTC(2025, 0, 31);
    const instants = [new Date(at), at, String(at), { epochMilliseconds: at }];
    const rows = instants.map((date) => ({ customer: "A", date, amount: 1 }));
    const orders = await readOrders(rows, { zone: "Asia/Shanghai" });
    expect(orders).toEqual(instants.map(() => ["A", "2025-01-31", 100]));
    const [dated] = await readOrders([{ customer: "A", date: new Date(at), amount: 1 }], {
      dateFormat: "dd/MM/yyyy",
    });
    expect(dated).toEqual(["A", "2025-01-31", 100]);
  });

  it("may hold amounts as numbers, read by their shortest decimal text", async () => {
    const amounts = [0.1 + 0.2, 1e21 / 1e20, -0, 1e-7, 12.345, 99999999999.99, 5n];
    const rows = amounts.map((amount) => ({ customer: "A", date: "2025-01-31", amount }));
    const orders = await readOrders(rows);
    expect(orders.map(([, , minor]) => minor)).toEqual([30, 1000, 0, 0, 1234, 9999999999999, 500]);
    expect(Object.is(orders[2]?.[2], 0)).toBe(true);
  });

  it("with broken cells are quarantined by their place", async () => {
    const rows = [
      ...ROWS,
      { customer: Number.NaN, date: "2025-01-31", amount: 1 },
      { customer: "C", date: new Date(Number.NaN), amount: 1 },
      { customer: "C", date: "2025-01-31", amount: Number.NaN },
      { customer: "C", date: "2025-01-31", amount: Infinity },
      { customer: "C", date: { epochMilliseconds: 1.5 }, amount: 1 },
      { customer: "C" },
      {},
      null,
      7,
    ] as unknown as TransactionSource;
    expect((await readRejects(rows)).map(({ line, reason }) => [line, reason])).toEqual([
      [3, "badId"],
      [4, "badDate"],
      [5, "nonFiniteAmount"],
      [6, "nonFiniteAmount"],
      [7, "badDate"],
      [8, "missingDate"],
      [9, "missingCustomer"],
      [10, "notAnObject"],
      [11, "notAnObject"],
    ]);
  });

  it("count their own keys alone", async () => {
    const inherited = Object.create({ customer: "A", date: "2025-01-31", amount: 1 });
    expect(await readRejects([...ROWS, inherited])).toMatchObject([
      { line: 3, reason: "missingCustomer" },
    ]);
    const named = JSON.parse('{"__proto__":"A","date":"2025-01-31","amount":1}');
    expect(await readOrders([named], { customer: "__proto__" })).toEqual([
      ["A", "2025-01-31", 100],
    ]);
  });

  it("let errors of their own getters pass", async () => {
    const row = {
      date: "2025-01-31",
      amount: 1,
      get customer(): string {
        throw new RangeError("no customer today");
      },
    };
    await expect(readTransactions([row])).rejects.toThrow(new RangeError("no customer today"));
  });

  it("may lack keys, as long as one of the first hundred has them", async () => {
    const rows = [{ customer: "A" }, ...ROWS];
    expect(await readOrders(rows)).toEqual(TWO_ORDERS);
    const error = await readError(rows.slice(0, 1));
    expect(error.code).toBe("MISSING_COLUMN");
  });

  it.each([
    ["no rows", []],
    ["no async rows", streamed([])],
  ])("must not be %s", async (_name, source) => {
    const error = await readError(source);
    expect(error.code).toBe("EMPTY_INPUT");
    expect(error.message).toBe("the source is empty; it needs at least one order");
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["a number", 5],
    ["a plain object", { customer: ["A"] }],
    ["a function", () => ROWS],
    ["an array of numbers", [1, 2]],
    ["an array of arrays", [["A", "2025-01-31", 1]]],
  ])("are not %s", async (_name, source) => {
    const error = await readError(source as unknown as TransactionSource);
    expect(error.code).toBe("INVALID_ARGUMENT");
    expect(error.message).toMatch(/^source(\[0\])? must be /);
  });

  it("close a source that is given up", async () => {
    let isClosed = false;
    async function* rows() {
      try {
        yield { nothing: 1 };
        for (;;) yield { nothing: 2 };
      } finally {
        isClosed = true;
      }
    }
    expect((await readError(rows())).code).toBe("MISSING_COLUMN");
    expect(isClosed).toBe(true);
  });
});

describe("column batches", () => {
  const batch = {
    customer: ["A", "B"],
    date: ["2025-01-31", "2025-02-01"],
    amount: Float64Array.of(10.5, -3),
  };

  it("are read one after the other, whatever other columns they have", async () => {
    const source = [{ ...batch, tags: [["x"]] }, { customer: [], date: [], amount: [] }, batch];
    const reading = await readTransactions(source);
    expect(ordersOf(reading)).toEqual([...TWO_ORDERS, ...TWO_ORDERS]);
    expect(await readOrders(streamed([batch]))).toEqual(TWO_ORDERS);
  });

  it("count their rows on from batch to batch", async () => {
    const broken = { ...batch, date: ["2025-01-31", "soon"] };
    expect(await readRejects([batch, broken])).toEqual([
      { line: 4, column: "date", value: "aaaa", reason: "badDate" },
    ]);
  });

  it("may bring the currency later", async () => {
    const later = { ...batch, currency: ["USD", "EUR"] };
    const error = await readError([batch, later], { defaultCurrency: "USD" });
    expect(error.message).toMatch(/^line 4 is in EUR/);
  });

  it("must have columns of one length", async () => {
    const error = await readError([{ ...batch, date: ["2025-01-31"] }]);
    expect(error.code).toBe("LENGTH_MISMATCH");
    expect(error.message).toBe("column date must be of length 2, like customer, got 1");
  });

  it.each([
    ["a row", { customer: "A", date: "B", amount: "C" }],
    ["nothing", null],
    ["a column of no length", { ...batch, amount: { length: Number.NaN } }],
    ["a column of negative length", { ...batch, amount: { length: -1 } }],
  ])("must not be followed by %s", async (_name, item) => {
    const error = await readError([batch, item] as unknown as TransactionSource);
    expect(error.code).toBe("INVALID_ARGUMENT");
  });
});
