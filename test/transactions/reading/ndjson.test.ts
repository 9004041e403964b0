import { describe, expect, it } from "vitest";
import { readTransactions } from "../../../src/transactions/read-transactions.js";
import { bytesOf, inPieces, ordersOf, readError, readOrders, readRejects } from "./support/read.js";

const A = '{"customer":"A","date":"2025-01-31","amount":10.5}';
const B = '{"customer":"B","date":"2025-02-01","amount":"-3"}';
const TWO_ORDERS = [
  ["A", "2025-01-31", 1050],
  ["B", "2025-02-01", -300],
];

describe("NDJSON", () => {
  it.each([
    ["", "\n", ""],
    ["", "\r\n", "\r\n"],
    ["\n \n", "\n\n", "\n"],
    ["\ufeff  ", "\n", ""],
  ])(
    "is known by its first brace: %j, then %j between lines, %j behind",
    async (before, between, behind) => {
      expect(await readOrders(`${before}${A}${between}${B}${behind}`)).toEqual(TWO_ORDERS);
    },
  );

  it("counts lines and blank lines", async () => {
    const reading = await readTransactions(`\n${A}\n\nnot an object\n${B}\n`, { tolerance: 0.5 });
    expect(reading.audit).toMatchObject({ rows: 3, orders: 2, rejected: 1, blankLines: 2 });
    expect(reading.rejected).toEqual([
      { line: 4, column: "", value: "aaa aa aaaaaa", reason: "notAnObject" },
    ]);
  });

  it.each(["[1,2]", "null", "12", '"text"', '{"customer":"C",}', "{", `${A}${B}`])(
    "quarantines the line %s",
    async (line) => {
      const reading = await readTransactions(`${A}\n${line}\n${B}\n`, { tolerance: 0.5 });
      expect(ordersOf(reading)).toEqual(TWO_ORDERS);
      expect(reading.rejected).toMatchObject([{ line: 2, reason: "notAnObject" }]);
    },
  );

  it("reads ids that are numbers, but none that has lost digits", async () => {
    const line = (id: string) => `{"customer":${id},"date":"2025-01-31","amount":1}`;
    const ids = ["42", "-7", "9007199254740991", "9007199254740993", "1.5", '"9007199254740993"'];
    const text = ids.map(line).join("\n");
    expect((await readOrders(text)).map(([customer]) => customer)).toEqual([
      "42",
      "-7",
      "9007199254740991",
      "9007199254740993",
    ]);
    expect(await readRejects(text)).toEqual([
      { line: 4, column: "customer", value: "", reason: "badId" },
      { line: 5, column: "customer", value: "", reason: "badId" },
    ]);
  });

  it("takes what is no text and no number for empty", async () => {
    const text = `${A}\n{"customer":{"id":1},"date":"2025-01-31","amount":1}\n{"customer":"C","date":"2025-01-31","amount":true}\n{"customer":"C","date":null,"amount":1}\n`;
    expect((await readRejects(text)).map(({ line, reason }) => [line, reason])).toEqual([
      [2, "missingCustomer"],
      [3, "missingAmount"],
      [4, "missingDate"],
    ]);
  });

  it("refuses half a surrogate pair as id: two such ids would become one", async () => {
    const text = `${A}\n{"customer":"\\ud800","date":"2025-01-31","amount":1}\n`;
    expect(await readRejects(text)).toMatchObject([{ line: 2, reason: "badId" }]);
  });

  it("finds columns that only later lines have", async () => {
    const sparse = '{"customer":"A","date":"2025-01-31"}';
    expect(await readOrders(`${sparse}\n${B}\n`)).toEqual([TWO_ORDERS[1]]);
  });

  it("finds the currency however late it first appears", async () => {
    const text = `${`${A}\n`.repeat(300)}{"customer":"A","date":"2025-01-31","amount":1,"currency":"EUR"}\n`;
    const error = await readError(text, { defaultCurrency: "USD" });
    expect(error.code).toBe("CURRENCY_MISMATCH");
    expect(error.message).toMatch(/^line 301 is in EUR, but the rows before it are in USD;/);
  });

  it("trusts the mapping where the first lines do not have the refund column", async () => {
    const order = '{"customer":"A","date":"2025-01-31","amount":5,"number":"1"}\n';
    const other = '{"customer":"B","date":"2025-01-31","amount":5}\n';
    const refund = '{"customer":"A","date":"2025-02-01","amount":-5,"takes_back":"1"}\n';
    const { log, audit } = await readTransactions(order + other.repeat(200) + refund, {
      order: "number",
      refundOf: "takes_back",
    });
    expect(audit).toMatchObject({ orders: 202, linkedRefunds: 1 });
    expect(log.refundOf?.[201]).toBe(0);
  });

  it("reads hostile names like any other", async () => {
    const text = '{"__proto__":"A","constructor":"2025-01-31","toString":1}\n';
    const mapping = { customer: "__proto__", date: "constructor", amount: "toString" };
    expect(await readOrders(text, mapping)).toEqual([["A", "2025-01-31", 100]]);
    const error = await readError(`${A}\n`, { customer: "__proto__" });
    expect(error.code).toBe("MISSING_COLUMN");
  });

  it("does not depend on the pieces that its bytes come in", async () => {
    const text = `${`{"customer":"A","date":"2025-01-31","amount":1}\n`.repeat(99)}{"customer":"A","date":"2025-01-31","amount":1,"total":7}\n`;
    expect(await readOrders(inPieces(bytesOf(text), 60))).toEqual(await readOrders(text));
  });

  it("refuses one array, and says what to do", async () => {
    for (const text of [`[${A},\n${B}]`, `\n [\n ${A}]`, "[]", '["customer"]']) {
      const error = await readError(text);
      expect(error.code).toBe("UNSUPPORTED_FORMAT");
      expect(error.message).toBe(
        "this is one JSON array; write one object per line (NDJSON), or parse it and read its rows (readTransactions(JSON.parse(text)))",
      );
    }
  });

  it("refuses an indented object", async () => {
    const error = await readError(JSON.stringify(JSON.parse(A), null, 2));
    expect(error.message).toBe(
      "no line at the start is a JSON object; write one object per line (NDJSON), not one array or an indented text",
    );
  });

  it("is read by request where it does not begin with a brace", async () => {
    expect(await readOrders(`# made today\n${A}\n${B}\n`, { format: "ndjson" })).toEqual(
      TWO_ORDERS,
    );
    expect((await readError(" \n\n", { format: "ndjson" })).code).toBe("EMPTY_INPUT");
  });

  it("leaves a CSV whose names stand in brackets alone", async () => {
    const text = "[customer],[date],[amount]\nA,2025-01-31,10.50\n";
    expect(await readOrders(text)).toEqual([TWO_ORDERS[0]]);
  });

  it("reads deeply nested values that it does not need", async () => {
    const deep = "[".repeat(50_000) + "]".repeat(50_000);
    const text = `${A.slice(0, -1)},"x":${deep}}\n${B}\n`;
    expect(await readOrders(text)).toEqual(TWO_ORDERS);
  });
});
