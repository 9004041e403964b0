import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { minorDigits } from "../../../src/money/index.js";
import { readTransactions } from "../../../src/transactions/read-transactions.js";
import { createPlainReader } from "../../../src/transactions/reading/create-plain-reader.js";
import { decodeText } from "../../../src/transactions/reading/decode-text.js";
import {
  RecordFields,
  recordSplitter,
} from "../../../src/transactions/reading/delimited-record.js";
import type { TransactionMappingInput } from "../../../src/transactions/reading/mapping.js";
import { completeMapping } from "../../../src/transactions/reading/mapping.js";
import { parseAmount } from "../../../src/transactions/reading/parse-amount.js";
import { compileDateFormat } from "../../../src/transactions/reading/parse-date.js";
import {
  type CellWriter,
  HEADER_CELLS,
  rowCells,
  writeFile,
  writeQuoted,
  writeWhereNeeded,
} from "./support/arbitrary-files.js";
import { bytesOf, ordersOf } from "./support/read.js";

/** Blanks around quotes: no row of such a file is plain. */
const writeSpaced: CellWriter = (cell) => ` ${writeQuoted(cell)} `;

async function outcome(text: string, mapping: TransactionMappingInput): Promise<unknown> {
  const reading = await readTransactions(text, { tolerance: 1, ...mapping });
  return [ordersOf(reading), reading.rejected, reading.audit, reading.log.currency];
}

const FORMATS = ["auto", "auto", "auto", "dd/MM/yyyy", "M/d/yy H:mm", "epoch-s"] as const;
/** The date as another format writes it, where it is one. */
function rewriteDate(cell: string, format: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell) ?? [];
  if (year === undefined) return cell;
  if (format === "dd/MM/yyyy") return `${day}/${month}/${year}`;
  if (format === "M/d/yy H:mm") return `${Number(month)}/${Number(day)}/${year.slice(2)} 9:05`;
  return format === "epoch-s" ? String(Date.parse(cell) / 1000) : cell;
}

const COLUMNS = { customer: 0, date: 1, amount: 2 } as const;
const GOOD_ROW = ["C0", "2025-01-31", "1", ""];
const files = fc.record({
  rows: fc.array(rowCells, { maxLength: 25 }),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  lineEnd: fc.constantFrom("\n", "\r\n"),
});
const settings = fc.record({
  zone: fc.constantFrom("UTC", "Asia/Shanghai", "America/Santiago", "Europe/Berlin"),
  dateFormat: fc.constantFrom(...FORMATS),
  decimal: fc.constantFrom(".", ","),
  defaultCurrency: fc.constantFrom("XXX", "JPY", "KWD", "EUR"),
});

describe("the fast path and the careful path", () => {
  test.prop([files, settings], { numRuns: 1000 })(
    "read the same from every file",
    async ({ rows, delimiter, lineEnd }, mapping) => {
      const dated = [GOOD_ROW, ...rows].map(
        ([customer = "", date = "", amount = "", note = ""]) => [
          customer,
          rewriteDate(date, mapping.dateFormat),
          mapping.decimal === "," ? amount.replace(".", ",") : amount,
          note,
        ],
      );
      const careful = await outcome(writeFile(dated, writeSpaced, delimiter, lineEnd), mapping);
      for (const write of [writeWhereNeeded, writeQuoted]) {
        expect(await outcome(writeFile(dated, write, delimiter, lineEnd), mapping)).toEqual(
          careful,
        );
      }
    },
  );

  const rawCell = fc.oneof(
    fc.constantFrom("A", "2025-01-31", "20250131", "1", "-1.50", "1,50"),
    fc.constantFrom("", " ", '"', '""', ' "', '\t"', "\t", "\r", "é"),
    fc.string({ maxLength: 3 }),
  );
  const rawRow = fc
    .array(fc.array(rawCell, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 4 })
    .map((cells) => cells.map((parts) => parts.join("")));
  /** Rows that are plain but for one cell, and rows that are anything. */
  const raw = fc.oneof(
    fc
      .tuple(rawRow, fc.nat(3))
      .map(([cells, broken]) =>
        ["A", "2025-01-31", "1.50", "x"].map((cell, index) =>
          index === broken ? cells[index] : cell,
        ),
      ),
    rawRow,
  );

  test.prop([fc.array(raw, { minLength: 1, maxLength: 3 }), fc.constantFrom(",", "\t"), settings], {
    numRuns: 5000,
  })(
    "agree on every row that the fast one takes, whatever its bytes",
    (rows, delimiter, mapping) => {
      const bytes = bytesOf(rows.map((cells) => `${cells.join(delimiter)}\n`).join(""));
      const complete = completeMapping(mapping);
      const layout = { delimiter, names: HEADER_CELLS, columns: COLUMNS } as const;
      const plain = createPlainReader(layout, complete, mapping.defaultCurrency);
      const next = plain?.read(bytes, 0) ?? -1;
      if (plain === undefined || next < 0) return;
      const fields = new RecordFields();
      const outcome = recordSplitter(delimiter)(bytes, 0, bytes.length, false, fields, 4);
      expect([outcome, fields.count, fields.next]).toEqual(["complete", 4, next]);
      const [customer, date, amount] = [0, 1, 2].map((index) => fields.text(bytes, index)?.trim());
      const digits = minorDigits(mapping.defaultCurrency);
      const { customerFrom, customerTo, atMs, amountMinor } = plain;
      expect({
        customer: decodeText(bytes, customerFrom, customerTo),
        atMs,
        amount: { minor: amountMinor, rounded: false, sign: "" },
      }).toEqual({
        customer,
        atMs: compileDateFormat(mapping.dateFormat, mapping.zone)(date ?? ""),
        amount: parseAmount(amount ?? "", digits, complete.decimal),
      });
    },
  );

  const plainRows = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 1e6 }).map((number) => `C${number}`),
      fc.constantFrom("2025-01-31", "20250131", "2025-01-31 10:15:30", "2025-01-31T10:15:30.125Z"),
      fc.constantFrom("1", "-12.5", "+3.25", "0", "999999999999.99"),
      fc.constantFrom("", "a note", "客户"),
    ),
    { minLength: 1, maxLength: 10 },
  );

  test.prop([plainRows, fc.constantFrom(writeWhereNeeded, writeQuoted)])(
    "part where they should: plain rows are read by the fast one",
    (rows, write) => {
      const layout = { delimiter: ",", names: HEADER_CELLS, columns: COLUMNS } as const;
      const reader = createPlainReader(layout, completeMapping({}), "XXX");
      const text = rows
        .map((cells) => `${cells.map((cell) => write(cell, ",")).join(",")}\n`)
        .join("");
      const bytes = bytesOf(text);
      let at = 0;
      for (const [customer] of rows) {
        at = reader?.read(bytes, at) ?? -1;
        expect(at).toBeGreaterThan(0);
        const { customerFrom = 0, customerTo = 0 } = reader ?? {};
        expect(new TextDecoder().decode(bytes.subarray(customerFrom, customerTo))).toBe(customer);
      }
      expect(at).toBe(bytes.length);
    },
  );
});
