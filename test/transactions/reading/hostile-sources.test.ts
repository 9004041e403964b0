import { describe, expect, it } from "vitest";
import { readTransactions } from "../../../src/transactions/read-transactions.js";
import { bytesOf, readError, readOrders } from "./support/read.js";

/** A source of the same piece again and again, that knows how often it was asked. */
function endless(first: string, rest: string) {
  const counter = { pieces: 0 };
  async function* source() {
    yield bytesOf(first);
    const piece = bytesOf(rest);
    for (; counter.pieces < 16_384; counter.pieces++) yield piece;
  }
  return { counter, source: source() };
}

const KIB_64 = 65_536;

describe("a line of a gigabyte", () => {
  it.each([
    ["as the first line", "customer,date,amount", "a".repeat(KIB_64), 1],
    ["as a row", "customer,date,amount\nA,2025-01-31,1\n", "a".repeat(KIB_64), 3],
    ["as a row in quotes", 'customer,date,amount\n"A', "a".repeat(KIB_64), 2],
    ["of digits", "customer,date,amount\nA,2025-01-31,", "1".repeat(KIB_64), 2],
    ["of NDJSON", '{"customer":"', "a".repeat(KIB_64), 1],
    [
      "behind a row of NDJSON",
      '{"customer":"A","date":"2025-01-31","amount":1}\n{"',
      "a".repeat(KIB_64),
      2,
    ],
    ["of blanks", "", " ".repeat(KIB_64), 1],
    ["of line feeds before the header", "", "\n".repeat(KIB_64), 1],
  ])("%s fails after little more than the longest row", async (_name, first, rest, line) => {
    const { counter, source } = endless(first, rest);
    const error = await readError(source);
    expect(error.code).toBe("LIMIT_EXCEEDED");
    expect(error.message).toBe(
      `line ${line} is longer than 1,048,576 bytes, so this is hardly a list of orders with one row per line; check the file, or raise mapping.maxRowBytes`,
    );
    expect(counter.pieces).toBeLessThan(64);
  });

  it("fails as quickly when it comes byte by byte", async () => {
    const text = `customer,date,amount\n${"a".repeat(200_000)}`;
    async function* bytes() {
      for (const byte of bytesOf(text)) yield Uint8Array.of(byte);
    }
    expect((await readError(bytes(), { maxRowBytes: 100_000 })).code).toBe("LIMIT_EXCEEDED");
  }, 10_000);
});

describe("the longest row", () => {
  const header = "customer,date,amount\n";
  const row = "A,2025-01-31,1\n";

  it.each([
    ["plain", row],
    ["quoted", '"A",2025-01-31,1,\r\n'],
    ["without a line end", row.slice(0, -1)],
  ])("is as long as the mapping says: %s", async (_name, last) => {
    const text = `${last.includes(",\r") ? "customer,date,amount,x\n" : header}${last}`;
    const [first] = await readOrders(text, { maxRowBytes: Math.max(last.length, 23) });
    expect(first).toEqual(["A", "2025-01-31", 100]);
  });

  it("is not a byte longer, on the fast path and off it, whatever follows", async () => {
    for (const long of [`${"B".repeat(20)},2025-01-31,1\n`, `"${"B".repeat(18)}",2025-01-31,1\n`]) {
      for (const text of [row + long, row + long.slice(0, -1), row + long + row]) {
        const exact = long.length - (text.endsWith("\n") ? 0 : 1);
        expect(await readOrders(header + text, { maxRowBytes: exact })).not.toHaveLength(0);
        const error = await readError(header + text, { maxRowBytes: exact - 1 });
        expect(error.message).toMatch(/^line 3 is longer than/);
      }
    }
  });
});

