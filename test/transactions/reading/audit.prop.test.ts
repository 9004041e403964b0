import { gzipSync } from "node:zlib";
import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { ClienteleError } from "../../../src/core/errors.js";
import {
  readTransactions,
  type TransactionSource,
} from "../../../src/transactions/read-transactions.js";
import type { TransactionMappingInput } from "../../../src/transactions/reading/mapping.js";
import { checkLog } from "../../../src/transactions/validate-log.js";
import { HEADER_CELLS, rowCells, writeFile, writeWhereNeeded } from "./support/arbitrary-files.js";
import { bytesOf } from "./support/read.js";

/** Reads whatever it is, and proves that every row is accounted for. */
async function proveAudit(
  source: TransactionSource,
  mapping: TransactionMappingInput,
): Promise<void> {
  let reading: Awaited<ReturnType<typeof readTransactions>>;
  try {
    reading = await readTransactions(source, { tolerance: 1, ...mapping });
  } catch (error) {
    expect(error).toBeInstanceOf(ClienteleError);
    return;
  }
  const { log, audit, rejected } = reading;
  checkLog(log);
  expect(audit.rows).toBe(
    audit.orders + audit.rejected + audit.mergedOrderLines + audit.emptyRefunds,
  );
  expect(audit.orders).toBe(log.atMs.length);
  expect(audit.rejected).toBe(rejected.length);
  const byReason = Object.values(audit.rejectedByReason).reduce((sum, count) => sum + count, 0);
  expect(byReason).toBe(rejected.length);
  expect(audit.linkedRefunds).toBe(log.refundOf?.filter((order) => order >= 0).length ?? 0);
  expect(log.amountMinor.some((minor) => Object.is(minor, -0))).toBe(false);
  // Each row is rejected once, and lines ascend.
  const lines = rejected.map(({ line }) => line);
  expect(lines).toEqual([...new Set(lines)].sort((left, right) => left - right));
}

const rows = fc.array(rowCells, { maxLength: 20 });
const mappings: fc.Arbitrary<TransactionMappingInput> = fc.record(
  {
    order: fc.constantFrom<string | undefined>("note", undefined),
    refundOf: fc.constantFrom<string | undefined>("note", undefined),
    currency: fc.constantFrom<string | undefined>("note", undefined),
    rates: fc.constantFrom(undefined, { base: "USD", rates: { EUR: "0.9", XXX: 2 } }),
    zone: fc.constantFrom("UTC", "Pacific/Apia"),
    dateFormat: fc.constantFrom("auto", "dd/MM/yyyy", "epoch-ms"),
    decimal: fc.constantFrom(".", ","),
    delimiter: fc.constantFrom("auto", ",", ";", "space"),
    format: fc.constantFrom("auto", "csv", "ndjson"),
    encoding: fc.constantFrom("utf-8", "gb18030", "utf-16le"),
    maxRowBytes: fc.constantFrom(1_048_576, 100),
  },
  { requiredKeys: [] },
);

/** A place in some bytes and what happens to them there. */
const edits = fc.array(
  fc.record({
    place: fc.nat(),
    removed: fc.nat(3),
    inserted: fc.uint8Array({ maxLength: 3 }),
  }),
  { maxLength: 6 },
);

function edited(
  bytes: Uint8Array,
  changes: typeof edits extends fc.Arbitrary<infer T> ? T : never,
): Uint8Array {
  let all = Array.from(bytes);
  for (const { place, removed, inserted } of changes) {
    const at = place % (all.length + 1);
    all = [...all.slice(0, at), ...inserted, ...all.slice(at + removed)];
  }
  return Uint8Array.from(all);
}

describe("every row is accounted for, and nothing but a ClienteleError thrown, in", () => {
  test.prop([rows, mappings], { numRuns: 800 })("files", async (cells, mapping) => {
    await proveAudit(writeFile(cells, writeWhereNeeded), mapping);
  });

  test.prop([rows, edits, mappings], { numRuns: 1500 })(
    "files with bytes lost, changed and added",
    async (cells, changes, mapping) => {
      await proveAudit(edited(bytesOf(writeFile(cells, writeWhereNeeded)), changes), mapping);
    },
  );

  test.prop([rows, edits], { numRuns: 300 })(
    "packed files that are damaged",
    async (cells, changes) => {
      await proveAudit(edited(gzipSync(writeFile(cells, writeWhereNeeded)), changes), {});
    },
  );

  test.prop([fc.uint8Array({ maxLength: 300 }), mappings], { numRuns: 800 })(
    "any bytes",
    async (bytes, mapping) => {
      const header = bytesOf(`${HEADER_CELLS.join()}\n`);
      await proveAudit(bytes, mapping);
      await proveAudit([header, bytes], mapping);
      await proveAudit([bytesOf('{"customer":1,"date":2,"amount":3}\n'), bytes], mapping);
    },
  );

  test.prop([
    fc.array(
      fc.object({ key: fc.constantFrom(...HEADER_CELLS, "__proto__", "length"), maxDepth: 2 }),
    ),
    mappings,
  ])("any objects", async (objects, mapping) => {
    await proveAudit(objects, mapping);
    await proveAudit(objects.map((object) => `${JSON.stringify(object)}\n`).join(""), mapping);
  });

  test.prop([fc.array(fc.anything()), mappings], { numRuns: 300 })(
    "any list of anything",
    async (items, mapping) => {
      await proveAudit(items as TransactionSource, mapping);
    },
  );
});
