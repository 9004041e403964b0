import { addPeriod, checkNumber, invalid, type Refused, refuse } from "../../core/index.js";
import { checkGate } from "../command/check-gate.js";
import type { Draft, Turn } from "../command/run-command.js";
import type { EarnEntry } from "../ledger/entry-types.js";
import { checkName } from "../ledger/open-account.js";
import type { CompiledReferral } from "../program/compile-program.js";
import type { RefusalCode } from "../refusal.js";
import type { EarnCommand, ReferralClaim } from "../types.js";
import { draftFixed, refuseEarned, startContext } from "./draft-earning.js";
import { factsOf } from "./evaluate-earning.js";
import { checkOrder } from "./read-source.js";

/** The points of one side of a referral. */
export function earnByReferral(
  turn: Turn,
  command: EarnCommand,
  referral: ReferralClaim,
): Draft<EarnEntry> | Refused<RefusalCode> {
  checkClaim(turn, referral);
  const { role, referrer, friend, friendOrders, order } = referral;
  const { program, referral: compiled } = turn.version;
  if (compiled === undefined) return refuse("notOffered", "the programme rewards no referrals");
  if (referrer === friend) {
    return refuse("selfReferral", "an account cannot refer itself", { referrer });
  }
  const mismatch = order && checkOrder(order, program.currency);
  if (mismatch !== undefined) return mismatch;
  const id = role === "referrer" ? `referral:${friend}` : "referred";
  const refusal = refuseEarned(turn, id) ?? checkFriend(turn, compiled, referral);
  if (refusal !== undefined) return refusal;

  const { context } = startContext(turn, command);
  const ofFriend = { ...context, history: { orders: friendOrders } };
  const facts = factsOf(ofFriend, order === undefined ? {} : { order }, program.currency);
  const { points } = compiled.referral[role];
  // Caps bound how many friends a referrer brings, not the friends.
  const caps = role === "referrer" ? compiled.gate.caps : [];
  const closed = checkGate({ ...compiled.gate, caps }, turn, facts, { points, times: 1 });
  if (closed !== undefined) return closed;
  return {
    ...draftFixed(turn, `referral/${role}`, points, compiled[role], caps, context),
    source: { kind: "referral", id, referral },
  };
}

function checkClaim({ account }: Turn, referral: ReferralClaim): void {
  const { role, referrer, friend, friendOrders } = referral;
  if (role !== "referrer" && role !== "friend") {
    throw invalid("referral.role", '"referrer" or "friend"', role);
  }
  checkName(referrer, "referral.referrer");
  checkName(friend, "referral.friend");
  checkNumber(friendOrders, "referral.friendOrders", "count");
  if (referral[role] !== account.id) {
    throw invalid(`referral.${role}`, `the account, ${account.id}`, referral[role]);
  }
}

function checkFriend(
  { occurredMs, version }: Turn,
  { validFor }: CompiledReferral,
  { invitedAt, friendOrders }: ReferralClaim,
): Refused<RefusalCode> | undefined {
  const invitedMs = invitedAt as number;
  const expiresMs = addPeriod(invitedMs, validFor, version.program.zone);
  if (occurredMs < invitedMs || occurredMs >= expiresMs) {
    return refuse("referralExpired", "the invitation was not good at that time", {
      invitedMs,
      expiresMs,
    });
  }
  if (friendOrders === 0) return undefined;
  return refuse("friendNotNew", "the friend had ordered before", { friendOrders });
}
