import type { CustomerInput } from "../../src/customer/index.js";

/** The least that a person needs. */
export const person: CustomerInput = {
  kind: "person",
  id: "p-1",
  names: [{ full: "Ada Lovelace" }],
  provenance: { source: "crm", observedAt: 1_700_000_000_000 },
};

/** The least that an organization needs. */
export const organization: CustomerInput = {
  kind: "organization",
  id: "o-1",
  names: [{ full: "Acme GmbH" }],
  provenance: { source: "crm", observedAt: 1_700_000_000_000 },
};
