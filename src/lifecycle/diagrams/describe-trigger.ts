import type { Locale } from "../../core/locale.js";
import { parsePeriod } from "../../core/period.js";
import { namesOf } from "../definition/check-moves.js";
import { ownValue } from "../fold/own-value.js";
import type { Duration, LifecycleDefinition, MoveDefinition } from "../types.js";

/** What brings a move about, in a few words: an event, a time, or its condition. */
export function describeTrigger(
  { events }: LifecycleDefinition,
  { id, on, after, at, without, when }: MoveDefinition,
  locale: Locale,
): string {
  const words = WORDS[locale];
  const names = (types: string | readonly string[] | undefined): string =>
    namesOf(types)
      .map((type) => ownValue(events, type)?.label?.[locale] ?? type)
      .join(" / ");
  if (on !== undefined) return names(on);
  if (after !== undefined) {
    const time = describeDuration(after, locale);
    return without === undefined ? words.after(time) : words.without(time, names(without));
  }
  if (at !== undefined) return "next" in at ? words.next(words.units[at.next]) : at.fact;
  return when === undefined ? words.atOnce : words.once(id);
}

function describeDuration(duration: Duration, locale: Locale): string {
  if (typeof duration === "string") return describePeriod(duration, locale);
  const { fact, times } = duration;
  return times === undefined ? fact : `${times} × ${fact}`;
}

function describePeriod(text: string, locale: Locale): string {
  const parts = Object.entries(parsePeriod(text)).filter(([, count]) => count > 0);
  const { periods, gap } = WORDS[locale];
  const shown = parts.map(([unit, count]) => {
    const [one, many] = periods[unit as keyof typeof periods];
    return `${count}${gap}${count === 1 ? one : many}`;
  });
  return shown.join(" ") || text;
}

const WORDS = {
  en: {
    gap: " ",
    after: (time: string) => `after ${time}`,
    without: (time: string, events: string) => `${time} without ${events}`,
    next: (unit: string) => `next ${unit}`,
    once: (move: string) => `${move}, by its condition`,
    atOnce: "at once",
    units: { day: "day", week: "week", month: "month", quarter: "quarter", year: "year" },
    periods: {
      years: ["year", "years"],
      months: ["month", "months"],
      weeks: ["week", "weeks"],
      days: ["day", "days"],
      hours: ["hour", "hours"],
      minutes: ["minute", "minutes"],
      seconds: ["second", "seconds"],
    },
  },
  zh: {
    gap: "",
    after: (time: string) => `${time}后`,
    without: (time: string, events: string) => `${time}无${events}`,
    next: (unit: string) => `下一${unit}`,
    once: (move: string) => `${move}（满足条件时）`,
    atOnce: "立即",
    units: { day: "日", week: "周", month: "月", quarter: "季度", year: "年" },
    periods: {
      years: ["年", "年"],
      months: ["个月", "个月"],
      weeks: ["周", "周"],
      days: ["天", "天"],
      hours: ["小时", "小时"],
      minutes: ["分钟", "分钟"],
      seconds: ["秒", "秒"],
    },
  },
} as const;
