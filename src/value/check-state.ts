import { ClienteleError, describeValue, invalid } from "../core/errors.js";

/**
 * Refuses what is no state of the given kind of accumulator.
 *
 * @throws ClienteleError INVALID_ARGUMENT for another kind; UNSUPPORTED_VERSION for another version
 */
export function checkState(
  state: { readonly kind: string; readonly version: number },
  kind: string,
): void {
  if (typeof state !== "object" || state === null || state.kind !== kind) {
    throw invalid("state.kind", JSON.stringify(kind), (state as typeof state | null)?.kind);
  }
  if (state.version !== 1) {
    const message = `state.version must be 1, got ${describeValue(state.version)}. Add the data up again`;
    throw new ClienteleError("UNSUPPORTED_VERSION", message, { where: "state.version" });
  }
}

/**
 * Refuses a list of a state that is none, or is longer than there are tiers.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkStateList(list: readonly unknown[], where: string, tierCount: number): void {
  if (!Array.isArray(list) || list.length > tierCount) {
    throw invalid(where, `a list of at most ${tierCount} tiers`, list);
  }
}
