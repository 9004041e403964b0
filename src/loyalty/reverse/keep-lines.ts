import { invalid, type Refused, refuse } from "../../core/index.js";
import { roundBigQuotient } from "../../money/round-quotient.js";
import type { RefusalCode } from "../refusal.js";
import type { KeptLine, Order, OrderLine, RefundLine } from "../types.js";

/** The lines of an order before any refund. */
export function linesKept(order: Order): KeptLine[] {
  return order.lines.map(({ id, amount, quantity = 1 }) => ({
    line: id,
    amountMinor: amount.minor,
    quantity,
  }));
}

/** The order lines as far as they are kept. */
export function orderLinesOf(order: Order, kept: readonly KeptLine[]): OrderLine[] {
  const keptById = new Map(kept.map((line) => [line.line, line]));
  return order.lines.flatMap((line) => {
    const left = keptById.get(line.id);
    if (left === undefined) return [];
    const amount = { ...line.amount, minor: left.amountMinor };
    return [{ ...line, amount, quantity: left.quantity }];
  });
}

/** What is kept after a refund, or why it cannot be refunded. */
export function keepLess(
  kept: readonly KeptLine[],
  order: Order,
  refunds: readonly RefundLine[],
): { readonly kept: readonly KeptLine[] } | Refused<RefusalCode> {
  if (!Array.isArray(refunds) || refunds.length === 0) {
    throw invalid("command.lines", "a list with at least one line", refunds);
  }
  let left = kept;
  for (const [index, refund] of refunds.entries()) {
    const line = order.lines.find(({ id }) => id === refund?.line);
    if (line === undefined) {
      const lines = order.lines.map(({ id }) => id);
      return refuse("unknownLine", `the order has no line ${refund?.line}`, { lines });
    }
    const held = left.find((one) => one.line === line.id);
    if (held === undefined) return nothingLeft(line, { amountMinor: 0, quantity: 0 });
    const after = refundLine(held, line, refund, `command.lines[${index}]`);
    if ("ok" in after) return after;
    const isGone = after.amountMinor === 0 && (after.quantity === 0 || line.amount.minor > 0);
    left = left.flatMap((one) => (one !== held ? [one] : isGone ? [] : [after]));
  }
  return { kept: left };
}

function refundLine(
  held: KeptLine,
  line: OrderLine,
  { amount, quantity }: RefundLine,
  where: string,
): KeptLine | Refused<RefusalCode> {
  if (amount === undefined && quantity === undefined) {
    return { ...held, amountMinor: 0, quantity: 0 };
  }
  if (quantity !== undefined && !(Number.isSafeInteger(quantity) && quantity > 0)) {
    throw invalid(`${where}.quantity`, "a positive whole number", quantity);
  }
  const items = held.quantity - (quantity ?? 0);
  if (items < 0) return nothingLeft(line, held);
  if (amount === undefined) {
    // The share of the items that stay, so that refunds of all items sum to the whole amount.
    const share = BigInt(held.amountMinor) * BigInt(items);
    const amountMinor = Number(roundBigQuotient(share, BigInt(held.quantity), "halfUp"));
    return { ...held, amountMinor, quantity: items };
  }
  if (!(Number.isSafeInteger(amount?.minor) && amount.minor > 0)) {
    throw invalid(`${where}.amount`, "money of positive whole minor units", amount?.minor);
  }
  if (amount.currency !== line.amount.currency) {
    const expected = line.amount.currency;
    return refuse("currencyMismatch", `${where} is not in ${expected}`, {
      where,
      expected,
      got: String(amount.currency),
    });
  }
  const amountMinor = held.amountMinor - amount.minor;
  if (amountMinor < 0) return nothingLeft(line, held);
  return { ...held, amountMinor, quantity: items };
}

function nothingLeft(
  line: OrderLine,
  left: { readonly amountMinor: number; readonly quantity: number },
): Refused<RefusalCode> {
  const { amountMinor, quantity } = left;
  return refuse("alreadyReversed", `of line ${line.id} less is left than is to be refunded`, {
    line: line.id,
    left: { amount: { ...line.amount, minor: amountMinor }, quantity },
  });
}
