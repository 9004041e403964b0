import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { earn } from "../../../src/loyalty/earn/earn.js";
import type { Account, Entry, TierPolicy } from "../../../src/loyalty/index.js";
import { openAccount } from "../../../src/loyalty/ledger/open-account.js";
import { replayAccount } from "../../../src/loyalty/ledger/replay-account.js";
import { reverse } from "../../../src/loyalty/reverse/reverse.js";
import { evaluateTier } from "../../../src/loyalty/tiers/evaluate-tier.js";
import { advance } from "../../../src/loyalty/time/advance.js";
import { berlin, compiledTiers, YEARLY } from "./tier-programs.js";

const DAY_MS = 86_400_000;
const OPENED_MS = berlin("2026-01-01", "00:00:00");

const policies = fc.record(
  {
    metric: fc.constant(YEARLY.metric),
    levels: fc.constant(YEARLY.levels),
    window: fc.constantFrom<TierPolicy["window"]>(
      { rolling: "P90D" },
      { rolling: "P1Y" },
      { calendar: "year" },
      { calendar: "quarter" },
      { anniversary: "P6M" },
      "ever",
    ),
    validity: fc.constantFrom<NonNullable<TierPolicy["validity"]>>(
      { after: "P1Y", upTo: "year" },
      { after: "P3M" },
      { after: "P6M", upTo: "quarter" },
    ),
    grace: fc.constantFrom("P1M", "P10D"),
    downgrade: fc.constantFrom<"oneStep" | "full">("oneStep", "full"),
  },
  { requiredKeys: ["metric", "levels", "window"] },
);
const steps = fc.array(
  fc.record({ days: fc.integer({ min: 0, max: 200 }), cents: fc.integer({ min: 1, max: 120000 }) }),
  { maxLength: 12 },
);

interface Run {
  readonly account: Account;
  readonly entries: readonly Entry[];
  readonly endMs: number;
}

/** Buys along the steps, with time settled at `pauses` equal steps of every wait. */
function buy(
  policy: TierPolicy,
  bought: readonly { days: number; cents: number }[],
  pauses: number,
): Run {
  const program = compiledTiers(policy);
  const entries: Entry[] = [];
  let account = openAccount(program, { id: "m", at: OPENED_MS });
  let nowMs = OPENED_MS;
  for (const [index, { days, cents }] of [...bought, { days: 400, cents: 0 }].entries()) {
    for (let pause = 1; pause <= pauses; pause++) {
      const atMs = nowMs + Math.floor((days * DAY_MS * pause) / pauses);
      const passed = advance(program, account, atMs);
      account = passed.account;
      entries.push(...passed.entries);
    }
    nowMs += days * DAY_MS;
    if (cents === 0) continue;
    const lines = [{ id: "1", amount: { minor: cents, currency: "EUR" } }];
    const outcome = earn(program, account, {
      key: `k${index}`,
      at: nowMs,
      order: { id: `o${index}`, lines },
    });
    if (!outcome.ok) throw new Error(outcome.message);
    entries.push(...outcome.value.entries);
    account = outcome.value.account;
  }
  return { account, entries, endMs: nowMs };
}

test.prop([policies, steps], { numRuns: 60 })(
  "time brings the same tiers in one step or in many, and the ledger replays to them",
  (policy, bought) => {
    const once = buy(policy, bought, 1);
    const often = buy(policy, bought, 7);
    expect(often.account).toEqual(once.account);
    const opened = openAccount(compiledTiers(policy), { id: "m", at: OPENED_MS });
    expect(replayAccount(opened, once.entries)).toEqual(once.account);
  },
);

test.prop([policies, steps], { numRuns: 60 })(
  "the tier in the ledger is the tier decided anew from what was earned",
  (policy, bought) => {
    const { account, endMs } = buy(policy, bought, 1);
    const status = evaluateTier(compiledTiers(policy), account, endMs);
    expect(status?.tier).toBe(account.standing?.tier ?? "blue");
    expect(status?.validUntilMs).toBe(account.standing?.validUntilMs);
  },
);

test.prop([policies, steps, fc.integer({ min: 1, max: 120000 })], { numRuns: 60 })(
  "an order that is wholly refunded leaves the tier as if it had never been",
  (policy, bought, cents) => {
    const program = compiledTiers(policy);
    const plain = buy(policy, bought, 1);
    const more = buy(policy, [...bought, { days: 0, cents }], 1);
    const order = `o${bought.length}`;
    const outcome = reverse(program, more.account, { key: "refund", at: more.endMs, order });
    if (!outcome.ok) throw new Error(outcome.message);
    const settled = outcome.value.account;
    const status = evaluateTier(program, plain.account, plain.endMs);
    expect(evaluateTier(program, settled, plain.endMs)).toEqual(status);
    expect(settled.standing?.tier ?? "blue").toBe(status?.tier);
  },
);

test.prop([policies, steps], { numRuns: 50 })(
  "where the metric alone decides, more spent never means a lower tier",
  ({ validity: _, grace: __, ...policy }, bought) => {
    const doubled = bought.map(({ days, cents }) => ({ days, cents: cents * 2 }));
    const [less, more] = [bought, doubled].map((orders) => {
      const { account, endMs } = buy(policy, orders, 1);
      return evaluateTier(compiledTiers(policy), account, endMs)!.level;
    });
    expect(more).toBeGreaterThanOrEqual(less!);
  },
);
