import { describe, expect, it } from "vitest";
import { readTransactions } from "../../../src/transactions/read-transactions.js";
import { ordersOf, readError, readOrders, readRejects } from "./support/read.js";

const TWO_ORDERS = [
  ["A", "2025-01-31", 1050],
  ["B", "2025-02-01", -300],
];

describe("field separators", () => {
  it.each([
    ["a comma", ","],
    ["a semicolon", ";"],
    ["a tab", "\t"],
    ["a bar", "|"],
  ] as const)("finds %s in the header", async (_name, sign) => {
    const text = "customer,date,amount\nA,2025-01-31,10.50\nB,2025-02-01,-3\n".replaceAll(
      ",",
      sign,
    );
    expect(await readOrders(text)).toEqual(TWO_ORDERS);
  });

  it("takes runs of spaces and tabs for one separator where there is no other", async () => {
    const text = "customer date     amount\n  A  2025-01-31\t10.50\nB 2025-02-01    -3  \n";
    expect(await readOrders(text)).toEqual(TWO_ORDERS);
  });

  it("counts candidates outside quotes only", async () => {
    const text = '"customer, by id";date;amount\nA;2025-01-31;10.50\nB;2025-02-01;-3\n';
    expect(await readOrders(text, { customer: 1 })).toEqual(TWO_ORDERS);
  });

  it("takes the separator that the mapping gives before any other", async () => {
    const text = "customer|date|amount,paid\nA|2025-01-31|10.50\nB|2025-02-01|-3\n";
    expect(await readOrders(text, { delimiter: "|", amount: 3 })).toEqual(TWO_ORDERS);
  });

  it.each(["sep=;", '"sep=;"', "SEP=;\r"])(
    "takes the separator from the line %j that spreadsheets write",
    async (line) => {
      const text = `${line}\ncustomer,x;date;amount\nA;2025-01-31;10.50\nB;2025-02-01;-3\nC;-;1\n`;
      expect(await readOrders(text, { customer: 1 })).toEqual(TWO_ORDERS);
      expect((await readRejects(text, { customer: 1 }))[0]?.line).toBe(5);
    },
  );
});

describe("quotes", () => {
  it("reads fields in quotes, with separators, doubled quotes and line ends inside", async () => {
    const text =
      'customer,date,amount\n"Smith, John","2025-01-31","10.50"\n"the ""best""\nbuyer",2025-02-01,-3\n';
    expect(await readOrders(text)).toEqual([
      ["Smith, John", "2025-01-31", 1050],
      ['the "best"\nbuyer', "2025-02-01", -300],
    ]);
  });

  it("counts the lines inside fields, so that rejected rows keep their line number", async () => {
    const text =
      'customer,date,amount,note\nA,2025-01-31,1,"one\ntwo\r\nthree"\nB,never,2,\nC,2025-01-31,1,\n';
    expect(await readRejects(text)).toEqual([
      { line: 5, column: "date", value: "aaaaa", reason: "badDate" },
    ]);
  });

  it("lets blanks around quotes pass", async () => {
    const text =
      'customer, date, amount\n"A" , "2025-01-31",\t"10.50"\t\n"B", "2025-02-01", "-3"\r\n';
    expect(await readOrders(text)).toEqual(TWO_ORDERS);
  });

  it("takes a quote inside an unquoted field for text", async () => {
    expect(await readOrders('customer,date,amount\n6" pipe,2025-01-31,1\n')).toEqual([
      ['6" pipe', "2025-01-31", 100],
    ]);
  });

  it("quarantines a row with text behind a closing quote, and nothing else", async () => {
    const text = 'customer,date,amount\nA,2025-01-31,10.50\n"C"x,2025-01-31,1\nB,2025-02-01,-3\n';
    const reading = await readTransactions(text, { tolerance: 0.5 });
    expect(ordersOf(reading)).toEqual(TWO_ORDERS);
    expect(reading.rejected).toEqual([
      { line: 3, column: "", value: '"a"a,9999-99-99,9', reason: "badQuoting" },
    ]);
  });

  it("gives up one line for an unclosed quote, even when other quotes follow", async () => {
    const text =
      'customer,date,amount\nA,2025-01-31,10.50\n"C,2025-01-31,1\n"B",2025-02-01,-3\nD,2025-02-02,"4"\n';
    const reading = await readTransactions(text, { tolerance: 0.5 });
    expect(ordersOf(reading)).toEqual([...TWO_ORDERS, ["D", "2025-02-02", 400]]);
    expect(reading.rejected.map(({ line, reason }) => [line, reason])).toEqual([[3, "badQuoting"]]);
  });

  it("gives up one line for an unclosed quote that a later stray quote seems to close", async () => {
    const text =
      'customer,date,amount\n"C,2025-01-31,1\nA,2025-01-31,10.50\nD,2025-01-31,"\nB,2025-02-01,-3\n';
    const reading = await readTransactions(text, { tolerance: 0.5 });
    expect(ordersOf(reading)).toEqual(TWO_ORDERS);
    expect(reading.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "badQuoting"],
      [4, "badQuoting"],
    ]);
    expect(reading.audit).toMatchObject({ rows: 4, orders: 2, rejected: 2 });
  });

  it("recovers from an unclosed quote although no quote follows within the longest row", async () => {
    const row = "B,2025-02-01,-3\n";
    const text = `customer,date,amount\n"C,2025-01-31,1\n${row.repeat(1000)}`;
    const reading = await readTransactions(text, { maxRowBytes: 1000 });
    expect(reading.audit).toMatchObject({ rows: 1001, orders: 1000, rejected: 1 });
  });

  it("does not look at the same bytes again and again for quotes that never fit", async () => {
    const text = `customer,date,amount\nA,2025-01-31,1\n${'x","\n'.repeat(100_000)}`;
    const error = await readError(text);
    expect(error.details.rejected).toHaveLength(100_000);
  }, 10_000);

  it("refuses a header with an unclosed quote, however much follows", async () => {
    const header = 'customer,"date,amount\n';
    for (const rows of [1, 100_000]) {
      const error = await readError(header + "A,2025-01-31,1\n".repeat(rows));
      expect(error.code).toBe("UNSUPPORTED_FORMAT");
      expect(error.message).toBe(
        "the first line has an unclosed quote, or text behind a closing quote; mend it",
      );
    }
  });
});

