/**
 * Order files of any size in Node.js: read by path, in several threads where they are large.
 *
 * @module
 */
export { readTransactionsFile } from "./read-transactions-file.js";
export {
  type FileSummary,
  type FileSummaryOptions,
  summarizeTransactionsFile,
} from "./summarize-transactions-file.js";
export type { FileMapping, FileOptions, FileProgress } from "./types.js";
