import { describe, expect, it } from "vitest";
import { readTransactions } from "../../../src/transactions/read-transactions.js";
import type { TransactionMappingInput } from "../../../src/transactions/reading/mapping.js";
import { readError } from "./support/read.js";

const TEXT = "customer,date,amount\nA,2025-01-31,1\n";

describe("a mapping", () => {
  it.each([
    [{ custmer: "A" }, "UNKNOWN_OPTION", "custmer"],
    [{ customer: 0 }, "INVALID_ARGUMENT", "mapping.customer must be the name of a column, or its"],
    [
      { customer: 1.5 },
      "INVALID_ARGUMENT",
      "mapping.customer must be the name of a column, or its",
    ],
    [{ date: null }, "INVALID_ARGUMENT", "mapping.date must be the name of a column, or its"],
    [{ refundOf: {} }, "INVALID_ARGUMENT", "mapping.refundOf must be the name of a column"],
    [{ defaultCurrency: "usd" }, "UNKNOWN_CURRENCY", "mapping.defaultCurrency must be an ISO 4217"],
    [{ rates: { base: "EUR", rates: { USD: 0 } } }, "INVALID_ARGUMENT", "rates.rates.USD"],
    [{ rates: "1.25" }, "INVALID_ARGUMENT", "rates must be a rate table"],
    [{ zone: "Mars/Olympus" }, "UNKNOWN_TIME_ZONE", "mapping.zone must be an IANA time zone"],
    [{ dateFormat: "DD.MM.YYYY" }, "INVALID_ARGUMENT", "mapping.dateFormat must be"],
    [{ dateFormat: 5 }, "INVALID_ARGUMENT", "mapping.dateFormat must be"],
    [{ decimal: ";" }, "INVALID_ARGUMENT", "mapping.decimal must be one of ., ,"],
    [{ format: "xlsx" }, "INVALID_ARGUMENT", "mapping.format must be one of auto, csv, ndjson"],
    [{ delimiter: "/" }, "INVALID_ARGUMENT", "mapping.delimiter must be one of"],
    [{ header: "no" }, "INVALID_ARGUMENT", "mapping.header must be true or false"],
    [{ encoding: "latin-99" }, "INVALID_ARGUMENT", "mapping.encoding must be an encoding"],
    [{ tolerance: -0.01 }, "INVALID_ARGUMENT", "mapping.tolerance must be a non-negative number"],
    [{ tolerance: 1.01 }, "INVALID_ARGUMENT", "mapping.tolerance must be a share from 0 to 1"],
    [{ tolerance: Number.NaN }, "INVALID_ARGUMENT", "mapping.tolerance must be"],
    [{ tolerance: "0.5" }, "INVALID_ARGUMENT", "mapping.tolerance must be"],
    [{ maxRowBytes: 0 }, "INVALID_ARGUMENT", "mapping.maxRowBytes must be a positive number"],
    [{ onProgress: true }, "INVALID_ARGUMENT", "mapping.onProgress must be a function"],
    [[], "INVALID_ARGUMENT", "options must be an object"],
  ])("%j is refused before anything is read", async (mapping, code, message) => {
    let isTouched = false;
    async function* source() {
      isTouched = true;
      yield TEXT;
    }
    const error = await readError(source(), mapping as unknown as TransactionMappingInput);
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
    expect(isTouched).toBe(false);
  });

  it("may leave any member out, or undefined", async () => {
    const { log } = await readTransactions(TEXT, { customer: undefined, zone: undefined });
    expect(log).toMatchObject({ currency: "XXX", minorDigits: 2, zone: "UTC" });
  });
});

describe("progress", () => {
  it("grows with the bytes and the rows, up to all of them", async () => {
    const text = `customer,date,amount\n${"A,2025-01-31,1\n".repeat(200_000)}`;
    const seen: { bytes: number; rows: number }[] = [];
    await readTransactions(text, { onProgress: (progress) => seen.push(progress) });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toEqual({ bytes: text.length, rows: 200_000 });
    for (let at = 1; at < seen.length; at++) {
      expect(seen[at]?.rows).toBeGreaterThanOrEqual(seen[at - 1]?.rows as number);
      expect(seen[at]?.bytes).toBeGreaterThanOrEqual(seen[at - 1]?.bytes as number);
    }
  });

  it("is told for rows as well", async () => {
    const rows = Array.from({ length: 70_000 }, () => ({
      customer: "A",
      date: "2025-01-31",
      amount: 1,
    }));
    const seen: number[] = [];
    await readTransactions(rows, { onProgress: (progress) => seen.push(progress.rows) });
    expect(seen).toEqual([65_536, 70_000]);
  });
});
