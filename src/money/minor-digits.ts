import { ClienteleError, describeValue } from "../core/errors.js";

// ISO 4217 list one with amendments up to 180 (2025), by decimals of the minor unit. Left out are
// metals, bond-market units and the like, whose minor unit the standard gives as not applicable.
const ACTIVE: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
    CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR
    PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
    TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

// List three, as far back as order logs commonly reach: withdrawn since 2010.
const WITHDRAWN: Readonly<Record<number, string>> = {
  0: "BYR",
  2: "ANG BGN CUC EEK HRK LTL LVL MRO SLL STD VEF ZMK ZWL",
};

/** The code of ISO 4217 for "no currency"; amounts have two decimals by our convention. */
export const NO_CURRENCY = "XXX";

const DIGITS = new Map<string, number>([[NO_CURRENCY, 2]]);
for (const list of [ACTIVE, WITHDRAWN]) {
  for (const [digits, codes] of Object.entries(list)) {
    for (const code of codes.split(/\s+/)) DIGITS.set(code, Number(digits));
  }
}

/**
 * The decimals of a currency's minor unit (ISO 4217): 2 for USD, 0 for JPY, 3 for KWD, 4 for CLF.
 *
 * @param currency - an active code, one withdrawn since 2010, or `XXX` for no currency (2)
 * @throws ClienteleError UNKNOWN_CURRENCY
 * @example
 * minorDigits("JPY") //=> 0
 */
export function minorDigits(currency: string, where = "currency"): number {
  const digits = DIGITS.get(currency);
  if (digits !== undefined) return digits;
  throw new ClienteleError(
    "UNKNOWN_CURRENCY",
    `${where} must be an ISO 4217 code such as USD, got ${describeValue(currency)}. Use XXX where there is no currency`,
    { where, expected: "an ISO 4217 code", got: describeValue(currency) },
  );
}

/** True for the codes that {@link minorDigits} knows. */
export function isCurrency(code: string): boolean {
  return DIGITS.has(code);
}
