import type { Period } from "../../core/period.js";
import type { CalendarUnit } from "../types.js";
import type { AskedTest, EventsPhrase, Phrases } from "./phrases.js";

/** What each test asks, and its contrary. */
const QUESTIONS: Readonly<Record<AskedTest, readonly [string, string]>> = {
  eq: ["为", "不为"],
  ne: ["不为", "为"],
  lt: ["小于", "至少为"],
  lte: ["不超过", "大于"],
  gt: ["大于", "不超过"],
  gte: ["至少为", "小于"],
  in: ["为", "不为"],
  between: ["介于", "不介于"],
  matches: ["符合格式", "不符合格式"],
  contains: ["包含", "不包含"],
};

const SUMMARIES = { sum: "之和", min: "的最小值", max: "的最大值", last: "的最新值" } as const;

const WHY = { missing: "缺失", unusable: "无法使用", empty: "中没有符合条件的记录" };

const UNITS: readonly (readonly [keyof Period, string])[] = [
  ["years", "年"],
  ["months", "个月"],
  ["weeks", "周"],
  ["days", "天"],
  ["hours", "小时"],
  ["minutes", "分钟"],
  ["seconds", "秒"],
];

/** This one, the one before, and what counts the ones before that. */
const CALENDAR: Readonly<Record<CalendarUnit, readonly [string, string, string]>> = {
  day: ["今天", "昨天", "天"],
  week: ["本周", "上周", "周"],
  month: ["本月", "上月", "个月"],
  quarter: ["本季度", "上季度", "个季度"],
  year: ["今年", "去年", "年"],
};

/** How Chinese says what a rule says. */
export const CHINESE: Phrases = {
  and: (parts) => parts.join("且"),
  or: (parts) => parts.join("或"),
  always: "总是成立",
  never: "从不成立",
  not: (part) => `并非（${part}）`,
  grouped: (part) => `（${part}）`,

  events: joinEvents,
  countOf: (events) => `${events}的数量`,
  summaryOf: (operation, field, events) => `${events}的${field}${SUMMARIES[operation]}`,
  elapsed: (direction, moment) =>
    direction === "since" ? `距${moment}的时间` : `距${moment}的剩余时间`,

  rolling: (period) => `${period}内`,
  ever: "至今",
  calendar(unit, back) {
    const [current, previous, counter] = CALENDAR[unit];
    if (back > 1) return `${back}${counter}前`;
    return back === 1 ? previous : current;
  },
  dates(from, to) {
    if (from === undefined) return `${to}之前`;
    return to === undefined ? `${from}起` : `${from}起至${to}前`;
  },
  period(period) {
    const parts = UNITS.filter(([part]) => period[part] > 0);
    return parts.map(([part, unit]) => `${period[part]}${unit}`).join("") || "0天";
  },

  asked: (subject, questions) => `${subject}${questions.join("且")}`,
  question(test, values, wanted) {
    const [asked, contrary] = QUESTIONS[test];
    const question = wanted ? asked : contrary;
    return test === "between"
      ? `${question}${values.join("与")}之间`
      : `${question}${values.join(wanted ? "或" : "和")}`;
  },
  exists: (wanted) => (wanted ? "已知" : "未知"),
  truth: (value) => (value ? "是" : "否"),
  unknown: "未知",
  days: (days) => `${days}天`,
  now: (test, actual) => `${test}（现为${actual}）`,

  moreEvents: (number, events) => countEvents(`再增加${number}个`, events),
  fewerEvents: (number, events) => countEvents(`减少${number}个`, events),
  newEvent: (events, test) => `${countEvents("再增加1个", events)}，使${test}`,
  moreOf: (amount, field, events) => `${events}的${field}再增加${amount}`,
  wait: (time) => `等到${time}`,

  sentences: (sentences) => sentences.join(""),
  holds: (reasons) => `成立，因为${reasons.join("；")}。`,
  fails: (reasons) => `不成立，还需要${reasons.join("；")}。`,
  isUnknown: (reasons) => `无法判断，因为${reasons.join("；")}。`,
  wouldHold: (changes) => `只要${changes.join("；")}，即可成立。`,
  missing: (path, why) => `${path}${WHY[why]}`,
};

function countEvents(counted: string, { list, window = "", where }: EventsPhrase): string {
  return `${window}${counted}${joinEvents({ list, window: undefined, where })}`;
}

function joinEvents({ list, window, where }: EventsPhrase): string {
  const noun = window === undefined ? list : `${window}的${list}`;
  return where === undefined ? noun : `${noun}（其中${where}）`;
}
