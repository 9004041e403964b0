import { invalid } from "../../core/index.js";
import { findItem } from "../blocks/sorted-blocks.js";
import type { Account } from "../ledger/account-types.js";
import type { CounterUse } from "../ledger/entry-types.js";
import { BY_COUNTER } from "../ledger/orders.js";
import { type CompiledCap, counterOf } from "../program/compile-caps.js";
import type { ProgramVersion } from "../program/compile-program.js";

/** What room under caps depends on. */
export interface CapSituation {
  readonly account: Account;
  readonly version: ProgramVersion;
  readonly occurredMs: number;
  readonly member: string;
  readonly shared: Readonly<Record<string, number>> | undefined;
}

/** How much is left under a cap now. */
export function capRoom(cap: CompiledCap, situation: CapSituation): number {
  if (cap.within === "order") return cap.limit;
  const counter = counterFor(cap, situation);
  const used =
    cap.per === "program"
      ? sharedUse(counter, situation.shared)
      : (findItem(situation.account.counters, counter, BY_COUNTER)?.used ?? 0);
  return Math.max(0, cap.limit - used);
}

/** The counter of a cap now. */
export function counterFor(cap: CompiledCap, situation: CapSituation): string {
  const { member, occurredMs, version } = situation;
  return counterOf(cap, member, occurredMs, version.clock);
}

/** What is used of caps, by counter; a counter that all accounts share says its limit. */
export function countUses(
  uses: readonly { readonly cap: CompiledCap; readonly amount: number }[],
  situation: CapSituation,
): CounterUse[] {
  return uses
    .filter(({ cap, amount }) => amount !== 0 && cap.within !== "order")
    .map(({ cap, amount }) => {
      const counter = counterFor(cap, situation);
      return cap.per === "program" ? { counter, amount, limit: cap.limit } : { counter, amount };
    });
}

function sharedUse(counter: string, shared: CapSituation["shared"]): number {
  const used = shared !== undefined && Object.hasOwn(shared, counter) ? shared[counter] : undefined;
  if (typeof used === "number" && Number.isSafeInteger(used) && used >= 0) return used;
  throw invalid(`command.shared["${counter}"]`, "how much is used so far", used, {
    remedy: "This is counted over all accounts: give what your store has counted, 0 at first",
  });
}
