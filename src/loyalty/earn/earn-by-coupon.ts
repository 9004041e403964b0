import { type Refused, refuse } from "../../core/index.js";
import { checkGate } from "../command/check-gate.js";
import type { Draft, Turn } from "../command/run-command.js";
import type { EarnEntry } from "../ledger/entry-types.js";
import { checkName } from "../ledger/open-account.js";
import type { RefusalCode } from "../refusal.js";
import type { EarnCommand } from "../types.js";
import { draftFixed, startContext } from "./draft-earning.js";
import { factsOf } from "./evaluate-earning.js";

/** The points of a coupon code, within its window, condition and caps. */
export function earnByCoupon(
  turn: Turn,
  command: EarnCommand,
  code: string,
): Draft<EarnEntry> | Refused<RefusalCode> {
  const name = checkName(code, "coupon").toUpperCase();
  const { program, coupons } = turn.version;
  const compiled = coupons.get(name);
  if (compiled === undefined)
    return refuse("unknownCoupon", `there is no coupon ${name}`, { code });
  const { coupon, gate, terms } = compiled;
  const { context } = startContext(turn, command);
  const facts = factsOf(context, {}, program.currency);
  const refusal = checkGate(gate, turn, facts, { points: coupon.points, times: 1 });
  if (refusal !== undefined) return refusal;
  return {
    ...draftFixed(turn, gate.name, coupon.points, terms, gate.caps, context),
    source: { kind: "coupon", id: `coupon:${name}:${turn.key}`, code: name },
  };
}
