import { checkNumber, checkOneOf } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { checkZone } from "../../core/zone.js";
import { minorDigits } from "../../money/minor-digits.js";
import { checkRates } from "../../money/rate-converter.js";
import type { RateTable } from "../../money/types.js";
import type { DecimalMark } from "./parse-amount.js";
import { compileDateFormat } from "./parse-date.js";
import { decoderOf } from "./transcode.js";

/** A column by the name in the header, or by its number from 1. */
export type ColumnReference = string | number;

/** What separates the fields of a delimited file; `space` is any run of spaces. */
export type Delimiter = "," | ";" | "\t" | "|" | "space";

/** Which columns of a source hold what, and how they are written. Every member has a default. */
export interface TransactionMapping {
  /** Column of the customer's id; found by name when left out. */
  readonly customer: ColumnReference | undefined;
  /** Column of the date or time; found by name when left out. */
  readonly date: ColumnReference | undefined;
  /** Column of the amount, in major units; found by name when left out. */
  readonly amount: ColumnReference | undefined;
  /** Column of the ISO 4217 code, where rows differ. */
  readonly currency: ColumnReference | undefined;
  /** Column of the order number: rows with the same customer and number are lines of one order. */
  readonly order: ColumnReference | undefined;
  /** Column that names the order which a refund row takes back. */
  readonly refundOf: ColumnReference | undefined;
  /** Currency of rows without one; default `XXX`, no currency, two decimals. */
  readonly defaultCurrency: string;
  /** Rates into one currency; without them a second currency is refused. */
  readonly rates: RateTable | undefined;
  /** IANA zone of dates without an offset, and of days and months; default `UTC`. */
  readonly zone: string;
  /** `auto`, `epoch-s`, `epoch-ms` or a pattern such as `dd/MM/yyyy HH:mm`; default `auto` (ISO 8601 and unambiguous kin). */
  readonly dateFormat: string;
  /** Decimal mark of amounts; default `.`. */
  readonly decimal: DecimalMark;
  /** Kind of text; default `auto`. */
  readonly format: "auto" | "csv" | "ndjson";
  /** Field separator; default `auto`, from the first line (or a line `sep=;` before it). */
  readonly delimiter: Delimiter | "auto";
  /** False when the first line is already data; columns are then given by number. */
  readonly header: boolean;
  /** Encoding label that `TextDecoder` knows, such as `gb18030`; default `utf-8`. A byte order mark overrides it. */
  readonly encoding: string;
  /** Share of rows, 0 to 1, that may be rejected before reading fails; default 0.01. */
  readonly tolerance: number;
  /** Longest row in bytes, its line end included; default 1 MiB. */
  readonly maxRowBytes: number;
  /** Called now and then with the bytes read (before unpacking) and the rows so far. */
  readonly onProgress: ((progress: ReadProgress) => void) | undefined;
}

/** How far a long read has come. */
export interface ReadProgress {
  /** Bytes taken from the source, packed if it is packed. */
  readonly bytes: number;
  readonly rows: number;
}

/** The mapping as a caller writes it: every member may be left out. */
export type TransactionMappingInput = {
  readonly [K in keyof TransactionMapping]?: TransactionMapping[K] | undefined;
};

/** What a mapping holds when nothing is said. */
export const MAPPING_DEFAULTS: TransactionMapping = {
  customer: undefined,
  date: undefined,
  amount: undefined,
  currency: undefined,
  order: undefined,
  refundOf: undefined,
  defaultCurrency: "XXX",
  rates: undefined,
  zone: "UTC",
  dateFormat: "auto",
  decimal: ".",
  format: "auto",
  delimiter: "auto",
  header: true,
  encoding: "utf-8",
  tolerance: 0.01,
  maxRowBytes: 1_048_576,
  onProgress: undefined,
};

/**
 * Fills and checks a mapping.
 *
 * @throws ClienteleError UNKNOWN_OPTION, INVALID_ARGUMENT, UNKNOWN_CURRENCY, UNKNOWN_TIME_ZONE
 */
export function completeMapping(input: TransactionMappingInput): TransactionMapping {
  const mapping = withDefaults(MAPPING_DEFAULTS, input);
  for (const role of ["customer", "date", "amount", "currency", "order", "refundOf"] as const) {
    checkReference(mapping[role], `mapping.${role}`);
  }
  minorDigits(mapping.defaultCurrency, "mapping.defaultCurrency");
  if (mapping.rates !== undefined) checkRates(mapping.rates);
  checkZone(mapping.zone, "mapping.zone");
  compileDateFormat(mapping.dateFormat, mapping.zone);
  checkOneOf(mapping.decimal, "mapping.decimal", [".", ","]);
  checkOneOf(mapping.format, "mapping.format", ["auto", "csv", "ndjson"]);
  checkOneOf(mapping.delimiter, "mapping.delimiter", ["auto", ",", ";", "\t", "|", "space"]);
  if (typeof mapping.header !== "boolean") {
    throw invalid("mapping.header", "true or false", mapping.header);
  }
  decoderOf(mapping.encoding);
  checkNumber(mapping.tolerance, "mapping.tolerance", "nonNegative");
  if (mapping.tolerance > 1) {
    throw invalid("mapping.tolerance", "a share from 0 to 1", mapping.tolerance);
  }
  checkNumber(mapping.maxRowBytes, "mapping.maxRowBytes", "positive");
  if (mapping.onProgress !== undefined && typeof mapping.onProgress !== "function") {
    throw invalid("mapping.onProgress", "a function", mapping.onProgress);
  }
  return mapping;
}

function checkReference(reference: ColumnReference | undefined, where: string): void {
  if (reference === undefined || typeof reference === "string") return;
  if (Number.isSafeInteger(reference) && reference >= 1) return;
  throw invalid(where, "the name of a column, or its number from 1", reference);
}
