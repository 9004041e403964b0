import { checkOneOf } from "../core/column.js";
import { withDefaults } from "../core/options.js";
import { accept, type Outcome, type Refused, refuse } from "../core/outcome.js";
import { currenciesOfSign } from "./currency-signs.js";
import { minorDigits } from "./minor-digits.js";
import {
  PARSE_MONEY_DEFAULTS,
  type ParseMoneyOptions,
  type ParseMoneyOptionsInput,
} from "./options.js";
import { checkRounding, roundBigQuotient } from "./round-quotient.js";
import type { Money, RoundingMode } from "./types.js";

/** Why a text is not taken as an amount. */
export type ParseMoneyRefusal =
  | "NOT_AN_AMOUNT"
  | "GROUPED_DIGITS"
  | "TOO_MANY_DECIMALS"
  | "OTHER_CURRENCY"
  | "UNSAFE_INTEGER";

/** A sign, a currency sign, digits with their marks, a currency sign: `-¥ 12.50`, `¥-12.50`, `12.50元`. */
const AMOUNT = /^([+-]?) ?([^\d\s.,'+-]*) ?([+-]?)([\d.,' ]*\d) ?([^\d\s.,'+-]*)$/u;
const LONGEST_TEXT = 100;

/**
 * Reads an amount as people write it, exactly: `12.50`, `-12.5`, `$12.50`, `USD 12.50`, `12.50元`,
 * and any of these in full-width characters. The marks are those of the options, never a guess.
 *
 * @param text - digits with at most one decimal mark, a sign, and a sign or code of the currency
 * @param currency - ISO 4217 code of the amount
 * @param options - `decimal` (default `.`), `grouping` (default `refuse`), and `rounding` for
 *   decimals beyond the minor unit (default none: they are refused)
 * @returns the amount, or a refusal that says what is wrong with the text
 * @throws ClienteleError UNKNOWN_CURRENCY, UNKNOWN_OPTION, INVALID_ARGUMENT for a broken option
 * @example
 * parseMoney("￥１２.５０", "CNY") //=> { ok: true, value: { minor: 1250, currency: "CNY" } }
 */
export function parseMoney<Currency extends string>(
  text: string,
  currency: Currency,
  options: ParseMoneyOptionsInput = {},
): Outcome<Money<Currency>, ParseMoneyRefusal> {
  minorDigits(currency);
  const settings = completeOptions(options);
  const match =
    typeof text === "string" && text.length <= LONGEST_TEXT ? AMOUNT.exec(clean(text)) : null;
  if (match === null) return notAnAmount();
  const [, sign = "", prefix = "", innerSign = "", number = "", suffix = ""] = match;
  if (sign !== "" && innerSign !== "") return notAnAmount();
  const refusal = checkCurrencySigns([prefix, suffix], currency);
  if (refusal !== undefined) return refusal;
  const parts = splitNumber(number, settings);
  if ("code" in parts) return parts;
  const isNegative = sign + innerSign === "-";
  const minor = toMinor(parts, isNegative, minorDigits(currency), settings.rounding);
  return typeof minor === "number" ? accept({ minor, currency }) : minor;
}

/**
 * Full-width characters become plain ones, and every kind of space and minus the usual one. Other
 * compatibility characters are left alone: they would turn `5²` into 52.
 */
function clean(text: string): string {
  return text
    .replaceAll(/[\uff01-\uffe6]/g, (character) => character.normalize("NFKC"))
    .replaceAll("\u2212", "-")
    .replaceAll(/\s/g, " ")
    .trim();
}

function checkCurrencySigns(
  signs: readonly string[],
  currency: string,
): Refused<ParseMoneyRefusal> | undefined {
  for (const sign of signs) {
    if (sign === "") continue;
    const currencies = currenciesOfSign(sign);
    if (currencies.length === 0) return notAnAmount();
    if (!currencies.includes(currency)) {
      return refuse("OTHER_CURRENCY", `the text says ${sign}, which is not ${currency}`, {
        expected: currency,
        got: sign,
      });
    }
  }
  return undefined;
}

interface NumberParts {
  readonly integer: string;
  readonly fraction: string;
}

const GROUPED = /^[1-9]\d{0,2}(?:([.,' ])\d{3})(?:\1\d{3})*$/;

function splitNumber(
  number: string,
  settings: ParseMoneyOptions,
): NumberParts | Refused<ParseMoneyRefusal> {
  const [integer = "", fraction, ...rest] = number.split(settings.decimal);
  if (rest.length > 0 || !/^\d*$/.test(fraction ?? "")) return notAnAmount();
  if (/^\d*$/.test(integer)) return { integer, fraction: fraction ?? "" };
  if (!GROUPED.test(integer)) return notAnAmount();
  if (settings.grouping === "refuse") {
    return refuse("GROUPED_DIGITS", "the digits are grouped, which can be mistaken for decimals", {
      expected: "digits without marks between them",
      remedy: 'Remove the marks, or accept them with the option grouping: "accept"',
    });
  }
  return { integer: integer.replaceAll(/\D/g, ""), fraction: fraction ?? "" };
}

function toMinor(
  { integer, fraction }: NumberParts,
  isNegative: boolean,
  digits: number,
  rounding: RoundingMode | undefined,
): number | Refused<ParseMoneyRefusal> {
  const excess = fraction.slice(digits).replace(/0+$/, "");
  if (excess !== "" && rounding === undefined) {
    return refuse("TOO_MANY_DECIMALS", `the amount has more than ${digits} decimals`, {
      expected: `at most ${digits} decimals`,
      remedy: "Name a rounding, or correct the amount",
    });
  }
  const all = BigInt(integer + fraction.slice(0, digits).padEnd(digits, "0") + excess);
  const scale = 10n ** BigInt(excess.length);
  const minor = Number(roundBigQuotient(isNegative ? -all : all, scale, rounding ?? "down"));
  if (Number.isSafeInteger(minor)) return minor;
  return refuse("UNSAFE_INTEGER", "the amount has more than 2^53 - 1 minor units", {
    expected: "at most 2^53 - 1 minor units",
  });
}

function completeOptions(options: ParseMoneyOptionsInput): ParseMoneyOptions {
  const settings = withDefaults(PARSE_MONEY_DEFAULTS, options);
  checkOneOf(settings.decimal, "options.decimal", [".", ","]);
  checkOneOf(settings.grouping, "options.grouping", ["refuse", "accept"]);
  if (settings.rounding !== undefined) checkRounding(settings.rounding);
  return settings;
}

function notAnAmount(): Refused<ParseMoneyRefusal> {
  return refuse("NOT_AN_AMOUNT", "the text is not an amount of money", {
    expected: "a number such as 12.50, with or without the sign of its currency",
  });
}
