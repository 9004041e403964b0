import type { Fact } from "../fact/types.js";

/** A way to reach a customer. */
export type ContactPoint = EmailAddress | PhoneNumber | PostalAddress | SocialHandle | WebPage;

/** An e-mail address. */
export interface EmailAddress extends ContactPointBase {
  readonly kind: "email";
  readonly address: string;
}

/** A telephone. */
export interface PhoneNumber extends ContactPointBase {
  readonly kind: "phone";
  /** As written, with the country code where it is known: `+86 138 0013 8000`. */
  readonly number: string;
  readonly line?: "mobile" | "fixed" | "fax" | undefined;
}

/** A postal address, from the large to the small. */
export interface PostalAddress extends ContactPointBase {
  readonly kind: "postal";
  /** ISO 3166-1 code of two letters. */
  readonly country?: string | undefined;
  /** State, province. */
  readonly region?: string | undefined;
  readonly city?: string | undefined;
  readonly district?: string | undefined;
  readonly postalCode?: string | undefined;
  /** Street and house, one entry per line; the whole address where it is not known in parts. */
  readonly lines: readonly string[];
  /** Who receives, where it is not the customer. */
  readonly recipient?: string | undefined;
}

/** An account on a messenger or a social network. */
export interface SocialHandle extends ContactPointBase {
  readonly kind: "social";
  /** `wechat`, `whatsapp`, `instagram`, … */
  readonly service: string;
  /** What a person types to find the account; keys of an API, such as an OpenID, are external ids. */
  readonly handle: string;
}

/** A page on the web. */
export interface WebPage extends ContactPointBase {
  readonly kind: "web";
  /** `http` or `https`. */
  readonly url: string;
}

interface ContactPointBase extends Fact {
  readonly use?: "personal" | "work" | "billing" | "shipping" | undefined;
  /** The last attempt to prove that it reaches the customer; without it, never tried. */
  readonly verification?: Verification | undefined;
}

/** A proof that a contact point reaches the customer, or that it does not. */
export interface Verification {
  readonly outcome: "verified" | "failed";
  /** Epoch milliseconds. */
  readonly at: number;
  /** How: `link`, `code`, `call`, `bounce`. */
  readonly method?: string | undefined;
}
