import type { Fact } from "../fact/types.js";

/**
 * The name of a person: in full, in parts, or both. Which part is written first is a property of
 * the name (Li Xiaolong, Bruce Lee), not of the reader.
 */
export interface PersonName extends Fact {
  /** The whole name as its bearer writes it; needed where there is neither `given` nor `family`. */
  readonly full?: string | undefined;
  readonly given?: string | undefined;
  readonly family?: string | undefined;
  /** Middle names, patronymics. */
  readonly additional?: string | undefined;
  /** Written before the name: `Dr.` */
  readonly prefix?: string | undefined;
  /** Written after the name: `Jr.`, `先生` */
  readonly suffix?: string | undefined;
  /** Without it, family first for names in Chinese, Japanese or Korean script, else given first. */
  readonly order?: NameOrder | undefined;
  readonly use?: "legal" | "usual" | "alias" | "former" | undefined;
  /** BCP 47 tag of the language or script, such as `zh-Hans` or `zh-Latn-pinyin`. */
  readonly language?: string | undefined;
}

/** Which part of a person's name is written first. */
export type NameOrder = "givenFirst" | "familyFirst";

/** The name of an organization. */
export interface OrganizationName extends Fact {
  readonly full: string;
  readonly use?: "legal" | "trading" | "short" | "former" | undefined;
  /** BCP 47 tag of the language or script. */
  readonly language?: string | undefined;
}
