import { type AsOf, resolveAsOf, type TimeUnit } from "../core/calendar.js";
import { ClienteleError, invalid } from "../core/errors.js";
import { withDefaults } from "../core/options.js";
import { zoneRules } from "../core/zone.js";
import {
  buildSummaries,
  checkTolerance,
  completeMapping,
  countByReason,
  type FinishedScan,
  IdDictionary,
  keepPurchases,
  openBytes,
  Quarantine,
  type ReadAudit,
  type RejectedRow,
  type SummaryCells,
  SummaryColumns,
  scanBytes,
  type TransactionMapping,
} from "../transactions/reading/index.js";
import type { CustomerSummaries } from "../transactions/types.js";
import { fileBytes, fileSize } from "./file-bytes.js";
import { joinRanges } from "./join-ranges.js";
import { scanInThreads } from "./scan-in-threads.js";
import { SummarySink } from "./summary-sink.js";
import type { FileMapping, FileOptions, FileProgress } from "./types.js";

/** Customers summed up from a file, the rows that did not make it, and the account of both. */
export interface FileSummary {
  readonly summaries: CustomerSummaries;
  readonly rejected: readonly RejectedRow[];
  readonly audit: ReadAudit;
}

/** How a file is summed up. */
export interface FileSummaryOptions extends FileOptions {
  /** Up to when orders count; `lastOrder` stands for the day of the last order in the file. */
  readonly asOf: AsOf | "lastOrder";
  /** In what times are expressed; default `day`. */
  readonly unit?: TimeUnit | undefined;
}

const FILE_SUMMARY_DEFAULTS = {
  asOf: "lastOrder" as AsOf,
  unit: "day" as TimeUnit,
  threads: undefined as number | undefined,
  onProgress: undefined as ((progress: FileProgress) => void) | undefined,
};

/**
 * Sums the orders of a file up to one row per customer without ever holding the orders: memory
 * grows with the customers alone. Every order counts, those of one day too (`sameDay: "keep"`);
 * refunds are netted against their customer's spend.
 *
 * @param path - a CSV or NDJSON file, gzipped or not
 * @param mapping - which columns hold what; found by name where it says nothing
 * @param options - `asOf` (required) and `unit`
 * @throws ClienteleError as `readTransactions` and `summarizeTransactions`
 * @example
 * const { summaries } = await summarizeTransactionsFile("orders.csv", {}, { asOf: "lastOrder" });
 */
export async function summarizeTransactionsFile(
  path: string,
  mapping: FileMapping,
  options: FileSummaryOptions,
): Promise<FileSummary> {
  const { asOf, unit, ...reading } = withDefaults(FILE_SUMMARY_DEFAULTS, options);
  const complete = completeMapping(mapping);
  refuseLinks(complete);
  const endMs =
    asOf === "lastOrder" ? Infinity : resolveAsOf(asOf, complete.zone, "options.asOf").endMs;
  const scanned = await scanFile(path, complete, endMs, reading);
  checkTolerance(scanned.scan.rows, scanned.scan.rejected, complete.tolerance);
  return finish(scanned, complete, asOf, unit);
}

interface ScannedFile {
  readonly scan: FinishedScan;
  readonly ids: readonly string[];
  readonly columns: SummaryColumns;
}

async function scanFile(
  path: string,
  mapping: TransactionMapping,
  endMs: number,
  options: FileOptions,
): Promise<ScannedFile> {
  const totalBytes = await fileSize(path);
  const ranges = await scanInThreads(
    path,
    totalBytes,
    mapping,
    { kind: "summary", endMs },
    options,
  );
  if (ranges !== undefined) {
    const { dictionary, numbers, scan } = joinRanges(ranges);
    const [first, ...others] = ranges.map(({ summary }) => summary as SummaryCells);
    const columns = new SummaryColumns(endMs, first);
    columns.reserve(dictionary.size);
    others.forEach((cells, index) => {
      columns.mergeCells(cells, numbers[index]!);
    });
    return { scan, ids: dictionary.ids(), columns };
  }
  const sink = new SummarySink(endMs);
  const target = { dictionary: new IdDictionary(), quarantine: new Quarantine(), sink };
  let bytes = 0;
  const source = openBytes(fileBytes(path), mapping.encoding, (length) => {
    bytes += length;
  });
  const { intake, scanner } = await scanBytes(source, mapping, target, (rows) =>
    options.onProgress?.({ bytes, rows, totalBytes }),
  );
  const { roundedAmounts, convertedAmounts, currency } = intake;
  const { rows, blankLines } = scanner;
  const rejected = target.quarantine.rows;
  const scan = { rows, blankLines, rejected, roundedAmounts, convertedAmounts, currency };
  return { scan, ids: target.dictionary.ids(), columns: sink.columns };
}

function refuseLinks({ order, refundOf }: TransactionMapping): void {
  if (order === undefined && refundOf === undefined) return;
  throw invalid(
    order === undefined ? "mapping.refundOf" : "mapping.order",
    "left out here, because linking rows takes the whole log",
    order ?? refundOf,
    { remedy: "Use readTransactionsFile and summarizeTransactions" },
  );
}

function finish(
  { scan, ids, columns }: ScannedFile,
  { zone }: TransactionMapping,
  asOf: AsOf | "lastOrder",
  unit: TimeUnit,
): FileSummary {
  const { rows, rejected, currency, ...counts } = scan;
  const facts = columns.facts();
  const asOfDay =
    asOf === "lastOrder"
      ? zoneRules(zone).toEpochDay(lastPurchaseMs(facts.lastAt))
      : resolveAsOf(asOf, zone, "options.asOf").epochDay;
  const { purchases, refunds, afterEnd } = columns;
  return {
    summaries: buildSummaries(
      ids,
      facts,
      keepPurchases(facts),
      { asOfDay, unit, zone, currency, refunds: "net" },
      { purchases, refunds, afterAsOf: afterEnd, cancelledOrders: 0 },
    ),
    rejected,
    audit: {
      rows,
      orders: rows - rejected.length,
      rejected: rejected.length,
      rejectedByReason: countByReason(rejected),
      mergedOrderLines: 0,
      emptyRefunds: 0,
      linkedRefunds: 0,
      ...counts,
    },
  };
}

function lastPurchaseMs(lastAt: Float64Array): number {
  const lastMs = lastAt.reduce((latest, at) => Math.max(latest, at), -Infinity);
  if (lastMs > -Infinity) return lastMs;
  throw new ClienteleError("EMPTY_INPUT", "the file has refunds but no purchases", {
    expected: "at least one purchase",
  });
}
