import { isCurrency } from "./minor-digits.js";

const SIGNS: Readonly<Record<string, string>> = {
  $: `USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP UYU BBD BMD BND BSD BZD DOP FJD GYD JMD KYD LRD NAD
    NIO SBD SRD TTD XCD`,
  US$: "USD",
  CA$: "CAD",
  C$: "CAD NIO",
  A$: "AUD",
  AU$: "AUD",
  NZ$: "NZD",
  HK$: "HKD",
  NT$: "TWD",
  S$: "SGD",
  MX$: "MXN",
  R$: "BRL",
  "€": "EUR",
  "£": "GBP FKP GIP SHP",
  "¥": "CNY JPY",
  "CN¥": "CNY",
  "JP¥": "JPY",
  RMB: "CNY",
  人民币: "CNY",
  人民幣: "CNY",
  元: "CNY HKD MOP TWD",
  圆: "CNY",
  圓: "CNY HKD MOP TWD",
  円: "JPY",
  "₩": "KRW KPW",
  원: "KRW",
  "₹": "INR",
  "₽": "RUB",
  "₺": "TRY",
  "₫": "VND",
  "₴": "UAH",
  "₪": "ILS",
  "฿": "THB",
  "₱": "PHP CUP",
  "₦": "NGN",
  "₸": "KZT",
};

const CURRENCIES_BY_SIGN: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(SIGNS).map(([sign, currencies]) => [sign, currencies.split(/\s+/)]),
);

/**
 * The currencies that a sign or code beside an amount can stand for: `¥` for CNY and JPY, `USD`
 * for itself.
 *
 * @returns an empty list for a text that is neither
 */
export function currenciesOfSign(sign: string): readonly string[] {
  return CURRENCIES_BY_SIGN.get(sign) ?? (isCurrency(sign) ? [sign] : []);
}
