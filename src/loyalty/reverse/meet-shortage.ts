import { itemsOf } from "../blocks/sorted-blocks.js";
import type { Account } from "../ledger/account-types.js";
import { lotOf } from "../ledger/change-lots.js";
import type { LotChange, LotClaim } from "../ledger/entry-types.js";
import type { RefundPolicy } from "../program/types.js";
import { availablePoints } from "../redeem/draw-lots.js";

/** What a refund claims of a lot, and how far the lot gave it. */
interface OpenClaim {
  readonly claim: LotClaim;
  readonly taken: number;
  /** What was spent of it. */
  readonly short: number;
}

/** How claims are met. */
export interface MetClaims {
  readonly claims: readonly LotClaim[];
  readonly lots: readonly LotChange[];
  readonly owed: number;
}

/**
 * Meets claims: by what each lot holds, by what lapsed of it unspent, and for points that are spent
 * as the policy says.
 */
export function meetClaims(
  account: Account,
  wanted: readonly LotChange[],
  spent: Required<RefundPolicy>["spent"],
): MetClaims {
  const open = wanted
    .filter(({ points }) => points > 0)
    .map((change) => openClaim(account, change));
  const changes = new Map(open.map(({ claim, taken }) => [claim.lot, -taken]));
  const short = open.reduce((so, claim) => so + claim.short, 0);
  let covered = 0;
  if (spent === "pendingFirst") covered = coverByPending(account, short, changes);
  let owing = short - covered;
  if (spent === "clamp" || spent === "charge") {
    owing = Math.min(short, Math.max(0, leftToSpend(account, changes)));
  }
  const owed = owing;
  const rest = spent === "charge" ? "charged" : "waived";
  const claims = open.map(({ claim, short }): LotClaim => {
    const byPending = Math.min(short, covered);
    covered -= byPending;
    const owes = Math.min(short - byPending, owing);
    owing -= owes;
    const left = short - byPending - owes;
    return { ...claim, ...(owes > 0 && { owed: owes }), ...(left > 0 && { [rest]: left }) };
  });
  const lots = [...changes].flatMap(([lot, points]) => (points < 0 ? [{ lot, points }] : []));
  return { claims, lots, owed };
}

function openClaim(account: Account, { lot: number, points }: LotChange): OpenClaim {
  const lot = lotOf(account, number);
  const taken = Math.min(points, lot.remaining);
  const lapsed = Math.min(points - taken, lot.lapsed ?? 0);
  const claim = { lot: number, points, ...(lapsed > 0 && { lapsed }) };
  return { claim, taken, short: points - taken - lapsed };
}

/** Takes points that are not yet spendable, the first to become so first; it says how many. */
function coverByPending(account: Account, short: number, changes: Map<number, number>): number {
  let left = short;
  for (const { lot: number } of itemsOf(account.pending)) {
    if (left === 0) break;
    const before = changes.get(number) ?? 0;
    const taken = Math.min(left, lotOf(account, number).remaining + before);
    changes.set(number, before - taken);
    left -= taken;
  }
  return short - left;
}

/** What could be spent after the changes. */
function leftToSpend(account: Account, changes: ReadonlyMap<number, number>): number {
  let available = availablePoints(account);
  for (const [number, points] of changes) {
    if (lotOf(account, number).state === "active") available += points;
  }
  return available;
}
