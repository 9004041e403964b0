import type { AsOf } from "../core/calendar.js";
import type { Locale } from "../core/locale.js";
import type { FactTypes } from "./fact-types.js";

/** What a decision depends on besides the rule and the facts. */
export interface EvaluateOptions {
  /** The present of the decision: an instant, or a date, which means the end of that local day. */
  readonly asOf: AsOf;
}

/** How a text is written. */
export interface TextOptions {
  readonly locale: Locale;
  /** Where the labels of the facts are found; a fact without label is called by its path. */
  readonly factTypes: FactTypes;
}

/** The text options as a caller writes them. */
export type TextOptionsInput = {
  readonly [K in keyof TextOptions]?: TextOptions[K] | undefined;
};

export const TEXT_DEFAULTS: TextOptions = { locale: "en", factTypes: {} };
