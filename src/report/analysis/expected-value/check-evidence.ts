import { type Refused, refuse } from "../../../core/outcome.js";
import type { ValueRefusal } from "../../value-types.js";

/** With less than this, a model would tell more about chance than about customers. */
export const EVIDENCE_NEEDED = { customers: 100, repeatCustomers: 30, weeks: 13 } as const;

/**
 * Whether the log holds enough to say something about the future.
 *
 * @param repeatCount - x of each customer
 * @param age - T of each customer, in weeks
 * @returns `undefined` where it does
 */
export function checkEvidence(
  repeatCount: Int32Array,
  age: Float64Array,
): Refused<ValueRefusal> | undefined {
  const customers = repeatCount.length;
  if (customers < EVIDENCE_NEEDED.customers) {
    return refuse("FEW_CUSTOMERS", tooLittle("customers", customers, EVIDENCE_NEEDED.customers));
  }
  const repeatCustomers = repeatCount.reduce((count, repeats) => count + (repeats > 0 ? 1 : 0), 0);
  const needed = EVIDENCE_NEEDED.repeatCustomers;
  if (repeatCustomers < needed) {
    return refuse(
      "FEW_REPEAT_BUYERS",
      tooLittle("customers with a repeat purchase", repeatCustomers, needed),
    );
  }
  const weeks = age.reduce((longest, weeks) => Math.max(longest, weeks), 0);
  if (weeks < EVIDENCE_NEEDED.weeks) {
    return refuse("SHORT_HISTORY", tooLittle("weeks", Math.floor(weeks), EVIDENCE_NEEDED.weeks));
  }
  return undefined;
}

function tooLittle(what: string, got: number, needed: number): string {
  return `the log holds ${got} ${what}; a forecast needs at least ${needed}`;
}
