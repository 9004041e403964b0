import type { Instant } from "../core/calendar.js";
import type { ContactPoint, Verification } from "./contact-point/types.js";
import type { Fact, Provenance } from "./fact/types.js";
import type { OrganizationName, PersonName } from "./name/types.js";
import type {
  Birthday,
  ExternalId,
  Organization,
  Person,
  Preference,
  Relationship,
} from "./types.js";

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
    } & (F extends { readonly verification?: unknown }
        ? { readonly verification?: VerificationInput | undefined }
        : unknown)
  : never;

/** A `Customer` before parsing: much may be left out, and points in time may be ISO texts. */
export type CustomerInput = PersonInput | OrganizationInput;

/** A {@link Person} before parsing. */
export interface PersonInput
  extends CustomerBaseInput,
    Omit<Person, keyof CustomerBaseInput | "names" | "birthday"> {
  readonly names: readonly PartInput<PersonName>[];
  readonly birthday?: BirthdayInput | undefined;
}

/** An {@link Organization} before parsing. */
export interface OrganizationInput
  extends CustomerBaseInput,
    Omit<Organization, keyof CustomerBaseInput | "names"> {
  readonly names: readonly PartInput<OrganizationName>[];
}

/** What persons and organizations have in common and what differs before parsing. */
export interface CustomerBaseInput {
  readonly provenance: ProvenanceInput;
  readonly contactPoints?: readonly PartInput<ContactPoint>[] | undefined;
  readonly externalIds?: readonly PartInput<ExternalId>[] | undefined;
  readonly relationships?: readonly PartInput<Relationship>[] | undefined;
  readonly preferences?: readonly PartInput<Preference>[] | undefined;
  readonly custom?: { readonly [field: string]: unknown } | undefined;
}
