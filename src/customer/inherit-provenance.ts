import type { Fact, Part } from "./fact/types.js";
import type { Customer } from "./types.js";

/** The lists of a customer whose entries are facts. */
type FactList = "names" | "contactPoints" | "externalIds" | "relationships" | "preferences";

/** A customer whose parts may have no provenance of their own. */
export type CustomerFrame<C extends Customer<unknown> = Customer<unknown>> = C extends unknown
  ? Omit<C, FactList> & { readonly [List in FactList]: readonly Part<C[List][number]>[] }
  : never;

/** Gives every part of a customer that has no provenance of its own that of the customer. */
export function inheritProvenance<Custom>(
  customer: CustomerFrame<Customer<Custom>>,
): Customer<Custom> {
  const settle = (part: Part<Fact>): Fact => ({
    ...part,
    provenance: part.provenance ?? customer.provenance,
  });
  const settled: Record<FactList, readonly Fact[]> = {
    names: customer.names.map(settle),
    contactPoints: customer.contactPoints.map(settle),
    externalIds: customer.externalIds.map(settle),
    relationships: customer.relationships.map(settle),
    preferences: customer.preferences.map(settle),
  };
  // The compiler cannot see that each part keeps all its other fields.
  return { ...customer, ...settled } as Customer<Custom>;
}
