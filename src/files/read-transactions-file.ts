import { readTransactions } from "../transactions/read-transactions.js";
import {
  completeMapping,
  finishReading,
  LogColumns,
  type OrderColumns,
  type TransactionReading,
} from "../transactions/reading/index.js";
import { fileBytes, fileSize } from "./file-bytes.js";
import { joinRanges } from "./join-ranges.js";
import { scanInThreads } from "./scan-in-threads.js";
import type { FileMapping, FileOptions } from "./types.js";

/**
 * Reads an order log from a CSV or NDJSON file, gzipped or not: `readTransactions` by path, in
 * several threads where the file is large and plain.
 *
 * @param path - the file
 * @param mapping - which columns hold what; found by name where it says nothing
 * @throws ClienteleError as `readTransactions`; INVALID_ARGUMENT when the file cannot be read
 * @example
 * const { log, audit } = await readTransactionsFile("orders.csv", { defaultCurrency: "EUR" });
 */
export async function readTransactionsFile(
  path: string,
  mapping: FileMapping = {},
  options: FileOptions = {},
): Promise<TransactionReading> {
  const totalBytes = await fileSize(path);
  const complete = completeMapping(mapping);
  const ranges = await scanInThreads(path, totalBytes, complete, { kind: "log" }, options);
  if (ranges === undefined) {
    const onProgress =
      options.onProgress &&
      ((progress: { bytes: number; rows: number }) =>
        options.onProgress?.({ ...progress, totalBytes }));
    return await readTransactions(fileBytes(path), { ...mapping, onProgress });
  }
  const { dictionary, numbers, scan } = joinRanges(ranges);
  const columns = new LogColumns(ranges.reduce((sum, range) => sum + range.accepted, 0));
  ranges.forEach(({ orders }, index) => {
    const { customerIndex, atMs, amountMinor } = orders as OrderColumns;
    const common = numbers[index - 1];
    const renumbered = common ? customerIndex.map((customer) => common[customer]!) : customerIndex;
    columns.addBatch(renumbered, atMs, amountMinor, atMs.length);
  });
  return finishReading(scan, complete, dictionary.ids(), columns);
}
