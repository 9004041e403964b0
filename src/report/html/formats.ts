import type { Locale } from "../../core/locale.js";
import type { CalendarGrain } from "../../transactions/types.js";

/** How one page writes numbers, money and dates. */
export interface Formats {
  /** `23,570` */
  count(value: number): string;
  /** `2.96`: at most `digits` decimals, two where not said. */
  decimal(value: number, digits?: number): string;
  /** `1.740`: just so many decimals, for columns of them. */
  fixed(value: number, digits: number): string;
  /** `66%` of 0.66; `digits` decimals, none where not said; a dash where there is no share. */
  percent(share: number | undefined, digits?: number): string;
  /** `$2,500,316` from a thousand up, `$35.89` below. */
  money(value: number): string;
  /** `$250K`, `$64`: two figures or three, for axes and narrow cells. */
  shortMoney(value: number): string;
  /** `12K`, for axes. */
  shortCount(value: number): string;
  /** `Jan 1, 1997` of `1997-01-01`. */
  day(isoDay: string): string;
  /** The calendar period that begins on a day: `Jan 1997`, `Q1 1997`, `1997`. */
  period(isoDay: string, grain: CalendarGrain): string;
  /** The same, as short as an axis needs it: `Jan 97`. */
  shortPeriod(isoDay: string, grain: CalendarGrain): string;
}

/** No currency, in ISO 4217: the amounts are plain numbers. */
const NO_CURRENCY = "XXX";

const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { en: "en-US", zh: "zh-CN" };

/**
 * Makes the formats of one language and one currency.
 *
 * @param currency - ISO 4217 code
 * @param minorDigits - decimals of the currency
 */
export function createFormats(locale: Locale, currency: string, minorDigits: number): Formats {
  const numbers = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
    new Intl.NumberFormat(LANGUAGE_TAGS[locale], options);
  const style: Intl.NumberFormatOptions =
    currency === NO_CURRENCY
      ? {}
      : { style: "currency", currency, currencyDisplay: "narrowSymbol" };

  const whole = numbers({ maximumFractionDigits: 0 });
  const wholeMoney = numbers({ ...style, maximumFractionDigits: 0 });
  const exactMoney = numbers({
    ...style,
    minimumFractionDigits: minorDigits,
    maximumFractionDigits: minorDigits,
  });
  const compact: Intl.NumberFormatOptions = { notation: "compact" };
  const compactMoney = numbers({ ...style, ...compact });
  const compactCount = numbers(compact);

  return {
    count: (value) => whole.format(value),
    decimal: (value, digits = 2) => numbers({ maximumFractionDigits: digits }).format(value),
    fixed: (value, digits) =>
      numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
    percent: (share, digits = 0) =>
      share === undefined
        ? "–"
        : numbers({ style: "percent", maximumFractionDigits: digits }).format(share),
    money: (value) => (Math.abs(value) < 1000 ? exactMoney : wholeMoney).format(value),
    shortMoney: (value) => compactMoney.format(value),
    shortCount: (value) => compactCount.format(value),
    ...createDateFormats(locale),
  };
}

function createDateFormats(locale: Locale): Pick<Formats, "day" | "period" | "shortPeriod"> {
  // A day without a zone is written in UTC, so that no zone can move it.
  const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], { ...options, timeZone: "UTC" });
  const long = dates({ year: "numeric", month: "short", day: "numeric" });
  const monthYear = dates({ year: "numeric", month: "short" });
  const monthShortYear = dates({ year: "2-digit", month: "short" });
  const monthDay = dates({ month: "short", day: "numeric" });
  const year = dates({ year: "numeric" });

  const quarter = (at: Date): string => {
    const number = Math.floor(at.getUTCMonth() / 3) + 1;
    return locale === "zh"
      ? `${at.getUTCFullYear()}年${number}季度`
      : `Q${number} ${at.getUTCFullYear()}`;
  };
  const write = (week: Intl.DateTimeFormat, month: Intl.DateTimeFormat) => {
    return (isoDay: string, grain: CalendarGrain): string => {
      const at = parseDay(isoDay);
      if (grain === "quarter") return quarter(at);
      return { week, month, year }[grain].format(at);
    };
  };
  return {
    day: (isoDay) => long.format(parseDay(isoDay)),
    period: write(long, monthYear),
    shortPeriod: write(monthDay, monthShortYear),
  };
}

function parseDay(isoDay: string): Date {
  return new Date(`${isoDay}T00:00:00Z`);
}
