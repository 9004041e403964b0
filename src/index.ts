/**
 * Customer management as pure functions: each module as a namespace.
 * `clientele/files` reads files and needs Node.js; it is imported by its own path.
 *
 * @module
 */
export * as clv from "./clv/index.js";
export * as core from "./core/index.js";
export * as customer from "./customer/index.js";
export * as lifecycle from "./lifecycle/index.js";
export * as loyalty from "./loyalty/index.js";
export * as money from "./money/index.js";
export * as report from "./report/index.js";
export * as rfm from "./rfm/index.js";
export * as rules from "./rules/index.js";
export * as survival from "./survival/index.js";
export * as transactions from "./transactions/index.js";
export * as value from "./value/index.js";
