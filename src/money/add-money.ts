import { invalid } from "../core/errors.js";
import { checkMoney, checkSameCurrency, currencyMismatch } from "./create-money.js";
import { minorDigits } from "./minor-digits.js";
import { checkSafeInteger } from "./safe-integer.js";
import type { Money } from "./types.js";

/**
 * The sum of two amounts of one currency.
 *
 * @throws ClienteleError CURRENCY_MISMATCH; UNSAFE_INTEGER when the sum passes 2^53 - 1; as `money` for what is no money
 * @example
 * addMoney(money(1050, "USD"), money(250, "USD")) //=> { minor: 1300, currency: "USD" }
 */
export function addMoney<Currency extends string>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): Money<Currency> {
  checkSameCurrency(a, b);
  return toMoney(a.minor + b.minor, a.currency);
}

/**
 * The first amount less the second, of one currency.
 *
 * @throws ClienteleError as {@link addMoney}
 */
export function subtractMoney<Currency extends string>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): Money<Currency> {
  checkSameCurrency(a, b);
  return toMoney(a.minor - b.minor, a.currency);
}

/**
 * The sum of any number of amounts of one currency, in whatever order they come.
 *
 * @param amounts - an empty list sums to zero
 * @param currency - the currency of every amount
 * @throws ClienteleError CURRENCY_MISMATCH; UNSAFE_INTEGER when the total passes 2^53 - 1
 */
export function sumMoney<Currency extends string>(
  amounts: readonly Money<NoInfer<Currency>>[],
  currency: Currency,
): Money<Currency> {
  minorDigits(currency);
  if (!Array.isArray(amounts)) throw invalid("amounts", "an array of money", amounts);
  // The exact total, so that a sum which only passes through the unsafe integers is no error.
  let total = 0n;
  let partial = 0;
  for (const [index, amount] of amounts.entries()) {
    checkMoney(amount, `amounts[${index}]`);
    if (amount.currency !== currency) {
      throw currencyMismatch(`amounts[${index}].currency`, currency, amount.currency);
    }
    const next = partial + amount.minor;
    if (Number.isSafeInteger(next)) {
      partial = next;
    } else {
      total += BigInt(partial);
      partial = amount.minor;
    }
  }
  return toMoney(Number(total + BigInt(partial)), currency);
}

function toMoney<Currency extends string>(minor: number, currency: Currency): Money<Currency> {
  checkSafeInteger(minor, "the sum");
  return { minor: minor + 0, currency };
}
