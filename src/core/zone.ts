import type { NumberColumn } from "./column.js";
import { invalid } from "./errors.js";
import { createZoneOffsets } from "./zone-offsets.js";
import { createZoneRules, type ZoneRules } from "./zone-rules.js";

export { LOCAL_TIME_POLICY, type LocalTimePolicy, type ZoneRules } from "./zone-rules.js";

/** Zones asked for before; bounded, because `Intl` takes any spelling such as `asia/SHANGHAI`. */
const known = new Map<string, ZoneRules>();
const MOST_KNOWN = 1000;

/**
 * Refuses a name that is no time zone.
 *
 * @param zone - an IANA name such as `Asia/Shanghai`, or `UTC`
 * @throws ClienteleError UNKNOWN_TIME_ZONE
 */
export function checkZone(zone: string, where = "zone"): void {
  zoneRules(zone, where);
}

/**
 * The clock of a time zone, by the time-zone rules of the platform's `Intl`.
 *
 * @param zone - an IANA name such as `Asia/Shanghai`, or `UTC`
 * @returns conversions that cost nanoseconds, because offsets are kept once they are known
 * @throws ClienteleError UNKNOWN_TIME_ZONE
 * @example
 * zoneRules("Asia/Shanghai").startOfDay(0) //=> -28800000
 */
export function zoneRules(zone: string, where = "zone"): ZoneRules {
  const found = known.get(zone);
  if (found !== undefined) return found;
  const name = resolveZone(zone, where);
  const rules =
    known.get(name) ?? createZoneRules(name === "UTC" ? () => 0 : createZoneOffsets(name));
  if (known.size < MOST_KNOWN) known.set(name, rules).set(zone, rules);
  return rules;
}

/**
 * The local day of every instant of a column.
 *
 * @param atMs - epoch milliseconds
 * @param zone - an IANA name such as `Asia/Shanghai`, or `UTC`
 * @returns epoch days, aligned with `atMs`
 * @throws ClienteleError UNKNOWN_TIME_ZONE; INVALID_ARGUMENT with the index of the first value that is no instant
 */
export function localDays(atMs: NumberColumn, zone: string): Int32Array {
  if (typeof atMs !== "object" || atMs === null || !Number.isSafeInteger(atMs.length)) {
    throw invalid("atMs", "an array or a typed array of epoch milliseconds", atMs);
  }
  return zoneRules(zone).toEpochDays(atMs);
}

/** The name by which `Intl` knows the zone. */
function resolveZone(zone: string, where: string): string {
  try {
    // An `undefined` zone would silently be the zone of the machine.
    if (typeof zone === "string") {
      return new Intl.DateTimeFormat("en-US", { timeZone: zone }).resolvedOptions().timeZone;
    }
  } catch {
    // Told below, in our words.
  }
  throw invalid(where, "an IANA time zone", zone, {
    code: "UNKNOWN_TIME_ZONE",
    remedy: "Give a name such as Asia/Shanghai, Europe/Berlin or UTC",
  });
}
