import type { CommandOutcome } from "../command/run-command.js";
import { earn } from "../earn/earn.js";
import type { Account } from "../ledger/account-types.js";
import type { Entry } from "../ledger/entry-types.js";
import { openAccount } from "../ledger/open-account.js";
import { type CompiledProgram, versionAt } from "../program/compile-program.js";
import { availablePoints } from "../redeem/draw-lots.js";
import { redeem } from "../redeem/redeem.js";
import { reverse } from "../reverse/reverse.js";
import { settleAccount } from "../tiers/settle-tier.js";
import type { Order } from "../types.js";
import type { SimulationOptions } from "./options.js";
import type { SharedCounters } from "./simulate-program.js";
import type { Tally } from "./tally.js";
import type { OrderHistory } from "./types.js";

/** One customer of a simulation. */
export interface SimulatedCustomer {
  readonly program: CompiledProgram;
  readonly history: OrderHistory;
  readonly customer: number;
  readonly positions: Int32Array;
  readonly untilMs: number;
  readonly settings: SimulationOptions;
  readonly shared: SharedCounters;
  readonly tally: Tally;
}

/** What became of a customer's orders. */
export interface CustomerRun {
  orders: number;
  refunds: number;
  skipped: number;
  /** Points granted less those taken back. */
  kept: number;
}

/** Runs the orders of one customer through the commands of the programme. */
export function simulateCustomer(member: SimulatedCustomer): CustomerRun {
  const { program, history, customer, positions, untilMs, settings, tally } = member;
  const run: CustomerRun = { orders: 0, refunds: 0, skipped: 0, kept: 0 };
  const openedMs = history.atMs[positions[0]!]!;
  let account = openAccount(program, { id: history.customerIds[customer]!, at: openedMs });
  const lowest = versionAt(program, openedMs)?.program.tiers?.levels[0]?.id;
  tally.join(openedMs, lowest);
  let tier = lowest;
  const count = (entries: readonly Entry[]) => {
    for (const entry of entries) {
      tally.add(entry, tier);
      if (entry.kind === "tier") tier = entry.standing.tier;
      if (entry.kind === "earn" || entry.kind === "reverseEarn") run.kept += entry.points;
    }
  };
  const accept = (outcome: CommandOutcome | undefined): boolean => {
    if (!outcome?.ok) return false;
    account = outcome.value.account;
    count(outcome.value.entries);
    for (const { counter, amount } of outcome.value.claims) member.shared.add(counter, amount);
    return true;
  };
  for (const position of positions) {
    const isRefund = history.amountMinor[position]! < 0;
    if (isRefund) {
      if (accept(refund(member, account, position))) run.refunds++;
      else run.skipped++;
      continue;
    }
    if (settings.redeemPoints !== undefined) spend(member, account, position, accept);
    if (accept(buy(member, account, position))) run.orders++;
    else run.skipped++;
  }
  const entries: Entry[] = [];
  account = settleAccount(program, account, untilMs, entries);
  count(entries);
  tally.close(account);
  return run;
}

function buy(member: SimulatedCustomer, account: Account, position: number): CommandOutcome {
  const { program, history, settings, shared } = member;
  const order = settings.orderAt?.(position) ?? plainOrder(history, position);
  const at = history.atMs[position]!;
  return earn(program, account, { key: `o${position}`, at, order, shared: shared.view });
}

function plainOrder({ amountMinor, currency }: OrderHistory, position: number): Order {
  const amount = { minor: amountMinor[position]!, currency };
  return { id: String(position), lines: [{ id: "1", amount }] };
}

/** Takes back what a linked refund says, off its order's first line; `undefined` without its order. */
function refund(
  member: SimulatedCustomer,
  account: Account,
  position: number,
): CommandOutcome | undefined {
  const { program, history, settings } = member;
  const bought = history.refundOf?.[position] ?? -1;
  if (bought < 0) return undefined;
  const { id, lines } = settings.orderAt?.(bought) ?? plainOrder(history, bought);
  const amount = { minor: -history.amountMinor[position]!, currency: history.currency };
  return reverse(program, account, {
    key: `r${position}`,
    at: history.atMs[position]!,
    order: id,
    lines: [{ line: lines[0]!.id, amount }],
  });
}

function spend(
  { program, history, settings, customer }: SimulatedCustomer,
  account: Account,
  position: number,
  accept: (outcome: CommandOutcome) => boolean,
): void {
  const at = history.atMs[position]!;
  const step = settings.redeemPoints!;
  const settled = settleAccount(program, account, at, []);
  const points = Math.floor(availablePoints(settled) / step) * step;
  if (points <= 0) return;
  accept(
    redeem(program, account, {
      key: `s${position}`,
      at,
      points,
      member: history.customerIds[customer]!,
    }),
  );
}