describe("sources that are no list of orders", () => {
  it.each([
    ["nothing", ""],
    ["a byte order mark", "\ufeff"],
    ["blank lines", "\n \r\n\n"],
    ["a separator line", "sep=;\n"],
  ])("%s is empty", async (_name, text) => {
    for (const source of [text, bytesOf(text), [bytesOf(text)], new Response(text).body]) {
      const error = await readError(source ?? "");
      expect(error.code).toBe("EMPTY_INPUT");
      expect(error.message).toBe("the source is empty; it needs at least one order");
    }
  });

  it.each([
    ["a header", "customer,date,amount"],
    ["a header and blank lines", "customer,date,amount\n\n,,\n"],
  ])("%s alone has no orders", async (_name, text) => {
    const error = await readError(text);
    expect(error.code).toBe("EMPTY_INPUT");
    expect(error.message).toBe("the source has no orders, only a header or blanks");
  });

  it.each([
    [
      "a zip archive",
      [0x50, 0x4b, 3, 4, 20, 0, 10],
      /zip archive or an Excel workbook; save the sheet as CSV/,
    ],
    [
      "an old workbook",
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 10],
      /old Excel workbook; save the sheet as CSV/,
    ],
    ["a PDF", bytesOf("%PDF-1.7\n"), /PDF document; export the orders/],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], /a picture; export/],
    ["Parquet", bytesOf("PAR1\u0015\u0000"), /Parquet file; export/],
    ["bzip2", bytesOf("BZh91AY&SY"), /bzip2; unpack it, or pack it with gzip/],
    ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 10], /xz; unpack it/],
    ["Zstandard", [0x28, 0xb5, 0x2f, 0xfd, 4, 10], /Zstandard; unpack it/],
    ["a web page", bytesOf("\n <!DOCTYPE html>\n<html>"), /web page or an XML document; export/],
    ["bytes", [1, 2, 0, 3, 255, 10, 44], /a binary file; export the orders as CSV or NDJSON/],
  ])("%s is told by name, with what to do", async (_name, bytes, message) => {
    const error = await readError(Uint8Array.from(bytes));
    expect(error.code).toBe("UNSUPPORTED_FORMAT");
    expect(error.message).toMatch(message);
  });

  it("binary without a line end is told too, however long", async () => {
    async function* source() {
      for (let piece = 0; piece < 100; piece++) yield new Uint8Array(KIB_64).fill(0);
    }
    expect((await readError(source())).message).toMatch(/^this is a binary file/);
  });

  it.each([
    "customer,date,amount\rA,2025-01-31,1\rB,2025-02-01,2",
    "customer,date,amount\r".repeat(60_000),
  ])("lines that end in a carriage return alone are refused (%#)", async (text) => {
    const error = await readError(text);
    expect(error.code).toBe("UNSUPPORTED_FORMAT");
    expect(error.message).toBe(
      "lines end in a lone carriage return; save the file with Unix or Windows line ends",
    );
  });

  it("a carriage return inside a quoted name is no line end", async () => {
    const text = '"customer\rid",date,amount\r\nA,2025-01-31,1\r\n';
    expect(await readOrders(text)).toEqual([["A", "2025-01-31", 100]]);
  });
});

describe("sources that misbehave", () => {
  it("let their own errors pass", async () => {
    async function* failing() {
      yield bytesOf("customer,date,amount\nA,2025-01-31,1\n");
      throw new RangeError("the line is dead");
    }
    await expect(readTransactions(failing())).rejects.toThrow(new RangeError("the line is dead"));
  });

  it("are closed when they are given up", async () => {
    let isClosed = false;
    async function* endlessly() {
      try {
        for (;;) yield bytesOf("who,when,paid\n".repeat(10_000));
      } finally {
        isClosed = true;
      }
    }
    expect((await readError(endlessly())).code).toBe("MISSING_COLUMN");
    expect(isClosed).toBe(true);
  });

  it("are streams that get cancelled when they are given up", async () => {
    let reason: unknown = "not cancelled";
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytesOf("who,when,paid\n".repeat(10_000))),
      cancel: (why) => {
        reason = why;
      },
    });
    expect((await readError(stream)).code).toBe("MISSING_COLUMN");
    expect(reason).not.toBe("not cancelled");
  });

  it("must not yield other things than bytes and text", async () => {
    for (const strange of [1, null, {}, new DataView(new ArrayBuffer(2))]) {
      const source = [bytesOf("customer,date,amount\n"), strange] as unknown as Uint8Array[];
      const error = await readError(source);
      expect(error.code).toBe("INVALID_ARGUMENT");
      expect(error.message).toMatch(/^a piece of the source must be bytes or text, got/);
    }
  });

  it("may use their buffer again for each piece", async () => {
    const text = `customer,date,amount\n${"A,2025-01-31,1\n".repeat(20_000)}`;
    const bytes = bytesOf(text);
    async function* reusing() {
      const buffer = new Uint8Array(1000);
      for (let at = 0; at < bytes.length; at += 1000) {
        buffer.set(bytes.subarray(at, at + 1000));
        yield buffer.subarray(0, Math.min(1000, bytes.length - at));
      }
    }
    const { audit, log } = await readTransactions(reusing());
    expect(audit).toMatchObject({ rows: 20_000, orders: 20_000 });
    expect(log.customerIds).toEqual(["A"]);
  });
});

describe("ids", () => {
  it("may be 65,535 bytes long, and not longer", async () => {
    const header = "customer,date,amount\n";
    const row = (id: string) => `${id},2025-01-31,1\n`;
    for (const [fits, exceeds] of [
      ["a".repeat(65_535), "a".repeat(65_536)],
      ["王".repeat(21_845), "王".repeat(21_846)],
      [`"${"a".repeat(65_535)}"`, `"${"a".repeat(65_536)}"`],
    ] as const) {
      const reading = await readTransactions(header + row(fits) + row(exceeds), { tolerance: 0.5 });
      expect(reading.log.customerIds).toEqual([fits.replaceAll('"', "")]);
      expect(reading.rejected).toEqual([
        { line: 3, column: "customer", value: "", reason: "badId" },
      ]);
    }
  });

  it("that differ in one byte anywhere are different customers, and equal ones are one", async () => {
    const ids = Array.from({ length: 20 }, (_, length) =>
      Array.from({ length: length + 1 }, (_unused, place) =>
        Array.from({ length: length + 1 }, (_same, at) => (at === place ? "b" : "a")).join(""),
      ),
    ).flat();
    const rows = [...ids, ...ids].map((id) => `${id},2025-01-31,1\n`).join("");
    const { log } = await readTransactions(`customer,date,amount\n${rows}`);
    expect(log.customerIds).toEqual(ids);
    expect([...log.customerIndex.subarray(ids.length)]).toEqual(ids.map((_, index) => index));
  });
});
