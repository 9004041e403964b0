import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { ClienteleError } from "../../../src/core/errors.js";
import {
  readTransactions,
  type TransactionSource,
} from "../../../src/transactions/read-transactions.js";
import { IdDictionary } from "../../../src/transactions/reading/id-dictionary.js";
import { LogColumns } from "../../../src/transactions/reading/log-columns.js";
import {
  completeMapping,
  type TransactionMapping,
  type TransactionMappingInput,
} from "../../../src/transactions/reading/mapping.js";
import { Quarantine } from "../../../src/transactions/reading/quarantine.js";
import { type StartedScan, startScan } from "../../../src/transactions/reading/start-scan.js";
import { rowCells, writeFile, writeWhereNeeded } from "./support/arbitrary-files.js";
import { bytesOf, ordersOf } from "./support/read.js";

/** All that a reading tells, or the error in its place. */
async function outcome(
  source: TransactionSource,
  mapping: TransactionMappingInput,
): Promise<unknown> {
  try {
    const reading = await readTransactions(source, mapping);
    return [ordersOf(reading), reading.rejected, reading.audit, reading.log.currency];
  } catch (error) {
    if (!(error instanceof ClienteleError)) throw error;
    return [error.code, error.message, error.details];
  }
}

async function* cutAt<T extends string | Uint8Array>(
  whole: T,
  cuts: readonly number[],
): AsyncGenerator<T> {
  const places = [...cuts]
    .map((cut) => cut % (whole.length + 1))
    .sort((left, right) => left - right);
  let from = 0;
  for (const place of [...places, whole.length]) {
    yield whole.slice(from, place) as T;
    from = place;
  }
}

const line = fc.oneof(
  { weight: 4, arbitrary: rowCells.map((cells) => writeFile([cells], writeWhereNeeded).slice(26)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("\n", "\r\n", '"\n', 'x","\n', '"a"b\n', ",\n", "A\r", '"'),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
);
const csv = fc
  .tuple(
    fc.constantFrom("", "\ufeff", "\n\n", "sep=,\n", " \n"),
    fc.constantFrom(
      "customer,date,amount,note\n",
      "customer;date\n",
      '"customer',
      "A,2025-01-31,1\r",
    ),
    fc.array(line, { maxLength: 30 }),
  )
  .map(([before, header, lines]) => before + header + lines.join(""));
const json = fc
  .array(
    fc.oneof(
      fc
        .record(
          {
            customer: fc.string({ maxLength: 5 }),
            date: fc.constant("2025-01-31"),
            amount: fc.nat(99),
            currency: fc.constantFrom("USD", "EUR"),
          },
          { requiredKeys: ["date"] },
        )
        .map((row) => JSON.stringify(row)),
      fc.constantFrom("", "[]", "{", " "),
    ),
    { maxLength: 30 },
  )
  .map((lines) => `{}\n${lines.join("\n")}`);
const cuts = fc.array(fc.nat(), { maxLength: 12 });
const mappings = fc.record({
  tolerance: fc.constant(1),
  // Small limits bring rows to their edge.
  maxRowBytes: fc.constantFrom(1_048_576, 200, 60, 26),
});

describe("reading does not depend on the pieces that", () => {
  test.prop([fc.oneof(csv, json), cuts, mappings], { numRuns: 400 })(
    "bytes come in",
    async (text, places, mapping) => {
      const bytes = bytesOf(text);
      const whole = await outcome(bytes, mapping);
      expect(await outcome(cutAt(bytes, places), mapping)).toEqual(whole);
    },
  );

  test.prop([fc.oneof(csv, json), cuts, mappings], { numRuns: 100 })(
    "text comes in",
    async (text, places, mapping) => {
      expect(await outcome(cutAt(text, places), mapping)).toEqual(await outcome(text, mapping));
    },
  );
});

/** Scans bytes as they come, however few, the way a scan of a file's range does. */
function scanByPieces(
  bytes: Uint8Array,
  cuts: readonly number[],
  mapping: TransactionMapping,
): unknown {
  const sink = new LogColumns();
  const dictionary = new IdDictionary();
  const quarantine = new Quarantine();
  const places = [...cuts]
    .map((cut) => cut % (bytes.length + 1))
    .sort((left, right) => left - right);
  let started: StartedScan | undefined;
  let at = 0;
  try {
    for (const [index, place] of [...places, bytes.length].entries()) {
      const final = index === places.length;
      if (started === undefined) {
        started = startScan(bytes.subarray(0, place), final, mapping, {
          sink,
          dictionary,
          quarantine,
        });
        at = started?.dataFrom ?? 0;
      }
      if (started !== undefined) at += started.scanner.scan(bytes.subarray(at, place), 0, final);
    }
  } catch (error) {
    if (!(error instanceof ClienteleError)) throw error;
    return [error.code, error.message];
  }
  const { rows, blankLines, line } = (started as StartedScan).scanner;
  return [at, rows, blankLines, line, quarantine.rows, dictionary.ids(), sink.orderColumns()];
}

describe("scanning does not depend on how many bytes are at hand", () => {
  test.prop([fc.oneof(csv, json), cuts, mappings], { numRuns: 1500 })(
    "at each step",
    (text, places, mapping) => {
      const bytes = bytesOf(text);
      const complete = completeMapping(mapping);
      expect(scanByPieces(bytes, places, complete)).toEqual(scanByPieces(bytes, [], complete));
    },
  );

  test.prop([fc.oneof(csv, json), mappings], { numRuns: 300 })(
    "not even when they come one by one",
    (text, mapping) => {
      const bytes = bytesOf(text);
      const complete = completeMapping(mapping);
      const each = Array.from(bytes, (_byte, place) => place);
      expect(scanByPieces(bytes, each, complete)).toEqual(scanByPieces(bytes, [], complete));
    },
  );
});

describe("reading a file longer than a scan does not depend on the pieces that", () => {
  const long = fc.array(line, { minLength: 20, maxLength: 60 }).map((lines) => {
    const block = lines.join("");
    const rows = block.repeat(Math.ceil(300_000 / Math.max(1, block.length)));
    return `customer,date,amount,note\n${rows}`;
  });

  test.prop([long, cuts, fc.constantFrom(1_048_576, 70_000, 200)], { numRuns: 15 })(
    "bytes come in",
    async (text, places, maxRowBytes) => {
      const bytes = bytesOf(text);
      const mapping = { tolerance: 1, maxRowBytes };
      const whole = await outcome(bytes, mapping);
      expect(await outcome(cutAt(bytes, places), mapping)).toEqual(whole);
      const small = Array.from(
        { length: Math.ceil(bytes.length / 999) },
        (_, index) => index * 999,
      );
      expect(await outcome(cutAt(bytes, small), mapping)).toEqual(whole);
    },
    60_000,
  );
});
