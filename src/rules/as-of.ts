import { type AsOf, resolveAsOf } from "../core/calendar.js";
import { invalid } from "../core/errors.js";
import { isInstantMs } from "./values/read-instant.js";

/**
 * The last millisecond that counts: of an instant, itself; of a date, the end of that day in the
 * rule's zone.
 *
 * @throws ClienteleError INVALID_ARGUMENT when it is no instant, or a date without a zone
 */
export function asOfToMs(asOf: AsOf, zone: string | undefined): number {
  if (typeof asOf === "number" && isInstantMs(asOf)) return asOf;
  if (typeof asOf === "string" && zone === undefined && !asOf.includes("T")) {
    throw invalid("asOf", "an instant, because the rule names no `zone` for a date", asOf);
  }
  const atMs = resolveAsOf(asOf, zone ?? "UTC").endMs - 1;
  if (isInstantMs(atMs)) return atMs;
  throw invalid("asOf", "an instant of the years up to 9999", atMs);
}
