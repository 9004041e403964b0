import type { ContactPoint } from "./contact-point/types.js";
import type { Fact } from "./fact/types.js";
import type { OrganizationName, PersonName } from "./name/types.js";

/**
 * A customer, a person or an organization, as plain JSON: it survives an exact JSON round trip.
 * All lists are in order of preference, the best entry first. What the customer consents to is
 * no part of it: consent is a log of its own, and no field of a profile can raise it.
 *
 * @typeParam Custom - the type of `custom`, inferred from the Standard Schema given to `parseCustomer`
 */
export type Customer<Custom = CustomFields> = Person<Custom> | Organization<Custom>;

/** A human being. */
export interface Person<Custom = CustomFields> extends CustomerBase<Custom> {
  readonly kind: "person";
  /** At least one: legal name, nickname, name in another script, … */
  readonly names: readonly PersonName[];
  readonly birthday?: Birthday | undefined;
}

/** A company, an association, a public body. */
export interface Organization<Custom = CustomFields> extends CustomerBase<Custom> {
  readonly kind: "organization";
  /** At least one: registered name, trading name, short name, … */
  readonly names: readonly OrganizationName[];
  /** In the words or the code list of the user, such as an ISIC code. */
  readonly industry?: string | undefined;
  readonly employeeCount?: number | undefined;
}

/** What persons and organizations have in common. */
export interface CustomerBase<Custom = CustomFields> extends Fact {
  /** Unique among all customers; an opaque text, never reused. */
  readonly id: string;
  readonly contactPoints: readonly ContactPoint[];
  readonly externalIds: readonly ExternalId[];
  readonly relationships: readonly Relationship[];
  readonly preferences: readonly Preference[];
  /** BCP 47 tag of the language to address the customer in, such as `zh-Hans`. */
  readonly language?: string | undefined;
  /** IANA zone of the customer's own days and quiet hours, such as `Asia/Shanghai`. */
  readonly timeZone?: string | undefined;
  /** Fields of the user's own. */
  readonly custom: Custom;
}

/** Custom fields without a schema: any JSON under any name. */
export interface CustomFields {
  readonly [field: string]: JsonValue;
}

/** Anything that JSON can write. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * A day that comes back every year: a month and a day of a calendar, not a point in time. The year
 * of birth is often unknown, and a day of the Chinese calendar falls on another date each year.
 */
export interface Birthday {
  readonly calendar: "gregorian" | "chinese";
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31; 1 to 30 in the Chinese calendar. */
  readonly day: number;
  /** Year of birth; in the Chinese calendar, the Gregorian year in which the lunar year began. */
  readonly year?: number | undefined;
  /** In the Chinese calendar: true for the leap month that follows `month`. */
  readonly isLeapMonth?: boolean | undefined;
}

/**
 * The key of this customer in another system. Within one system a value names one customer; one
 * customer may have several values, such as two old accounts that were merged.
 */
export interface ExternalId extends Fact {
  /** The system and, where it has several, its list: `webshop`, `tax:CN`, `wechat-openid:wx1a2b`. */
  readonly system: string;
  readonly value: string;
}

/** This customer is the `kind` of another one: `{ kind: "employeeOf", customerId: "acme" }`. */
export interface Relationship extends Fact {
  readonly kind: RelationshipKind;
  /** The other customer; never the customer itself. */
  readonly customerId: string;
}

/** The usual words, and any other that the user needs. */
export type RelationshipKind =
  | "employeeOf"
  | "contactFor"
  | "ownerOf"
  | "subsidiaryOf"
  | "spouseOf"
  | "parentOf"
  | "householdMemberOf"
  | "referredBy"
  | (string & {});

/** What a customer likes, as said or as concluded from behaviour. Consent is never a preference. */
export type Preference = StatedPreference | InferredPreference;

/** What the customer said. */
export interface StatedPreference extends PreferenceBase {
  readonly basis: "stated";
}

/** What was concluded from behaviour. */
export interface InferredPreference extends PreferenceBase {
  readonly basis: "inferred";
  /** How sure, 0 to 1. */
  readonly confidence?: number | undefined;
}

interface PreferenceBase extends Fact {
  /** What it is about: `contactChannel`, `shirtSize`, `newsletterFrequency`. */
  readonly topic: string;
  readonly value: string | number | boolean | readonly string[];
}
