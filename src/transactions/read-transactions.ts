import type { ByteSource } from "./reading/byte-pieces.js";
import { openBytes } from "./reading/byte-source.js";
import { classifySource } from "./reading/classify-source.js";
import { finishReading, type TransactionReading } from "./reading/finish-reading.js";
import { IdDictionary } from "./reading/id-dictionary.js";
import { LogColumns } from "./reading/log-columns.js";
import { completeMapping, type TransactionMappingInput } from "./reading/mapping.js";
import { Quarantine } from "./reading/quarantine.js";
import { scanBytes } from "./reading/scan-bytes.js";
import { type RowSource, scanRows } from "./reading/scan-rows.js";

/** What {@link readTransactions} reads: bytes or text of CSV or NDJSON (gzip or not), row objects, or batches of columns. */
export type TransactionSource = ByteSource | RowSource;

/**
 * Reads an order log from a file's bytes, from row objects, or from batches of columns, streaming.
 * No row is lost: each is in the log, in quarantine with line, column, value and reason, or merged
 * by a policy that the audit names.
 *
 * @param source - bytes, text, a stream of either, an iterable of row objects, or of column batches
 * @param mapping - which columns hold what; columns are found by name where it says nothing
 * @throws ClienteleError EMPTY_INPUT, MISSING_COLUMN, TOO_MANY_REJECTED, UNSUPPORTED_FORMAT,
 *   TRUNCATED_INPUT, LIMIT_EXCEEDED, CURRENCY_MISMATCH, INVALID_ARGUMENT
 * @example
 * const { log, audit } = await readTransactions(text, { defaultCurrency: "USD" });
 */
export async function readTransactions(
  source: TransactionSource,
  mapping: TransactionMappingInput = {},
): Promise<TransactionReading> {
  const complete = completeMapping(mapping);
  const target = {
    dictionary: new IdDictionary(),
    quarantine: new Quarantine(),
    sink: new LogColumns(),
  };
  let bytes = 0;
  const count = (more: number) => {
    bytes += more;
  };
  const report = (rows: number) => complete.onProgress?.({ bytes, rows });
  const found = await classifySource(source);
  const { intake, scanner } =
    found.kind === "rows"
      ? await scanRows(found.source, complete, target, report)
      : await scanBytes(
          // Text is no longer in any encoding.
          openBytes(found.source, found.kind === "text" ? "utf-8" : complete.encoding, count),
          complete,
          target,
          report,
        );
  const { roundedAmounts, convertedAmounts, currency } = intake;
  const scan = {
    rows: scanner.rows,
    blankLines: scanner.blankLines,
    rejected: target.quarantine.rows,
    roundedAmounts,
    convertedAmounts,
    currency,
  };
  return finishReading(scan, complete, target.dictionary.ids(), target.sink);
}
