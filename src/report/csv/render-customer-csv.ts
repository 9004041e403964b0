import { checkOneOf } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import type { Locale } from "../../core/locale.js";
import { withDefaults } from "../../core/options.js";
import { checkAnalysis, checkLocale } from "../check-input.js";
import { CSV_DEFAULTS, type CsvOptions, type CsvOptionsInput, VALUE_RULE } from "../options.js";
import type { OrderAnalysis } from "../types.js";
import { BYTE_ORDER_MARK, CSV_LINE_END, csvText } from "./csv-cell.js";
import { type CustomerRow, customerTable } from "./customer-table.js";

/**
 * Writes the scored customers as a CSV file (RFC 4180: commas, CRLF, quotes where needed).
 *
 * Column names and segment ids are stable and the same in every language; `segment_label` is in
 * the language asked for. `repeat_purchases` to `mean_repeat_spend` are the x, t_x, T and m of the
 * literature, times in the unit of the analysis; the expectations after them name their horizon in
 * weeks, and are empty where no model could be fitted. Customer ids that a table program would run as a formula get an
 * apostrophe in front, unless `formulas` is `"verbatim"`.
 *
 * @param analysis - from `analyzeOrders`
 * @param options - language, byte order mark (for Excel), treatment of formulas
 * @returns the whole file; for large logs, {@link customerCsvChunks} gives it in pieces
 * @throws ClienteleError INVALID_ARGUMENT; UNKNOWN_OPTION
 * @example
 * renderCustomerCsv(analysis).split("\r\n")[0]; //=> "customer_id,first_order,last_order,…"
 */
export function renderCustomerCsv(analysis: OrderAnalysis, options: CsvOptionsInput = {}): string {
  return [...customerCsvChunks(analysis, options)].join("");
}

const ROWS_PER_CHUNK = 2000;

/**
 * The same file in pieces of a few thousand rows, to be written one after the other.
 *
 * @param analysis - from `analyzeOrders`
 * @param options - as for {@link renderCustomerCsv}
 * @throws ClienteleError INVALID_ARGUMENT; UNKNOWN_OPTION
 */
export function* customerCsvChunks(
  analysis: OrderAnalysis,
  options: CsvOptionsInput = {},
): Generator<string, void, undefined> {
  checkAnalysis(analysis);
  const settings = readOptions(options);
  const columns = csvColumns(analysis, settings);
  let chunk = settings.byteOrderMark ? BYTE_ORDER_MARK : "";
  chunk += columns.map(([name]) => name).join(",") + CSV_LINE_END;
  let rows = 0;
  for (const row of customerTable(analysis)) {
    chunk += columns.map(([, cell]) => cell(row)).join(",") + CSV_LINE_END;
    if (++rows % ROWS_PER_CHUNK !== 0) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

function readOptions(options: CsvOptionsInput): CsvOptions {
  const settings = withDefaults(CSV_DEFAULTS, options);
  checkLocale(settings.locale);
  if (typeof settings.byteOrderMark !== "boolean") {
    throw invalid("options.byteOrderMark", "true or false", settings.byteOrderMark);
  }
  checkOneOf(settings.formulas, "options.formulas", ["neutralize", "verbatim"]);
  return settings;
}

type CsvColumn = readonly [name: string, cell: (row: CustomerRow) => string | number];

function csvColumns(analysis: OrderAnalysis, settings: CsvOptions): readonly CsvColumn[] {
  const { currency, minorDigits, unit, value } = analysis;
  const weeks = value.ok ? value.value.rule.horizonWeeks : VALUE_RULE.horizonWeeks;
  const labels = segmentLabels(analysis, settings.locale);
  const verbatim = settings.formulas === "verbatim";
  return [
    ["customer_id", (row) => csvText(row.customerId, verbatim)],
    ["first_order", (row) => row.firstOrder],
    ["last_order", (row) => row.lastOrder],
    ["days_since_last_order", (row) => row.daysSinceLastOrder],
    ["orders", (row) => row.orders],
    ["spend", (row) => row.spend.toFixed(minorDigits)],
    ["currency", () => currency],
    ["recency_score", (row) => row.recencyScore],
    ["frequency_score", (row) => row.frequencyScore],
    ["monetary_score", (row) => row.monetaryScore],
    ["segment", (row) => csvText(row.segment, verbatim)],
    ["segment_label", (row) => csvText(labels.get(row.segment) ?? "", verbatim)],
    ["tier", (row) => row.tier],
    ["repeat_purchases", (row) => row.repeatPurchases],
    [`recency_${unit}s`, (row) => shortest(row.recency)],
    [`age_${unit}s`, (row) => shortest(row.age)],
    ["mean_repeat_spend", (row) => shortest(row.meanRepeatSpend)],
    ["probability_alive", (row) => shortest(row.probabilityAlive)],
    [`expected_orders_${weeks}w`, (row) => shortest(row.expectedOrders)],
    [`expected_value_${weeks}w`, (row) => row.expectedValue?.toFixed(minorDigits) ?? ""],
  ];
}

/** Six decimals tell a minute in a year and a fraction of a cent; more are noise. */
function shortest(value: number | undefined): number | string {
  return value === undefined ? "" : Math.round(value * 1e6) / 1e6;
}

function segmentLabels(analysis: OrderAnalysis, locale: Locale): ReadonlyMap<string, string> {
  return new Map(
    analysis.rfm.segments.map(({ segment }) => [segment.id, segment.label[locale]] as const),
  );
}
