import { describe, expect, it } from "vitest";
import { readTransactions } from "../../../src/transactions/read-transactions.js";
import { bytesOf, inPieces, ordersOf, readError, readOrders } from "./support/read.js";

const TEXT = "客户,日期,金额\n王小明,2025-01-31,10.50\n李雷,2025年2月1日,-3\n";
const ORDERS = [
  ["王小明", "2025-01-31", 1050],
  ["李雷", "2025-02-01", -300],
];
/** The same text in GB 18030, from Python's codec; TextEncoder knows UTF-8 alone. */
const GB18030 = hex(`
  bfcdbba72cc8d5c6da2cbdf0b6ee0acdf5d0a1c3f72c323032352d30312d33312c31302e35300ac0eec0d72c32303235
  c4ea32d4c231c8d52c2d330a`);

function hex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/[\da-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function utf16(text: string, bigEndian: boolean, mark = true): Uint8Array {
  const units = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(2 * units.length));
  for (let at = 0; at < units.length; at++)
    view.setUint16(2 * at, units.charCodeAt(at), !bigEndian);
  return new Uint8Array(view.buffer);
}

describe("encodings", () => {
  it.each([
    ["UTF-8", bytesOf(TEXT)],
    ["UTF-8 with a byte order mark", bytesOf(`\ufeff${TEXT}`)],
    ["UTF-16, little end first", utf16(TEXT, false)],
    ["UTF-16, big end first", utf16(TEXT, true)],
  ])("knows %s by itself", async (_name, bytes) => {
    expect(await readOrders(bytes)).toEqual(ORDERS);
    expect(await readOrders(inPieces(bytes, 1))).toEqual(ORDERS);
  });

  it("reads the encoding that the mapping names, in pieces that cut characters too", async () => {
    expect(await readOrders(GB18030, { encoding: "gb18030" })).toEqual(ORDERS);
    expect(await readOrders(inPieces(GB18030, 1), { encoding: "GBK" })).toEqual(ORDERS);
  });

  it("lets a byte order mark override the encoding of the mapping", async () => {
    expect(await readOrders(bytesOf(`\ufeff${TEXT}`), { encoding: "gb18030" })).toEqual(ORDERS);
  });

  it("takes text for text, whatever encoding the mapping names", async () => {
    expect(await readOrders(TEXT, { encoding: "gb18030" })).toEqual(ORDERS);
    expect(await readOrders([TEXT], { encoding: "utf-16le" })).toEqual(ORDERS);
  });

  it("puts characters together that pieces of text cut", async () => {
    const text = "customer,date,amount\n\u{20000},2025-01-31,1\n";
    const halves = Array.from({ length: text.length }, (_, at) => text[at] as string);
    expect(await readOrders(halves)).toEqual([["\u{20000}", "2025-01-31", 100]]);
  });

  it("refuses an encoding that nobody knows", async () => {
    const error = await readError(TEXT, { encoding: "klingon" });
    expect(error.code).toBe("INVALID_ARGUMENT");
    expect(error.message).toMatch(/^mapping\.encoding must be an encoding such as utf-8, gb18030/);
  });
});

describe("bytes that are not text in the expected encoding", () => {
  it("ask for the encoding when they stand in the header", async () => {
    const error = await readError(GB18030);
    expect(error.code).toBe("UNSUPPORTED_FORMAT");
    expect(error.message).toContain("--encoding (for Chinese Excel files usually gb18030)");
  });

  it("reject their row alone when they stand in a column that counts", async () => {
    const bytes = bytesOf("customer,date,amount,note\nA?,2025-01-31,1,\nB,2025-02-01,2,?\n").map(
      (byte) => (byte === 63 ? 0xff : byte),
    );
    const reading = await readTransactions(bytes, { tolerance: 0.5 });
    expect(ordersOf(reading)).toEqual([["B", "2025-02-01", 200]]);
    expect(reading.rejected).toEqual([
      { line: 2, column: "customer", value: "", reason: "badEncoding" },
    ]);
  });

  it("reject their row in currency and order columns too, instead of counting as empty", async () => {
    const bytes = bytesOf(
      "customer,date,amount,currency,number\nA,2025-01-31,1,USD,1\nB,2025-02-01,2,?,2\nC,2025-02-01,2,,?\n",
    ).map((byte) => (byte === 63 ? 0xff : byte));
    const mapping = { tolerance: 1, order: "number", defaultCurrency: "USD" };
    expect((await readTransactions(bytes, mapping)).rejected).toEqual([
      { line: 3, column: "currency", value: "", reason: "badEncoding" },
      { line: 4, column: "number", value: "", reason: "badEncoding" },
    ]);
  });

  it("reject their row in other encodings as well", async () => {
    const damaged = GB18030.slice();
    damaged[20] = 0xff; // inside the first customer
    const reading = await readTransactions(damaged, { encoding: "gb18030", tolerance: 0.5 });
    expect(ordersOf(reading)).toEqual([ORDERS[1]]);
    expect(reading.rejected).toMatchObject([{ line: 2, column: "客户", reason: "badEncoding" }]);
  });

  it("are UTF-16 without a mark: the error tells which", async () => {
    for (const [bigEndian, label] of [
      [false, "utf-16le"],
      [true, "utf-16be"],
    ] as const) {
      const bytes = utf16("customer,date,amount\nA,2025-01-31,1\n", bigEndian, false);
      expect((await readError(bytes)).message).toContain(`--encoding ${label}`);
      expect(await readOrders(bytes, { encoding: label })).toEqual([["A", "2025-01-31", 100]]);
    }
  });
});
