/**
 * What every statement about a customer carries: who says so and since when, and when it is true.
 * Both are needed to choose between two systems that disagree, and to say what was known when.
 */
export interface Fact {
  readonly provenance: Provenance;
  /** The first local day on which it holds, `YYYY-MM-DD`; without it, since ever. */
  readonly validFrom?: string | undefined;
  /** The first local day on which it holds no more, `YYYY-MM-DD`; without it, until further notice. */
  readonly validTo?: string | undefined;
}

/** Where a fact comes from. */
export interface Provenance {
  /** The system or the person that says so: `webshop`, `call centre`; sources are ranked by this name. */
  readonly source: string;
  /** When the source saw it: epoch milliseconds. */
  readonly observedAt: number;
  /** The record in the source, or the batch of the import. */
  readonly recordId?: string | undefined;
}

/** A fact inside a customer before its provenance is settled: without one, the customer's holds. */
export type Part<F extends Fact> = F extends Fact
  ? Omit<F, "provenance"> & { readonly provenance?: Provenance | undefined }
  : never;
