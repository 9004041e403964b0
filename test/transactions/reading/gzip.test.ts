import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readTransactions } from "../../../src/transactions/read-transactions.js";
import { bytesOf, inPieces, readError, readOrders } from "./support/read.js";

const ROWS = 20_000;
const TEXT = `customer,date,amount\n${Array.from(
  { length: ROWS },
  (_, row) => `C${(row * 7919) % 3001},2025-01-31,${row % 97}.25\n`,
).join("")}`;
const PACKED = gzipSync(TEXT);

describe("gzip", () => {
  it("is unpacked, whatever the pieces", async () => {
    for (const size of [100, 100_000]) {
      const { audit } = await readTransactions(inPieces(PACKED, size));
      expect(audit).toMatchObject({ rows: ROWS, orders: ROWS });
    }
    const small = gzipSync("customer,date,amount\nA,2025-01-31,1\n");
    expect(await readOrders(inPieces(small, 1))).toEqual([["A", "2025-01-31", 100]]);
  });

  it("may be several files glued together", async () => {
    const glued = Buffer.concat([
      gzipSync("customer,date,amount\nA,2025-01-31,1\nB,2025"),
      gzipSync("-02-01,2\n"),
    ]);
    expect(await readOrders(glued)).toEqual([
      ["A", "2025-01-31", 100],
      ["B", "2025-02-01", 200],
    ]);
  });

  it("may hold NDJSON or UTF-16", async () => {
    const line = '{"customer":"A","date":"2025-01-31","amount":1}\n';
    expect(await readOrders(gzipSync(line))).toEqual([["A", "2025-01-31", 100]]);
    const wide = Buffer.from("\ufeffcustomer,date,amount\nA,2025-01-31,1\n", "utf16le");
    expect(await readOrders(gzipSync(wide))).toEqual([["A", "2025-01-31", 100]]);
  });

  it("that ends too early is told from a complete file, wherever it ends", async () => {
    const small = gzipSync("customer,date,amount\nA,2025-01-31,1\nB,2025-02-01,2\n");
    for (let length = 3; length < small.length; length++) {
      const error = await readError(small.subarray(0, length));
      expect([length, error.code]).toEqual([length, "TRUNCATED_INPUT"]);
    }
    const error = await readError(PACKED.subarray(0, PACKED.length - 1000));
    expect(error.message).toBe(
      "the gzip data end too early or are damaged; copy or export the file again",
    );
  });

  it("that is damaged inside fails in the same way", async () => {
    const damaged = Uint8Array.from(PACKED);
    damaged.fill(0x55, PACKED.length >> 1, (PACKED.length >> 1) + 64);
    expect((await readError(damaged)).code).toBe("TRUNCATED_INPUT");
  });

  it("lets errors of the source itself through", async () => {
    async function* failing() {
      yield PACKED.subarray(0, 1000);
      throw new RangeError("the disk is gone");
    }
    await expect(readTransactions(failing())).rejects.toThrow(new RangeError("the disk is gone"));
  });

  it("is read from a source that uses its buffer again for each piece", async () => {
    async function* reusing() {
      const buffer = new Uint8Array(4096);
      for (let at = 0; at < PACKED.length; at += buffer.length) {
        const piece = PACKED.subarray(at, at + buffer.length);
        buffer.set(piece);
        yield buffer.subarray(0, piece.length);
      }
    }
    expect((await readTransactions(reusing())).audit.orders).toBe(ROWS);
  });

  it("that would unpack to one endless line fails before it is unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, "a"));
    const error = await readError(bomb);
    expect(error.code).toBe("LIMIT_EXCEEDED");
  });

  it("takes no more from its source than it needs, and closes it", async () => {
    const packed = gzipSync(bytesOf("a".repeat(100_000)));
    let taken = 0;
    let isClosed = false;
    async function* watched() {
      try {
        for (; taken < 10_000; taken++) yield packed;
      } finally {
        isClosed = true;
      }
    }
    expect((await readError(watched())).code).toBe("LIMIT_EXCEEDED");
    expect(taken).toBeLessThan(200);
    expect(isClosed).toBe(true);
  });
});
