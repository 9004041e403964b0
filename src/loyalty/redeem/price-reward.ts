import { checkNumber, invalid, type Refused, refuse } from "../../core/index.js";
import { countUses } from "../command/cap-room.js";
import { checkCaps, notEligible, outsideWindow } from "../command/check-gate.js";
import type { Turn } from "../command/run-command.js";
import type { CounterUse, RewardTaken } from "../ledger/entry-types.js";
import type { CompiledCap } from "../program/compile-caps.js";
import { isOpen } from "../program/compile-gate.js";
import type { CompiledReward } from "../program/compile-program.js";
import type { RefusalCode } from "../refusal.js";
import type { RedeemCommand } from "../types.js";

/** What a reward costs now, and what taking it uses up. */
export interface PricedReward {
  readonly points: number;
  readonly reward: RewardTaken;
  readonly uses: readonly CounterUse[];
}

/** The price of a reward, or why it cannot be had. */
export function priceReward(
  turn: Turn,
  command: RedeemCommand,
): PricedReward | Refused<RefusalCode> {
  const { reward: id, quantity = 1, facts: member } = command;
  checkNumber(quantity, "command.quantity", "count");
  checkNumber(quantity, "command.quantity", "positive");
  const compiled = turn.version.rewards.get(id!);
  if (compiled === undefined) return refuse("unknownReward", `there is no reward ${id}`, { id });
  const { reward, gate, stock, budget } = compiled;
  const { account, occurredMs } = turn;
  if (!isOpen(gate, occurredMs)) return outsideWindow([gate], occurredMs);
  const tier = account.standing?.tier;
  const facts = {
    history: account.history,
    ...(member !== undefined && { member }),
    ...(tier !== undefined && { tier }),
  };
  if (gate.holds !== undefined && gate.holds(facts, occurredMs) !== true) {
    return notEligible([gate], facts, occurredMs);
  }
  const points = priceOf(compiled, tier) * quantity;
  if (!Number.isSafeInteger(points)) {
    throw invalid("command.quantity", "such that the price is a safe integer", quantity, {
      code: "UNSAFE_INTEGER",
    });
  }
  const use = { points, times: quantity };
  const refusal =
    sayAs("outOfStock", checkCaps({ ...gate, caps: stock }, turn, use)) ??
    sayAs("budgetSpent", checkCaps({ ...gate, caps: budget }, turn, use)) ??
    checkCaps(gate, turn, use);
  if (refusal !== undefined) return refusal;
  const useOf = (cap: CompiledCap) => ({ cap, amount: use[cap.counts] });
  return {
    points,
    reward: {
      id: reward.id,
      quantity,
      ...(reward.benefit !== undefined && { benefit: reward.benefit }),
    },
    uses: countUses([...stock, ...budget, ...gate.caps].map(useOf), turn),
  };
}

function priceOf({ reward: { price } }: CompiledReward, tier: string | undefined): number {
  if (typeof price === "number") return price;
  const ofTier = tier !== undefined && Object.hasOwn(price.tiers, tier) && price.tiers[tier];
  return ofTier || price.default;
}

function sayAs(
  code: RefusalCode,
  refusal: Refused<RefusalCode> | undefined,
): Refused<RefusalCode> | undefined {
  return refusal && { ...refusal, code };
}
