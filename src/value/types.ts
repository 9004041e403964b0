import type { NumberColumn, StringColumn } from "../core/column.js";
import type { LocalizedText } from "../core/locale.js";
import type { CustomerSummaries } from "../transactions/types.js";

/** What a tier is called. Tiers are numbered from the best, 0. */
export interface TierLabel {
  /** `A`, `B`, `C`, …: the same in every language. */
  readonly code: string;
  readonly name: LocalizedText;
}

/** What a tier amounts to: a row of the ABC table. */
export interface TierSummaryRow {
  /** The number of the tier, from the best, 0. */
  readonly tier: number;
  readonly customers: number;
  /** Of all customers, 0 to 1; `undefined` where there are none. */
  readonly customerShare: number | undefined;
  /** The values of its customers together, negative ones included. */
  readonly value: number;
  /** Of all values together; `undefined` where they are not positive together. */
  readonly valueShare: number | undefined;
}

/** Customers and their tiers, a batch of an accumulator. */
export interface TieredValues {
  /** The number of each customer's tier. */
  readonly tiers: NumberColumn;
  /** Each customer's value. */
  readonly values: NumberColumn;
}

/** The state of a `tierSummaryAccumulator`, plain JSON. */
export interface TierSummaryState {
  readonly kind: "tierSummary";
  readonly version: 1;
  /** For each tier, its customers and the parts of an exact sum of their values. */
  readonly tiers: readonly { readonly customers: number; readonly parts: readonly number[] }[];
}

/** The tiers of customers at one time. */
export interface TierSnapshot {
  /** Each customer once. */
  readonly customerIds: StringColumn;
  /** The number of each customer's tier. */
  readonly tiers: NumberColumn;
}

/** The same customers at two times, a batch of an accumulator. */
export interface TierSnapshots {
  readonly from: TierSnapshot;
  readonly to: TierSnapshot;
}

/** Who moved from which tier to which. */
export interface MigrationMatrix {
  /** `counts[from][to]`: customers in both snapshots. */
  readonly counts: readonly (readonly number[])[];
  /**
   * `shares[from][to]`: those counts over all customers of the tier `from`, leavers included;
   * `undefined` where the tier had none. With its leaver share, a row adds up to 1.
   */
  readonly shares: readonly (readonly (number | undefined)[])[];
  /** For each tier of the later snapshot, customers that are not in the earlier one. */
  readonly entrants: readonly number[];
  /** For each tier of the earlier snapshot, customers that are not in the later one. */
  readonly leavers: readonly number[];
  /** Leavers over all customers of the tier; `undefined` where it had none. */
  readonly leaverShares: readonly (number | undefined)[];
  /** Customers in a better tier than before, in the same, in a worse one. */
  readonly promoted: number;
  readonly kept: number;
  readonly demoted: number;
}

/** The state of a `migrationAccumulator`, plain JSON. */
export interface MigrationState {
  readonly kind: "tierMigration";
  readonly version: 1;
  readonly counts: readonly (readonly number[])[];
  readonly entrants: readonly number[];
  readonly leavers: readonly number[];
}

/** The tier of each customer and the day since when; a customer without one is new. */
export interface TierHistory {
  readonly tiers: ArrayLike<number | undefined>;
  /** Local days, `YYYY-MM-DD`. */
  readonly since: ArrayLike<string | undefined>;
}

/**
 * Why a customer has its tier after a review: `new` to the review; `kept`, as the value asks;
 * `promoted`; `demoted`; or still in the old tier because the value has not cleared the
 * `promotionMargin`, is within the `demotionMargin`, or the `minimumStay` is not over.
 */
export type TierReason =
  | "new"
  | "kept"
  | "promoted"
  | "demoted"
  | "promotionMargin"
  | "demotionMargin"
  | "minimumStay";

/** The tiers after a review; it is the history for the next one. */
export interface TierReview extends TierHistory {
  readonly tiers: Uint8Array;
  readonly since: readonly string[];
  /** The tier that the value alone asks for. */
  readonly targets: Uint8Array;
  readonly reasons: readonly TierReason[];
}

/** The best `customers` (a share, 0 to 1) bring `value` (a share, 0 to 1). */
export interface SharePoint {
  readonly customers: number;
  readonly value: number;
}

/** The fewest customers that bring a share of the value. */
export interface NeededCustomers extends SharePoint {
  /** `customers` as a number of customers; the one who crosses the share is counted. */
  readonly count: number;
}

/** How unevenly a value is spread over customers. */
export interface Concentration {
  /** Customers counted, those of no value included. */
  readonly customers: number;
  /** Customers of negative value, whatever the policy made of them. */
  readonly negativeCustomers: number;
  /** Their value together. */
  readonly total: number;
  /** Gini coefficient of these customers, 0 to (n - 1) / n: twice the area between curve and diagonal. */
  readonly gini: number;
  /** The same times n / (n - 1), 0 to 1, for few customers or a sample; `undefined` for one customer. */
  readonly giniCorrected: number | undefined;
  /** Herfindahl-Hirschman index, 1/n to 1; times 10,000 on the scale of competition law. */
  readonly hhi: number;
  /** 1 / hhi: as many customers of equal value would be as concentrated. */
  readonly effectiveCustomers: number;
  /** For each share of customers asked for, the value that the best of them bring. */
  readonly topShares: readonly SharePoint[];
  /** For each share of value asked for, the customers it takes. */
  readonly neededCustomers: readonly NeededCustomers[];
  /** From (0, 0) to (1, 1), best customers first: the Lorenz curve turned by half a circle. */
  readonly curve: readonly SharePoint[];
}

/** What each customer has brought so far. */
export interface HistoricValue {
  readonly customerIds: readonly string[];
  /** Spend times margin, major units of the currency; negative where refunds exceed spend. */
  readonly value: Float64Array;
  /** Value per unit of age; `undefined` for customers too young for a rate. */
  readonly perUnit: readonly (number | undefined)[];
  readonly unit: CustomerSummaries["unit"];
  readonly currency: string;
}
