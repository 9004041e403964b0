import { ClienteleError } from "../../core/errors.js";
import { currenciesOfSign } from "../../money/currency-signs.js";
import { isCurrency, minorDigits, NO_CURRENCY } from "../../money/minor-digits.js";
import { type RateConverter, rateConverter } from "../../money/rate-converter.js";
import type { TransactionMapping } from "./mapping.js";
import { parseAmount } from "./parse-amount.js";
import type { RejectReason } from "./quarantine.js";

/** Why a row has no amount in the currency of the log. */
export interface AmountFault {
  readonly role: "amount" | "currency";
  readonly value: string;
  readonly reason: RejectReason;
}

/** Reads amounts into one currency: that of the rates, of the mapping, or of the first row that names one. */
export class AmountReader {
  /** Amounts that were rounded to the minor unit, and amounts that were converted. */
  rounded = 0;
  converted = 0;

  readonly #mapping: TransactionMapping;
  readonly #convert: RateConverter | undefined;
  #currency: string | undefined;
  /** The first sign seen beside an amount of no stated currency. */
  #sign: string | undefined;

  /** @param hasCurrencyColumn - true when rows may name their currency */
  constructor(mapping: TransactionMapping, hasCurrencyColumn: boolean) {
    this.#mapping = mapping;
    this.#convert = mapping.rates && rateConverter(mapping.rates);
    this.#currency =
      mapping.rates?.base ?? (hasCurrencyColumn ? undefined : mapping.defaultCurrency);
  }

  /** The currency of all amounts; the default where no row has said another. */
  get currency(): string {
    return this.#currency ?? this.#mapping.defaultCurrency;
  }

  /** The currency that amounts can be read in without conversion; `undefined` before the first row. */
  get settledCurrency(): string | undefined {
    return this.#currency;
  }

  /**
   * Minor units of the common currency.
   *
   * @param currencyText - the currency cell, or an empty text for the default
   * @throws ClienteleError CURRENCY_MISMATCH for a second currency without rates
   */
  read(text: string, currencyText: string, line: number): number | AmountFault {
    const currency = currencyText === "" ? this.#mapping.defaultCurrency : codeOf(currencyText);
    if (currency === undefined) {
      return { role: "currency", value: currencyText, reason: "unknownCurrency" };
    }
    const parsed = parseAmount(text, minorDigits(currency), this.#mapping.decimal);
    if (typeof parsed === "string") return { role: "amount", value: text, reason: parsed };
    if (parsed.sign !== "" && !this.#fits(parsed.sign, currency)) {
      return { role: "amount", value: text, reason: "otherCurrency" };
    }
    this.#currency ??= currency;
    const minor =
      currency === this.#currency ? parsed.minor : this.#convertMinor(parsed.minor, currency, line);
    if (minor === "noRate") return { role: "currency", value: currency, reason: "noRate" };
    if (minor === "amountTooLarge") return { role: "amount", value: text, reason: minor };
    if (parsed.rounded) this.rounded++;
    if (currency !== this.#currency) this.converted++;
    return minor;
  }

  /** Amounts of no stated currency may bear any sign, as long as all bear the same. */
  #fits(sign: string, currency: string): boolean {
    if (currency !== NO_CURRENCY) return currenciesOfSign(sign).includes(currency);
    this.#sign ??= sign;
    const known = currenciesOfSign(this.#sign);
    return currenciesOfSign(sign).some((candidate) => known.includes(candidate));
  }

  #convertMinor(
    minor: number,
    currency: string,
    line: number,
  ): number | "noRate" | "amountTooLarge" {
    if (this.#convert === undefined) throw this.#mismatch(currency, line);
    try {
      return this.#convert(minor, currency) ?? "noRate";
    } catch (error) {
      if (error instanceof ClienteleError && error.code === "UNSAFE_INTEGER") {
        return "amountTooLarge";
      }
      throw error;
    }
  }

  #mismatch(currency: string, line: number): ClienteleError {
    const remedy =
      "give rates into one currency (--rates, in code: mapping.rates), or one file per currency";
    const rest = this.currency === NO_CURRENCY ? "have no currency" : `are in ${this.currency}`;
    return new ClienteleError(
      "CURRENCY_MISMATCH",
      `line ${line} is in ${currency}, but the rows before it ${rest}; ${remedy}`,
      { where: `line ${line}`, expected: this.currency, got: currency, remedy },
    );
  }
}

/** The code of a currency cell: a code itself, or a sign or name that only one currency has. */
function codeOf(text: string): string | undefined {
  const code = text.toUpperCase();
  if (isCurrency(code)) return code;
  const [currency, ...others] = currenciesOfSign(code);
  return others.length === 0 ? currency : undefined;
}
