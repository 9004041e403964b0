import { parseIsoDate } from "../../core/epoch-day.js";
import { invalid } from "../../core/errors.js";
import type { Fact } from "./types.js";

/**
 * Whether a fact holds on a local day: `validFrom <= day < validTo`.
 *
 * @param fact - a name, a contact point, a relationship, …
 * @param day - `YYYY-MM-DD`, in the years 0001 to 9999
 * @throws ClienteleError INVALID_ARGUMENT when `day` is no such date
 * @example
 * customer.contactPoints.filter((point) => isValidOn(point, "2026-03-31"))
 */
export function isValidOn(fact: Pick<Fact, "validFrom" | "validTo">, day: string): boolean {
  if (typeof day !== "string" || parseIsoDate(day) === undefined) {
    throw invalid("day", "a date such as 2026-03-31", day);
  }
  // ISO dates of four-digit years sort as text.
  const hasBegun = fact.validFrom === undefined || fact.validFrom <= day;
  return hasBegun && (fact.validTo === undefined || day < fact.validTo);
}
