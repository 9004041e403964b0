import { type Refused, refuse } from "../../core/index.js";
import type { Money } from "../../money/index.js";
import { findItem } from "../blocks/sorted-blocks.js";
import type { Draft, Turn } from "../command/run-command.js";
import { lotOf } from "../ledger/change-lots.js";
import type {
  LotChange,
  LotClaim,
  RedeemEntry,
  ReverseRedeemEntry,
} from "../ledger/entry-types.js";
import { BY_KEY, BY_REDEMPTION } from "../ledger/orders.js";
import { checkPoints } from "../redeem/redeem.js";
import type { RefusalCode } from "../refusal.js";
import type { ReverseCommand } from "../types.js";
import { chargeFor, pointValueOf } from "./charge-points.js";

/** Gives points of a cancelled redemption back to the lots they came from. */
export function reverseRedemption(
  turn: Turn,
  command: ReverseCommand,
  key: string,
): Draft<ReverseRedeemEntry> | Refused<RefusalCode> {
  const { account } = turn;
  const redemption = findItem(account.commands, key, BY_KEY);
  if (redemption?.kind !== "redeem") {
    return refuse("unknownRedemption", `no redemption has the key ${key}`, { redemption: key });
  }
  const before = findItem(account.reversals, key, BY_REDEMPTION)?.points ?? [];
  const left = redemption.lots.map(({ lot, points }, index) => ({
    lot,
    points: -points - (before[index] ?? 0),
  }));
  const most = left.reduce((so, { points }) => so + points, 0);
  if (command.points !== undefined) checkPoints(command.points, "command.points");
  const points = command.points ?? most;
  if (most === 0 || points > most) {
    return refuse("alreadyReversed", `${most} points are left of the redemption ${key}`, {
      redemption: key,
      left: most,
      asked: points,
    });
  }
  return draft(turn, redemption, giveBack(left, points), points === most);
}

/** The last lot drawn gets its points back first, as if less had been spent. */
function giveBack(left: readonly LotChange[], points: number): LotChange[] {
  const back: LotChange[] = [];
  let rest = points;
  for (const { lot, points: drawn } of left.toReversed()) {
    const given = Math.min(rest, drawn);
    if (given > 0) back.push({ lot, points: given });
    rest -= given;
  }
  return back;
}

function draft(
  { account, program }: Turn,
  redemption: RedeemEntry,
  back: readonly LotChange[],
  isWhole: boolean,
): Draft<ReverseRedeemEntry> {
  const lots: LotChange[] = [];
  const charges: Money[] = [];
  let owedSum = 0;
  const restores = back.map(({ lot: number, points }): LotClaim => {
    const lot = lotOf(account, number);
    const owed = Math.min(points, lot.owed ?? 0);
    const charged = Math.min(points - owed, lot.charged ?? 0);
    const waived = Math.min(points - owed - charged, lot.waived ?? 0);
    const reopened = points - owed - charged - waived;
    owedSum += owed;
    if (reopened > 0) lots.push({ lot: number, points: reopened });
    const value = charged > 0 ? pointValueOf(program, account, lot) : undefined;
    if (value !== undefined) {
      charges.push(chargeFor(value, lot.charged ?? 0, (lot.charged ?? 0) - charged));
    }
    return {
      lot: number,
      points,
      ...(owed > 0 && { owed }),
      ...(charged > 0 && { charged }),
      ...(waived > 0 && { waived }),
    };
  });
  const reopenedSum = lots.reduce((so, { points }) => so + points, 0);
  const { uses } = redemption;
  return {
    kind: "reverseRedeem",
    redemption: redemption.command.key,
    points: reopenedSum + owedSum,
    lots,
    restores,
    ...(owedSum > 0 && { debt: -owedSum }),
    ...(charges.length > 0 && {
      charge: charges.reduce((so, { minor, currency }) => ({ minor: so.minor + minor, currency })),
    }),
    ...(isWhole &&
      uses !== undefined && {
        uses: uses.map((use) => ({ ...use, amount: -use.amount })),
      }),
  };
}
