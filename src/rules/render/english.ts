import type { Period } from "../../core/period.js";
import type { CalendarUnit } from "../types.js";
import type { AskedTest, EventsPhrase, Phrases } from "./phrases.js";

/** What each test asks, and its contrary. */
const QUESTIONS: Readonly<Record<AskedTest, readonly [string, string]>> = {
  eq: ["is", "is not"],
  ne: ["is not", "is"],
  lt: ["is less than", "is at least"],
  lte: ["is at most", "is more than"],
  gt: ["is more than", "is at most"],
  gte: ["is at least", "is less than"],
  in: ["is", "is neither"],
  between: ["is between", "is not between"],
  matches: ["has the form", "has not the form"],
  contains: ["contains", "does not contain"],
};

const SUMMARIES = { sum: "sum of", min: "smallest", max: "largest", last: "latest" } as const;

const WHY = { missing: "is missing", unusable: "cannot be used", empty: "has no such event" };

const UNITS: readonly (readonly [keyof Period, string])[] = [
  ["years", "year"],
  ["months", "month"],
  ["weeks", "week"],
  ["days", "day"],
  ["hours", "hour"],
  ["minutes", "minute"],
  ["seconds", "second"],
];

const ONE_BACK: Readonly<Record<CalendarUnit, string>> = {
  day: "yesterday",
  week: "last week",
  month: "last month",
  quarter: "last quarter",
  year: "last year",
};

/** How English says what a rule says. */
export const ENGLISH: Phrases = {
  and: (parts) => parts.join(" and "),
  or: (parts) => parts.join(" or "),
  always: "always",
  never: "never",
  not: (part) => `not (${part})`,
  grouped: (part) => `(${part})`,

  events: joinEvents,
  countOf: (events) => `number of ${events}`,
  summaryOf: (operation, field, events) => `${SUMMARIES[operation]} ${field} of ${events}`,
  elapsed: (direction, moment) => `time ${direction} ${moment}`,

  rolling: (period) => `within ${period}`,
  ever: "so far",
  calendar(unit, back) {
    if (back > 1) return `${count(back, unit)} ago`;
    if (back === 1) return ONE_BACK[unit];
    return unit === "day" ? "today" : `this ${unit}`;
  },
  dates(from, to) {
    if (from === undefined) return `before ${to}`;
    return to === undefined ? `from ${from}` : `from ${from} to before ${to}`;
  },
  period(period) {
    const parts = UNITS.filter(([part]) => period[part] > 0);
    return parts.map(([part, unit]) => count(period[part], unit)).join(" ") || "no time";
  },

  asked: (subject, questions) => `${subject} ${questions.join(" and ")}`,
  question(test, values, wanted) {
    const [asked, contrary] = QUESTIONS[test];
    if (wanted) return `${asked} ${values.join(test === "between" ? " and " : " or ")}`;
    if (test === "in" && values.length === 1) return `is not ${values[0]}`;
    return `${contrary} ${values.join(test === "between" ? " and " : " nor ")}`;
  },
  exists: (wanted) => (wanted ? "is known" : "is not known"),
  truth: (value) => (value ? "yes" : "no"),
  unknown: "not known",
  days: (days) => count(days, "day"),
  now: (test, actual) => `${test} (now ${actual})`,

  moreEvents: (number, events) => countEvents(number, "more", events),
  fewerEvents: (number, events) => countEvents(number, "fewer", events),
  newEvent: (events, test) => `${countEvents(1, "more", events)}, after which ${test}`,
  moreOf: (amount, field, events) => `${amount} more ${field} of ${events}`,
  wait: (time) => `time passing until ${time}`,

  sentences: (sentences) => sentences.join(" "),
  holds: (reasons) => `Yes, because ${reasons.join("; ")}.`,
  fails: (reasons) => `No. Needed: ${reasons.join("; ")}.`,
  isUnknown: (reasons) => `Not known, because ${reasons.join("; ")}.`,
  wouldHold: (changes) => `Enough would be: ${changes.join("; ")}.`,
  missing: (path, why) => `${path} ${WHY[why]}`,
};

function countEvents(number: number, how: string, { list, window, where }: EventsPhrase): string {
  const noun = number === 1 ? singular(list) : list;
  return `${number} ${how} ${joinEvents({ list: noun, window, where })}`;
}

function joinEvents({ list, window, where }: EventsPhrase): string {
  const condition = where === undefined ? undefined : `(where ${where})`;
  return [list, window, condition].filter((part) => part !== undefined).join(" ");
}

function count(number: number, unit: string): string {
  return `${number} ${number === 1 ? unit : `${unit}s`}`;
}

/** One of a list that is named in the plural: `orders`, `store visits`, `entries`, `purchases`. */
function singular(list: string): string {
  if (/[^aeiou]ies$/.test(list)) return list.replace(/ies$/, "y");
  if (/(x|ss|ch|sh)es$/.test(list)) return list.replace(/es$/, "");
  return /[^s]s$/.test(list) ? list.slice(0, -1) : list;
}
