import type { RoundingMode } from "./types.js";

/** The rounding of an exact result to whole minor units; it has no default, on purpose. */
export interface RoundingOptions {
  readonly rounding: RoundingMode;
}

/** How the text of an amount is read. */
export interface ParseMoneyOptions {
  /** The decimal mark. */
  readonly decimal: "." | ",";
  /** Whether digits may be grouped in threes, as in `1,234,567.89`; the mark is the one that is not decimal. */
  readonly grouping: "refuse" | "accept";
  /** What becomes of decimals beyond the minor unit; when `undefined`, they are refused. */
  readonly rounding: RoundingMode | undefined;
}

/** The options as a caller writes them. */
export type ParseMoneyOptionsInput = {
  readonly [K in keyof ParseMoneyOptions]?: ParseMoneyOptions[K] | undefined;
};

export const PARSE_MONEY_DEFAULTS: ParseMoneyOptions = {
  decimal: ".",
  grouping: "refuse",
  rounding: undefined,
};
