/**
 * Points programmes: a programme in configuration, on a ledger that cannot lose a point. Commands are
 * pure functions of programme, account and command; they return the changed account and the entries
 * to append, or a refusal that says what would work.
 *
 * @module
 */
export type { SortedBlocks } from "./blocks/sorted-blocks.js";
export { checkProgram } from "./check/check-program.js";
export type { ProgramFinding, ProgramFindingCode } from "./check/types.js";
export type { CommandOutcome, LedgerChange } from "./command/run-command.js";
export { type ProgramDiagramOptions, programToMermaid } from "./diagrams/program-to-mermaid.js";
export { earn } from "./earn/earn.js";
export type * from "./ledger/account-types.js";
export { type Balance, balance, balanceAt } from "./ledger/balance.js";
export type * from "./ledger/entry-types.js";
export { type AccountOpening, openAccount } from "./ledger/open-account.js";
export { replayAccount } from "./ledger/replay-account.js";
export {
  headOf,
  type LedgerFault,
  type LedgerHead,
  openLedger,
  type SealedEntry,
  sealEntries,
  verifyLedger,
} from "./ledger/seal-entries.js";
export {
  type Statement,
  type StatementLine,
  type StatementOptions,
  statement,
} from "./ledger/statement.js";
export { fitRedemption } from "./liability/fit-redemption.js";
export { liability } from "./liability/liability.js";
export type * from "./liability/options.js";
export { redemptionProbability } from "./liability/redemption-curve.js";
export { tabulateVintages } from "./liability/tabulate-vintages.js";
export type * from "./liability/types.js";
export { activate } from "./move/activate.js";
export { adjust } from "./move/adjust.js";
export { forfeit } from "./move/forfeit.js";
export { joinPool, leavePool } from "./move/membership.js";
export {
  receivePoints,
  sendPoints,
  type TransferChange,
  type TransferPair,
  transfer,
} from "./move/transfer.js";
export { type CompiledProgram, compileProgram } from "./program/compile-program.js";
export type * from "./program/offer-types.js";
export type * from "./program/tier-types.js";
export type * from "./program/types.js";
export { redeem } from "./redeem/redeem.js";
export type * from "./refusal.js";
export { allocateSale, type SaleAllocation, type SaleParts } from "./revenue/allocate-sale.js";
export {
  type DeferredRevenue,
  deferRevenue,
  type RevenueRelease,
  type RevenueUse,
  releaseRevenue,
} from "./revenue/release-revenue.js";
export { reverse } from "./reverse/reverse.js";
export { parseProgram, programJsonSchema, programSchema } from "./schema.js";
export type * from "./simulation/options.js";
export { simulateProgram } from "./simulation/simulate-program.js";
export type * from "./simulation/types.js";
export { evaluateTier } from "./tiers/evaluate-tier.js";
export type * from "./tiers/types.js";
export { advance, nextDue, type TimeChange } from "./time/advance.js";
export type * from "./types.js";
