import { toEpochMs } from "../core/calendar.js";
import { ClienteleError, invalid } from "../core/errors.js";
import { minorDigits } from "../money/minor-digits.js";
import { rateConverter } from "../money/rate-converter.js";
import type { TransactionLogOptions } from "./options.js";
import { parseAmount } from "./reading/parse-amount.js";
import { compileDateFormat } from "./reading/parse-date.js";
import type { TransactionRow } from "./types.js";
import { EARLIEST_MS, LATEST_MS } from "./validate-log.js";

/** One row, checked. */
export interface OrderRow {
  readonly customerId: string;
  readonly atMs: number;
  readonly amountMinor: number;
  readonly orderId: string | undefined;
  readonly refundOf: string | undefined;
}

/** Reads rows into one currency. */
export interface RowReader {
  /** The currency of all rows read; that of rows without one, as long as no row has named one. */
  readonly currency: string;
  /** Throws ClienteleError INVALID_DATA or CURRENCY_MISMATCH with the index of the row. */
  read(row: unknown, index: number): OrderRow;
}

/**
 * Prepares the reading of rows.
 *
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_CURRENCY for broken options
 */
export function createRowReader(options: TransactionLogOptions): RowReader {
  const parseDate = compileDateFormat("auto", options.zone);
  const convert = options.rates && rateConverter(options.rates);
  minorDigits(options.currency, "options.currency");
  let currency = options.rates?.base;

  const toLogCurrency = (minor: number, from: string, where: string): number => {
    currency ??= from;
    if (from === currency) return minor;
    const converted = convert?.(minor, from);
    if (converted !== undefined) return converted;
    throw new ClienteleError(
      "CURRENCY_MISMATCH",
      `${where}.currency must be ${currency}, or one that options.rates converts into it, got ${from}`,
      { where: `${where}.currency`, expected: currency, got: from, remedy: "options.rates" },
    );
  };

  return {
    get currency() {
      return currency ?? options.currency;
    },
    read(row, index) {
      const where = `orders[${index}]`;
      if (typeof row !== "object" || row === null) throw bad(where, "a row object", row);
      const cells = row as { readonly [Field in keyof TransactionRow]: unknown };
      const rowCurrency = readCurrency(cells.currency ?? options.currency, where);
      const minor = readAmount(
        cells.amount,
        cells.amountMinor,
        rowCurrency,
        options.decimal,
        where,
      );
      return {
        customerId: readId(cells.customerId, `${where}.customerId`),
        atMs: readTime(cells.at, parseDate, `${where}.at`),
        amountMinor: toLogCurrency(minor, rowCurrency, where),
        orderId: readOptionalId(cells.orderId, `${where}.orderId`),
        refundOf: readOptionalId(cells.refundOf, `${where}.refundOf`),
      };
    },
  };
}

function readId(value: unknown, where: string): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  if (Number.isSafeInteger(value)) return String(value);
  throw bad(where, "a text that is not blank, or a safe integer", value);
}

function readOptionalId(value: unknown, where: string): string | undefined {
  return value === undefined || value === null ? undefined : readId(value, where);
}

function readTime(
  value: unknown,
  parseDate: (text: string) => number | undefined,
  where: string,
): number {
  const atMs = typeof value === "string" ? parseDate(value.trim()) : instantMs(value, where);
  if (atMs !== undefined && atMs >= EARLIEST_MS && atMs < LATEST_MS) return atMs;
  throw bad(where, "an instant or an ISO 8601 date or time, from 1900 to 2199", value);
}

function instantMs(value: unknown, where: string): number {
  try {
    return toEpochMs(value as number, where);
  } catch (error) {
    // The same complaint, but it is the data that is broken, not the call.
    if (error instanceof ClienteleError) throw bad(where, String(error.details.expected), value);
    throw error;
  }
}

function readCurrency(value: unknown, where: string): string {
  try {
    minorDigits(value as string, `${where}.currency`);
  } catch {
    throw bad(`${where}.currency`, "an ISO 4217 code such as USD", value);
  }
  return value as string;
}

function readAmount(
  major: unknown,
  minor: unknown,
  currency: string,
  decimal: "." | ",",
  where: string,
): number {
  const hasMajor = major !== undefined && major !== null;
  const hasMinor = minor !== undefined && minor !== null;
  if (hasMajor === hasMinor) {
    throw bad(
      where,
      "a row with amount or amountMinor, one of them",
      hasMajor ? "both" : "neither",
    );
  }
  if (hasMajor) return readMajor(major, currency, decimal, `${where}.amount`);
  // Adding 0 makes 0 of -0.
  if (Number.isSafeInteger(minor)) return (minor as number) + 0;
  throw bad(`${where}.amountMinor`, "a safe integer", minor);
}

function readMajor(value: unknown, currency: string, decimal: "." | ",", where: string): number {
  const digits = minorDigits(currency);
  if (typeof value === "number" && Number.isFinite(value)) {
    const minor = Math.round(value * 10 ** digits) + 0;
    // Where the nearest minor unit names the very same number, nothing was rounded away.
    if (Number.isSafeInteger(minor) && minor / 10 ** digits === value) return minor;
    return parseMajor(String(value), digits, ".", where, value);
  }
  if (typeof value === "string") return parseMajor(value.trim(), digits, decimal, where, value);
  throw bad(where, "a decimal text or a finite number", value);
}

function parseMajor(
  text: string,
  digits: number,
  decimal: "." | ",",
  where: string,
  value: unknown,
): number {
  const parsed = parseAmount(text, digits, decimal);
  if (typeof parsed !== "string") return parsed.minor;
  const expected =
    parsed === "amountTooLarge" ? "at most 2^53 - 1 minor units" : "a finite decimal number";
  throw bad(where, expected, value);
}

function bad(where: string, expected: string, got: unknown): ClienteleError {
  return invalid(where, expected, got, { code: "INVALID_DATA" });
}
