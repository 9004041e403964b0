import type { Customer, ExternalId } from "./types.js";

/** A pair of system and value that several customers claim. */
export interface SharedExternalId {
  readonly system: string;
  readonly value: string;
  /** The customers, in the order in which they came. */
  readonly customerIds: readonly string[];
}

/**
 * One text per pair of system and value, to look customers up by; no two different pairs share it.
 *
 * @example
 * externalIdKey({ system: "webshop", value: "7781" }) //=> '["webshop","7781"]'
 */
export function externalIdKey({ system, value }: Pick<ExternalId, "system" | "value">): string {
  return JSON.stringify([system, value]);
}

/**
 * Finds the external ids that break the rule of one customer per system and value.
 *
 * @param customers - any number of customers
 * @returns the shared pairs in the order of their first appearance; empty where all is well
 */
export function findSharedExternalIds(
  customers: Iterable<Pick<Customer, "id" | "externalIds">>,
): SharedExternalId[] {
  const claims = new Map<string, { system: string; value: string; customerIds: Set<string> }>();
  for (const { id, externalIds } of customers) {
    for (const { system, value } of externalIds) {
      const key = externalIdKey({ system, value });
      const claim = claims.get(key);
      if (claim === undefined) claims.set(key, { system, value, customerIds: new Set([id]) });
      else claim.customerIds.add(id);
    }
  }
  return [...claims.values()]
    .filter(({ customerIds }) => customerIds.size > 1)
    .map((claim) => ({ ...claim, customerIds: [...claim.customerIds] }));
}
