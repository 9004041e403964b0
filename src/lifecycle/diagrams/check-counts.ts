import { invalid } from "../../core/errors.js";

/**
 * Refuses what are no numbers by name.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkCounts(
  counts: Readonly<Record<string, number>> | undefined,
  where: string,
): void {
  if (counts === undefined) return;
  if (typeof counts !== "object" || counts === null) throw invalid(where, "an object", counts);
  for (const [name, count] of Object.entries(counts)) {
    if (Number.isSafeInteger(count) && count >= 0) continue;
    throw invalid(`${where}.${name}`, "a whole number of 0 or more", count);
  }
}