describe("line ends and blank lines", () => {
  it.each([
    ["line feeds", "\n"],
    ["carriage returns and line feeds", "\r\n"],
  ])("reads lines that end in %s, the last one without", async (_name, end) => {
    const lines = ["customer,date,amount", "A,2025-01-31,10.50", '"B",2025-02-01,-3'];
    expect(await readOrders(lines.join(end))).toEqual(TWO_ORDERS);
    expect(await readOrders(lines.join(end) + end)).toEqual(TWO_ORDERS);
  });

  it("counts blank lines and rows of empty fields apart from rows", async () => {
    const text =
      '\n  \ncustomer,date,amount\n\nA,2025-01-31,10.50\n,,\r\n"","",\n   \nB,2025-02-01,-3\n\n';
    const reading = await readTransactions(text);
    expect(ordersOf(reading)).toEqual(TWO_ORDERS);
    expect(reading.audit).toMatchObject({ rows: 2, orders: 2, rejected: 0, blankLines: 5 });
  });

  it("takes a carriage return inside a line for text of its field", async () => {
    const text = "customer,date,amount\nA\rB,2025-01-31,1\nC,2025-01-31\r,1\nD,2025\r-01-31,1\n";
    const reading = await readTransactions(text, { tolerance: 0.5 });
    expect(ordersOf(reading)).toEqual([
      ["A\rB", "2025-01-31", 100],
      ["C", "2025-01-31", 100],
    ]);
    expect(reading.rejected).toMatchObject([{ line: 4, column: "date", reason: "badDate" }]);
  });
});

describe("rows with another number of fields than the header", () => {
  it("quarantines them with both numbers", async () => {
    const text = "customer,date,amount\nA,2025-01-31\nA,2025-01-31,1,2,3\nB,2025-02-01,-3\nA\n";
    expect(await readRejects(text)).toEqual([
      { line: 2, column: "", value: "2 of 3 fields", reason: "tooFewFields" },
      { line: 3, column: "", value: "5 of 3 fields", reason: "tooManyFields" },
      { line: 5, column: "", value: "1 of 3 fields", reason: "tooFewFields" },
    ]);
  });

  it("quarantines a plain row that has one field more behind it", async () => {
    const text = "customer,date,amount\nB,2025-02-01,-3\nA,2025-01-31,10,50\n";
    expect((await readRejects(text))[0]).toMatchObject({ line: 3, reason: "tooManyFields" });
  });
});
