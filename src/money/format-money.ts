import { type ClienteleError, invalid } from "../core/errors.js";
import { checkMoney } from "./create-money.js";
import { minorDigits, NO_CURRENCY } from "./minor-digits.js";
import type { Money } from "./types.js";

/**
 * An amount for people, in the manner of a language and region (`Intl.NumberFormat`), always with
 * all decimals that ISO 4217 gives the currency, and exact whatever its size.
 *
 * @param locale - a BCP 47 tag such as `en-US` or `zh-CN`
 * @throws ClienteleError INVALID_ARGUMENT for a text that is no tag; as `money` for what is no money
 * @example
 * formatMoney(money(123450, "USD"), "en-US") //=> "$1,234.50"
 */
export function formatMoney(amount: Money, locale: string): string {
  const decimal = formatDecimal(amount);
  // An `undefined` locale would silently be the locale of the machine.
  if (typeof locale !== "string") throw invalidLocale(locale);
  return numberFormat(locale, amount.currency).format(decimal as Intl.StringNumericLiteral);
}

/**
 * An amount for machines: a plain decimal with a point and all decimals of the currency.
 *
 * @returns the text that `parseMoney` reads back
 * @throws ClienteleError as `money` for what is no money
 * @example
 * formatDecimal(money(-5, "USD")) //=> "-0.05"
 */
export function formatDecimal(amount: Money): string {
  checkMoney(amount, "amount");
  const digits = minorDigits(amount.currency);
  const sign = amount.minor < 0 ? "-" : "";
  const all = String(Math.abs(amount.minor)).padStart(digits + 1, "0");
  const point = all.length - digits;
  return digits === 0 ? sign + all : `${sign}${all.slice(0, point)}.${all.slice(point)}`;
}

/** Making a format costs a thousand times its use; the bound is for callers who pass on foreign text. */
const formats = new Map<string, Intl.NumberFormat>();
const MOST_FORMATS = 500;

function numberFormat(locale: string, currency: string): Intl.NumberFormat {
  const key = `${currency} ${locale}`;
  const found = formats.get(key);
  if (found !== undefined) return found;
  const format = createFormat(locale, currency);
  if (formats.size < MOST_FORMATS) formats.set(key, format);
  return format;
}

function createFormat(locale: string, currency: string): Intl.NumberFormat {
  const digits = minorDigits(currency);
  try {
    return new Intl.NumberFormat(locale, {
      ...(currency === NO_CURRENCY ? {} : { style: "currency", currency }),
      // Intl has its own idea of some currencies: no decimals for IQD, IDR or HUF.
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  } catch {
    throw invalidLocale(locale);
  }
}

function invalidLocale(locale: unknown): ClienteleError {
  return invalid("locale", "a language tag such as en-US or zh-CN", locale);
}
