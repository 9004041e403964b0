import { earn } from "../../../src/loyalty/earn/earn.js";
import type { Account, Program, TierPolicy } from "../../../src/loyalty/index.js";
import { openAccount } from "../../../src/loyalty/ledger/open-account.js";
import {
  type CompiledProgram,
  compileProgram,
} from "../../../src/loyalty/program/compile-program.js";

/** Spend within the calendar year, kept to the end of the next. */
export const YEARLY: TierPolicy = {
  metric: { measure: "spend" },
  window: { calendar: "year" },
  levels: [
    { id: "blue", label: { en: "Blue", zh: "蓝卡" }, from: 0 },
    { id: "silver", label: { en: "Silver", zh: "银卡" }, from: 30000 },
    { id: "gold", label: { en: "Gold", zh: "金卡" }, from: 100000 },
  ],
  validity: { after: "P1Y", upTo: "year" },
};

/** One point per euro, with tiers. */
export function tierProgram(tiers: TierPolicy, more: Partial<Program> = {}): Program {
  return {
    id: "club",
    version: 1,
    zone: "Europe/Berlin",
    currency: "EUR",
    earning: { rules: [{ id: "base", give: { points: 1, per: { minor: 100, currency: "EUR" } } }] },
    tiers,
    ...more,
  };
}

/** The instant of a time in Berlin's winter or summer. */
export function berlin(day: string, clock = "12:00:00"): number {
  const month = Number(day.slice(5, 7));
  return Date.parse(`${day}T${clock}${month > 3 && month < 11 ? "+02:00" : "+01:00"}`);
}

/** An account that bought for so many cents on such days. */
export function accountWith(
  program: CompiledProgram,
  orders: readonly (readonly [day: string, cents: number])[],
  opened = "2026-01-01",
): Account {
  const start = openAccount(program, { id: "m-1", at: berlin(opened, "00:00:00") });
  return orders.reduce((account, [day, cents], index) => {
    const outcome = earn(program, account, {
      key: `k${index}`,
      at: berlin(day),
      order: {
        id: String(index),
        lines: [{ id: "1", amount: { minor: cents, currency: "EUR" } }],
      },
    });
    if (!outcome.ok) throw new Error(outcome.message);
    return outcome.value.account;
  }, start);
}

/** A programme with tiers, ready to run. */
export function compiledTiers(tiers: TierPolicy, more: Partial<Program> = {}): CompiledProgram {
  return compileProgram(tierProgram(tiers, more));
}
