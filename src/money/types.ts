/** An exact amount of money: plain JSON, the currency in the type. */
export interface Money<Currency extends string = string> {
  /** Whole minor units (cents of USD, yen of JPY): a safe integer, negative for a debt or refund. */
  readonly minor: number;
  /** ISO 4217 code; `XXX` is no currency, with two decimals. */
  readonly currency: Currency;
}

/** An exact fraction of two safe integers. */
export interface Ratio {
  readonly numerator: number;
  /** Positive. */
  readonly denominator: number;
}

/**
 * An exact decimal: text such as `"1.0832"` or `"8.3e-4"`, or a number, which counts as the
 * shortest decimal that names it (0.1 is one tenth).
 */
export type Decimal = string | number;

/**
 * Where an amount between two integers goes:
 *
 * - `halfEven` to the nearest, a half to the even one (banker's rounding);
 * - `halfUp` to the nearest, a half towards positive infinity;
 * - `halfAwayFromZero` to the nearest, a half away from zero (what Java and Excel call half up);
 * - `down` towards zero, `up` away from zero, `floor` and `ceiling` towards the infinities.
 */
export type RoundingMode =
  | "halfEven"
  | "halfUp"
  | "halfAwayFromZero"
  | "down"
  | "up"
  | "floor"
  | "ceiling";

/** The price of one currency in another: one major unit of `from` is `rate` major units of `to`. */
export interface ExchangeRate<From extends string = string, To extends string = string> {
  readonly from: From;
  readonly to: To;
  /** Positive. */
  readonly rate: Decimal;
}

/**
 * Exchange rates in the form in which central banks and rate services publish them: one unit of
 * `base` is `rates[currency]` units of that currency. `{ base: "EUR", rates: { USD: "1.08" } }`
 * says that one euro buys 1.08 dollars.
 */
export interface RateTable {
  /** ISO 4217 code of the currency into which amounts are converted. */
  readonly base: string;
  /** By ISO 4217 code; positive. */
  readonly rates: Readonly<Record<string, Decimal>>;
}
