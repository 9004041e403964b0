import { DAYS_PER_UNIT, type TimeUnit } from "../core/calendar.js";
import { checkOneOf } from "../core/column.js";
import type { OrderPolicies, RefundPolicy } from "./options.js";
import type { CalendarGrain } from "./types.js";

const UNITS = Object.keys(DAYS_PER_UNIT) as TimeUnit[];

/** @throws ClienteleError INVALID_ARGUMENT */
export function checkUnit(unit: TimeUnit): void {
  checkOneOf(unit, "options.unit", UNITS);
}

/** @throws ClienteleError INVALID_ARGUMENT */
export function checkPolicies(policies: OrderPolicies): void {
  checkOneOf(policies.sameDay, "options.sameDay", ["merge", "keep"]);
  checkRefundPolicy(policies.refunds);
}

/** @throws ClienteleError INVALID_ARGUMENT */
export function checkRefundPolicy(refunds: RefundPolicy): void {
  checkOneOf(refunds, "options.refunds", ["net", "ignore", "refuse"]);
}

/** @throws ClienteleError INVALID_ARGUMENT */
export function checkGrain(grain: CalendarGrain): void {
  checkOneOf(grain, "options.grain", ["week", "month", "quarter", "year"]);
}
