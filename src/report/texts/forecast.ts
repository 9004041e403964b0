import type { CalendarGrain } from "../../transactions/types.js";
import type { Html } from "../html/html.js";
import { html } from "../html/html.js";
import { commonTexts } from "./common.js";

/** How good the forecast is. */
export const forecastTexts = {
  title: { en: "How good the forecast is", zh: "预测有多可靠" },
  link: { en: "Forecast check", zh: "预测检验" },
  lead: {
    en: "A rehearsal: the models learn from the first part of the orders only, and what they forecast is held against what happened next.",
    zh: "预演：模型只用前一段订单学习，再把它的预测与之后实际发生的情况相比较。",
  },
  noRehearsal: {
    en: "The orders span too short a time for a rehearsal: there is no telling yet how good the forecast is.",
    zh: "订单的时间跨度太短，无法预演，暂时无从判断预测是否可靠。",
  },
  noEstimate: {
    en: "There is no estimate of future value, so there is nothing to check.",
    zh: "没有未来价值的估计，因此无可检验。",
  },
  outcome: {
    en: (facts: RehearsalFacts): Html =>
      html`From the orders up to ${facts.until}, ${facts.model} expected <b>${facts.expected}</b> purchases of the ${facts.customers} in the ${facts.weeks} weeks after. They made <b>${facts.actual}</b>: the forecast was ${verdictEn(facts.off)}.`,
    zh: (facts: RehearsalFacts): Html =>
      html`根据截至${facts.until}的订单，${facts.model} 预计${facts.customers}在之后 ${facts.weeks} 周购买 <b>${facts.expected}</b> 次；实际购买 <b>${facts.actual}</b> 次，预测${verdictZh(facts.off)}。`,
  },
  ownRate: {
    en: (off: Deviation): Html =>
      html`To assume that all go on to buy as often as before would have been ${verdictEn(off)}.`,
    zh: (off: Deviation): Html =>
      html`如果假设客户都照以往的频率继续购买，结果会${verdictZh(off)}。`,
  },
  advice: {
    low: {
      en: "Figures about the future on this page may be too low in the same way.",
      zh: "本页关于未来的数字可能同样偏低。",
    },
    high: {
      en: "Figures about the future on this page may be too high in the same way.",
      zh: "本页关于未来的数字可能同样偏高。",
    },
  },
  eachTitle: {
    en: (grain: CalendarGrain): string => `Repeat purchases by ${commonTexts.period.en[grain]}`,
    zh: (grain: CalendarGrain): string => `各${commonTexts.period.zh[grain]}的重复购买`,
  },
  sumTitle: { en: "Repeat purchases, added up", zh: "累计重复购买" },
  note: {
    en: "The model saw what lies left of the line, and forecast the rest. It knows of each customer only the day of the first purchase here; customers who came after the line are not counted.",
    zh: "模型只见过竖线左侧的数据，右侧为预测。此处模型只知道每位客户首次购买的日期；竖线之后新来的客户不计入。",
  },
  label: {
    en: (title: string, actual: string, expected: string): string =>
      `${title}: ${actual} actual and ${expected} expected after the line`,
    zh: (title: string, actual: string, expected: string): string =>
      `${title}：竖线之后实际 ${actual} 次，预计 ${expected} 次`,
  },
  actual: { en: "Actual", zh: "实际" },
  expected: { en: "Expected", zh: "预计" },
  boundary: { en: "forecast →", zh: "预测 →" },
};

/** What a rehearsal came to, written out. */
interface RehearsalFacts {
  readonly model: string;
  readonly until: string;
  readonly weeks: string;
  readonly customers: string;
  readonly expected: string;
  readonly actual: string;
  readonly off: Deviation;
}

/** How far a forecast is off: a share of what happened, and in which direction. */
interface Deviation {
  readonly share: string;
  readonly direction: "low" | "high" | "none";
}

function verdictEn({ share, direction }: Deviation): Html {
  return direction === "none" ? html`<b>right</b>` : html`<b>${share} too ${direction}</b>`;
}

function verdictZh({ share, direction }: Deviation): Html {
  if (direction === "none") return html`<b>准确</b>`;
  return html`<b>偏${direction === "low" ? "低" : "高"} ${share}</b>`;
}
