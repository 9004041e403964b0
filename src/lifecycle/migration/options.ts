import type { AsOf } from "../../core/calendar.js";

/** When customers are brought over, and what is known besides. */
export interface MigrationOptions {
  /** The instant of the migration; a date means the end of that day in the zone of the new version. */
  readonly asOf: AsOf;
  /** By customer, what the new version reads and the old one did not keep; lists of events too. */
  readonly facts?: ReadonlyMap<string, Readonly<Record<string, unknown>>> | undefined;
}

/** How far two versions are compared. */
export interface CompareOptions extends MigrationOptions {
  /** Customers whose difference is told; by default 100. */
  readonly most?: number | undefined;
}
