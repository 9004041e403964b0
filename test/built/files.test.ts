import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { core, transactions } from "clientele";
import { readTransactionsFile, summarizeTransactionsFile } from "clientele/files";
import { beforeAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "clientele-files-"));
const ROWS = 1_400_000;

/** Large enough for threads, with quoted line ends, bad rows and refunds along the way. */
function largeFile(name: string, quotedEvery: number): string {
  const random = core.seededRandom(7);
  const lines = ["order,customer_id,date,note,amount"];
  for (let row = 0; row < ROWS; row++) {
    const note = row % quotedEvery === 0 ? `"two\nlines, ""${row}"""` : "plain";
    const amount = row % 50_000 === 7 ? "n/a" : (random() * 100 - 5).toFixed(2);
    const day = `2024-${String(1 + (row % 12)).padStart(2, "0")}-${String(1 + (row % 28)).padStart(2, "0")}`;
    lines.push(`${row},c${Math.floor(random() * 3000)},${day},${note},${amount}`);
  }
  const path = join(folder, name);
  writeFileSync(path, lines.join("\r\n"));
  return path;
}

describe("a large file", () => {
  let path: string;
  beforeAll(() => {
    path = largeFile("orders.csv", 1000);
  }, 60_000);

  it("gives the same log, rejects and audit in threads as in one piece", async () => {
    const threads = await readTransactionsFile(path, {}, { threads: 3 });
    const alone = await readTransactionsFile(path, {}, { threads: 1 });
    expect(threads.audit).toEqual(alone.audit);
    expect(threads.audit.rows).toBe(ROWS);
    expect(threads.rejected).toEqual(alone.rejected);
    expect(threads.rejected).toHaveLength(28);
    expect(threads.log).toEqual(alone.log);
  });

  it("gives the same summaries in threads, in one piece and from the log", async () => {
    const options = { asOf: "2024-11-30", unit: "week" } as const;
    const threads = await summarizeTransactionsFile(path, {}, { ...options, threads: 3 });
    const alone = await summarizeTransactionsFile(path, {}, { ...options, threads: 1 });
    const { log } = await readTransactionsFile(path);
    const expected = transactions.summarizeTransactions(log, { ...options, sameDay: "keep" });
    expect(threads.summaries).toEqual(expected);
    expect(alone.summaries).toEqual(expected);
    expect(threads.audit).toEqual(alone.audit);
  });

  it("reports its progress up to the whole file", async () => {
    const seen: number[] = [];
    await readTransactionsFile(
      path,
      {},
      { threads: 2, onProgress: ({ bytes, totalBytes }) => seen.push(bytes / totalBytes) },
    );
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual([...seen].sort((left, right) => left - right));
    expect(seen.at(-1)).toBeLessThanOrEqual(1);
  });
});

describe("a file that threads cannot share", () => {
  it("is read in one piece, with the same result, when a seam falls into a quoted field", async () => {
    const path = join(folder, "long-notes.csv");
    const note = `"${"x,2024-01-01,1.00\n".repeat(20_000)}"`;
    const rows = Array.from({ length: 120 }, (_, row) => `c${row},2024-01-01,1.00,${note}`);
    writeFileSync(path, `customer,date,amount,note\n${rows.join("\n")}\n`);
    const { audit } = await readTransactionsFile(path, {}, { threads: 2 });
    expect(audit).toMatchObject({ rows: 120, orders: 120, rejected: 0 });
  });

  it("refuses a folder and a missing file with the path", async () => {
    await expect(readTransactionsFile(folder)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    await expect(readTransactionsFile(join(folder, "none.csv"))).rejects.toThrow(/none\.csv/);
  });

  it("refuses to link orders while streaming summaries", async () => {
    await expect(
      summarizeTransactionsFile("x.csv", { order: "order" }, { asOf: "lastOrder" }),
    ).rejects.toThrow(/readTransactionsFile/);
  });
});
