import type { Money } from "../../money/index.js";
import { roundBigQuotient } from "../../money/round-quotient.js";
import { findItem } from "../blocks/sorted-blocks.js";
import type { Account, Lot } from "../ledger/account-types.js";
import { BY_KEY, BY_SOURCE } from "../ledger/orders.js";
import { type CompiledProgram, versionOf } from "../program/compile-program.js";
import type { PointValue } from "../program/types.js";

/**
 * What is charged when the charged points of a lot change, in money of the version that earned them:
 * the difference of two rounded totals, so that changes which sum to nothing cost nothing.
 */
export function chargeFor(value: PointValue, before: number, after: number): Money {
  const { currency } = value.value;
  return { minor: worth(value, after) - worth(value, before), currency };
}

/** The value of points when a lot was earned; `undefined` when no version given knows it. */
export function pointValueOf(
  program: CompiledProgram,
  account: Account,
  lot: Lot,
): PointValue | undefined {
  const source =
    lot.source === undefined ? undefined : findItem(account.sources, lot.source, BY_SOURCE);
  const entry = source && findItem(account.commands, source.key, BY_KEY);
  return entry && versionOf(program, entry.command.version)?.program.value;
}

function worth({ points, value }: PointValue, charged: number): number {
  return Number(roundBigQuotient(BigInt(charged) * BigInt(value.minor), BigInt(points), "halfUp"));
}
