/**
 * The customer report: an order log analysed, written as one HTML page and as a table of scored
 * customers.
 *
 * @module
 */
export { analyzeOrders } from "./analyze-orders.js";
export type { CustomerRow } from "./csv/customer-table.js";
export { customerTable } from "./csv/customer-table.js";
export { customerCsvChunks, renderCustomerCsv } from "./csv/render-customer-csv.js";
export type * from "./lifecycle-types.js";
export * from "./options.js";
export { renderReport } from "./render-report.js";
export type * from "./types.js";
export type * from "./value-types.js";
