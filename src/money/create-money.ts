import { type ClienteleError, invalid } from "../core/errors.js";
import { minorDigits } from "./minor-digits.js";
import { checkSafeInteger } from "./safe-integer.js";
import type { Money } from "./types.js";

/**
 * An amount of money.
 *
 * @param minor - whole minor units, a safe integer: `money(1050, "USD")` is 10.50 dollars
 * @param currency - ISO 4217 code
 * @throws ClienteleError INVALID_ARGUMENT when `minor` is no integer; UNSAFE_INTEGER beyond 2^53 - 1; UNKNOWN_CURRENCY
 * @example
 * money(1050, "USD") //=> { minor: 1050, currency: "USD" }
 */
export function money<Currency extends string>(minor: number, currency: Currency): Money<Currency> {
  minorDigits(currency);
  checkSafeInteger(minor, "minor");
  // Adding zero turns -0 into 0, so that equal amounts are also the same value.
  return { minor: minor + 0, currency };
}

/**
 * Refuses what is no amount of money.
 *
 * @throws ClienteleError as {@link money}
 */
export function checkMoney(amount: Money, where: string): void {
  if (typeof amount !== "object" || amount === null) throw invalid(where, "money", amount);
  minorDigits(amount.currency, `${where}.currency`);
  checkSafeInteger(amount.minor, `${where}.minor`);
}

/**
 * Refuses two amounts that are not money of one currency.
 *
 * @throws ClienteleError CURRENCY_MISMATCH, or as {@link money}
 */
export function checkSameCurrency(a: Money, b: Money): void {
  checkMoney(a, "a");
  checkMoney(b, "b");
  if (a.currency !== b.currency) throw currencyMismatch("b.currency", a.currency, b.currency);
}

/** The error for an amount in another currency than the one that is needed. */
export function currencyMismatch(where: string, expected: string, got: string): ClienteleError {
  return invalid(where, expected, got, {
    code: "CURRENCY_MISMATCH",
    remedy: "Convert one of the amounts first",
  });
}
