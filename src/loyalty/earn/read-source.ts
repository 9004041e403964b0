import { invalid, type Refused, refuse } from "../../core/index.js";
import { checkName } from "../ledger/open-account.js";
import type { RefusalCode } from "../refusal.js";
import type { Order, OrderLine, ProgramEvent } from "../types.js";

/** Refuses an order that is none, or one in another currency than the programme's. */
export function checkOrder(order: Order, currency: string): Refused<RefusalCode> | undefined {
  if (typeof order !== "object" || order === null) throw invalid("order", "an order", order);
  checkName(order.id, "order.id");
  const { lines } = order;
  if (!Array.isArray(lines) || lines.length === 0) {
    throw invalid("order.lines", "a list with at least one line", lines);
  }
  const ids = new Set<string>();
  let total = 0;
  for (const [index, line] of (lines as readonly OrderLine[]).entries()) {
    const where = `order.lines[${index}]`;
    if (typeof line !== "object" || line === null) throw invalid(where, "an order line", line);
    if (ids.has(checkName(line.id, `${where}.id`))) {
      throw invalid(`${where}.id`, "unique within the order", line.id);
    }
    ids.add(line.id);
    const { amount, quantity = 1 } = line;
    if (!Number.isSafeInteger(amount?.minor) || amount.minor < 0) {
      throw invalid(`${where}.amount`, "money of whole minor units, not negative", amount?.minor, {
        remedy: "Take discounts off the lines they belong to; refunds go through `reverse`",
      });
    }
    if (!Number.isSafeInteger(quantity) || quantity < 1) {
      throw invalid(`${where}.quantity`, "a positive whole number", quantity);
    }
    if (amount.currency !== currency) return wrongCurrency(where, currency, amount.currency);
    total += amount.minor;
  }
  if (Number.isSafeInteger(total)) return undefined;
  throw invalid("order", "at most 2^53 - 1 minor units in all", total, { code: "UNSAFE_INTEGER" });
}

/** Refuses an event that is none. */
export function checkEvent(event: ProgramEvent): void {
  if (typeof event !== "object" || event === null) throw invalid("event", "an event", event);
  checkName(event.id, "event.id");
  checkName(event.type, "event.type");
}

/** The total of lines, in minor units. */
export function totalOf(lines: readonly OrderLine[]): number {
  return lines.reduce((so, { amount }) => so + amount.minor, 0);
}

function wrongCurrency(where: string, expected: string, got: unknown): Refused<RefusalCode> {
  return refuse("currencyMismatch", `${where} is not in ${expected}`, {
    where,
    expected,
    got: String(got),
    remedy: `Convert the order to ${expected} first`,
  });
}
