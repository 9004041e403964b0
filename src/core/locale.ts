/** The languages of labels, reports and guides. */
export type Locale = "en" | "zh";

/** One text in every language of the library. */
export type LocalizedText = Readonly<Record<Locale, string>>;
