import { formatIsoDate, type Locale, type LocalizedText } from "../../core/index.js";
import { formatMoney, money } from "../../money/index.js";
import type { ProgramVersion } from "../program/compile-program.js";
import type { TierGoal, TierStatus } from "./types.js";

/** The status of a tier in words, in the days and the currency of the programme. */
export function explainTier(
  version: ProgramVersion,
  status: Omit<TierStatus, "explanation">,
): LocalizedText {
  return {
    en: sentences(version, status, "en").join(" "),
    zh: sentences(version, status, "zh").join(""),
  };
}

function sentences(
  version: ProgramVersion,
  status: Omit<TierStatus, "explanation">,
  locale: Locale,
): string[] {
  const words = WORDS[locale];
  const { progress, sinceMs, validUntilMs, next, keep, change } = status;
  const name = (tier: string) => labelOf(version, tier, locale);
  const amount = (value: number) => amountIn(version, value, locale);
  const day = (atMs: number) => dayIn(version, atMs, locale);
  const lastDay = (atMs: number) => day(atMs - 1);
  const missing = ({ missing, byMs }: TierGoal) =>
    words.missing(amount(missing), byMs === undefined ? undefined : lastDay(byMs));
  const said = [
    words.has(name(status.tier), day(sinceMs)),
    ...(validUntilMs === undefined ? [] : [words.valid(lastDay(validUntilMs))]),
    words.progress(amount(progress)),
  ];
  if (next !== undefined) said.push(words.next(name(next.tier), missing(next)));
  if (keep !== undefined && keep.missing > 0) {
    const from = keep.countsFromMs === undefined ? undefined : day(keep.countsFromMs);
    said.push(words.keep(name(keep.tier), missing(keep), from));
  }
  if (change?.why === "lapsed") said.push(words.lapse(name(change.tier), day(change.atMs)));
  return said;
}

interface Words {
  has(tier: string, since: string): string;
  valid(until: string): string;
  progress(amount: string): string;
  missing(amount: string, by: string | undefined): string;
  next(tier: string, missing: string): string;
  keep(tier: string, missing: string, from: string | undefined): string;
  lapse(tier: string, at: string): string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    has: (tier, since) => `${tier} since ${since}.`,
    valid: (until) => `Valid through ${until}.`,
    progress: (amount) => `${amount} count now.`,
    missing: (amount, by) => `${amount} more${by === undefined ? "" : ` by ${by}`}`,
    next: (tier, missing) => `${missing} for ${tier}.`,
    keep: (tier, missing, from) =>
      `${missing}${from === undefined ? "" : `, counted from ${from},`} to keep ${tier}.`,
    lapse: (tier, at) => `Otherwise ${tier} from ${at}.`,
  },
  zh: {
    has: (tier, since) => `自${since}起为${tier}。`,
    valid: (until) => `有效期至${until}。`,
    progress: (amount) => `当前累计${amount}。`,
    missing: (amount, by) => `${by === undefined ? "" : `在${by}前(含当日)`}还需${amount}`,
    next: (tier, missing) => `${missing}即可升为${tier}。`,
    keep: (tier, missing, from) =>
      `${missing}${from === undefined ? "" : `(自${from}起计)`}即可保持${tier}。`,
    lapse: (tier, at) => `否则自${at}起为${tier}。`,
  },
};

function labelOf({ program }: ProgramVersion, tier: string, locale: Locale): string {
  const level = program.tiers?.levels.find(({ id }) => id === tier);
  return level?.label?.[locale] ?? tier;
}

function amountIn({ program }: ProgramVersion, value: number, locale: Locale): string {
  const count = (one: string, many: string, zh: string) =>
    locale === "zh" ? `${value}${zh}` : `${value} ${value === 1 ? one : many}`;
  switch (program.tiers?.metric.measure) {
    case "spend":
      return formatMoney(money(value, program.currency), locale === "zh" ? "zh-CN" : "en-US");
    case "orders":
      return count("order", "orders", "笔订单");
    case "events":
      return count("event", "events", "次活动");
    default:
      return count("point", "points", "积分");
  }
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

function dayIn({ clock }: ProgramVersion, atMs: number, locale: Locale): string {
  const [year, month, day] = formatIsoDate(clock.toEpochDay(atMs)).split("-").map(Number);
  if (locale === "zh") return `${year}年${month}月${day}日`;
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
