import type { Instant } from "../core/calendar.js";
import type { Verification } from "./contact-point/types.js";
import type { Fact, Provenance } from "./fact/types.js";
import type { Birthday, Customer } from "./types.js";

/** A point in time as callers have it: also ISO 8601 with an offset, `2026-03-31T09:00:00Z`. */
export type InstantInput = Instant | string;

/** A {@link Provenance} before parsing. */
export type ProvenanceInput = Omit<Provenance, "observedAt"> & {
  readonly observedAt: InstantInput;
};

/** A {@link Verification} before parsing. */
export type VerificationInput = Omit<Verification, "at"> & { readonly at: InstantInput };

/** A {@link Birthday} before parsing: Gregorian where it does not say. */
export type BirthdayInput = Omit<Birthday, "calendar"> & {
  readonly calendar?: Birthday["calendar"] | undefined;
};

/** A name, a contact point, … before parsing: without a provenance it takes that of the customer. */
export type PartInput<F extends Fact> = F extends Fact
  ? Omit<F, "provenance" | "verification"> & {
      readonly provenance?: ProvenanceInput | undefined;
    } & VerificationOf<F>
  : never;

/**
 * A customer before parsing: the lists, but for the names, and `custom` may be left out, and points
 * in time may be ISO texts.
 */
export type CustomerInput<C extends Customer = Customer> = C extends Customer
  ? Omit<C, "provenance" | "names" | OptionalList | "custom" | "birthday"> & {
      readonly provenance: ProvenanceInput;
      readonly names: readonly PartInput<C["names"][number]>[];
      readonly custom?: { readonly [field: string]: unknown } | undefined;
    } & {
      readonly [List in OptionalList]?: readonly PartInput<C[List][number]>[] | undefined;
    } & BirthdayOf<C>
  : never;

type OptionalList = "contactPoints" | "externalIds" | "relationships" | "preferences";

type VerificationOf<F> = F extends { readonly verification?: unknown }
  ? { readonly verification?: VerificationInput | undefined }
  : unknown;

type BirthdayOf<C> = C extends { readonly birthday?: unknown }
  ? { readonly birthday?: BirthdayInput | undefined }
  : unknown;
