import type { LocalizedText } from "../../core/locale.js";
import { EVIDENCE_NEEDED } from "../analysis/expected-value/check-evidence.js";
import type { ValueRefusal } from "../value-types.js";

/** What customers are expected to be worth. */
export const worthTexts = {
  title: { en: "What they will be worth", zh: "客户未来价值" },
  link: { en: "Future value", zh: "未来价值" },
  lead: {
    en: (weeks: string): string =>
      `What the customers known today are expected to buy in the next ${weeks} weeks, estimated from how often and how lately each of them has bought. Customers who come later are not counted. These are averages over many like customers: one customer buys more, another nothing.`,
    zh: (weeks: string): string =>
      `根据每位客户的购买次数和最近购买时间，估计现有客户未来 ${weeks} 周的购买；不含今后新增的客户。数字是许多相似客户的平均值，具体到某一位，可能更多，也可能一笔没有。`,
  },
  orders: {
    term: { en: "Expected purchases", zh: "预计购买次数" },
    definition: {
      en: "The expected number of purchases (days with an order) of all customers together within the time named below.",
      zh: "所有客户在下方所示时间内预计的购买次数之和（同一天下单算一次）。",
    },
  },
  value: {
    revenue: { en: "Expected revenue", zh: "预计收入" },
    profit: { en: "Expected profit", zh: "预计毛利" },
    definition: {
      en: (rate: string): string =>
        `Expected purchases times the expected amount of each, discounted by ${rate} a year to the day of the report.`,
      zh: (rate: string): string => `预计购买次数乘以预计每次金额，按每年 ${rate} 折现到报告日。`,
    },
  },
  alive: {
    term: { en: "Still customers", zh: "预计仍活跃的客户" },
    definition: {
      en: "The probabilities to be still a customer, added up over all. Nobody tells when they leave; the model weighs each customer’s silence against how often that customer used to buy.",
      zh: "每位客户仍未流失的概率之和。客户离开时不会通知；模型把每位客户的沉默时间与其以往的购买频率相比较。",
    },
  },
  perCustomer: {
    term: { en: "Per customer", zh: "人均预计价值" },
    definition: {
      en: "Expected value divided by all customers, those probably gone included. It says what may be spent on keeping a customer, on average.",
      zh: "预计价值除以全部客户（含可能已流失者）。可作为平均维系每位客户的预算参考。",
    },
    top: {
      en: (customers: string, value: string): string => `the best ${customers} bring ${value}`,
      zh: (customers: string, value: string): string => `最高的 ${customers} 客户占 ${value}`,
    },
  },
  within: {
    en: (weeks: string): string => `in the next ${weeks} weeks`,
    zh: (weeks: string): string => `未来 ${weeks} 周`,
  },
  ofAll: {
    en: (share: string): string => `${share} of all customers`,
    zh: (share: string): string => `占全部客户的 ${share}`,
  },
  gridTitle: { en: "Who is probably still a customer", zh: "哪些客户可能仍活跃" },
  gridNote: {
    en: "The mean probability to be still a customer, by purchases so far and weeks since the last one. The same silence means more for someone who used to buy often.",
    zh: "按累计购买次数和距上次购买的周数，显示仍未流失的平均概率。同样的沉默，对以往买得勤的客户意味更大。",
  },
  corner: { en: "Weeks silent", zh: "未购买周数" },
  purchases: {
    en: (range: string): string => (range === "1" ? "1 purchase" : `${range} purchases`),
    zh: (range: string): string => `${range} 次`,
  },
  /** Over a column. */
  purchasesHead: {
    en: (range: string): string => `${range}×`,
    zh: (range: string): string => `${range} 次`,
  },
  gridCell: {
    en: (weeks: string, purchases: string, share: string, customers: string): string =>
      `${weeks} weeks silent, ${purchases}: ${share} (${customers})`,
    zh: (weeks: string, purchases: string, share: string, customers: string): string =>
      `未购买 ${weeks} 周、购买 ${purchases}：${share}（${customers}）`,
  },
  gridLegend: { en: "Probability", zh: "概率" },
  histogramTitle: { en: "Customers by expected value", zh: "按预计价值分布的客户" },
  histogramNote: {
    en: "Columns stand for ranges of value; the ranges grow wider to the right.",
    zh: "每根柱代表一段价值范围，越往右范围越宽。",
  },
  histogramLabel: {
    en: (most: string): string => `Histogram of expected value per customer; most lie at ${most}`,
    zh: (most: string): string => `每位客户预计价值的直方图，最多的一段为 ${most}`,
  },
  valueRange: { en: "Expected value", zh: "预计价值" },
  under: {
    en: (to: string): string => `less than ${to}`,
    zh: (to: string): string => `不足 ${to}`,
  },
  from: {
    en: (from: string): string => `${from} and more`,
    zh: (from: string): string => `${from} 及以上`,
  },
  segmentTitle: { en: "Expected value by segment", zh: "各群体的预计价值" },
  segment: { en: "Segment", zh: "群体" },
  cohortTitle: { en: "Expected value by first purchase", zh: "各批客户的预计价值" },
  cohort: { en: "First bought", zh: "首购时间" },
  groupNote: {
    en: "The share that is probably still a customer, what all customers of the row together are expected to bring, and what that is for each of them.",
    zh: "可能仍活跃的比例、该行全部客户预计带来的价值，以及人均价值。",
  },
  stillCustomers: { en: "Still customers", zh: "活跃率" },
  shareOfValue: { en: "Share of value", zh: "价值占比" },
  perHead: { en: "Per customer", zh: "人均" },
  model: {
    en: (name: string): string => `Estimated with the ${name} model.`,
    zh: (name: string): string => `采用 ${name} 模型估计。`,
  },
  modelLink: { en: "Why this one, and how good it is", zh: "为何选它，准确程度如何" },
};

/** Why nothing is said about the future. */
export const refusalTexts: Readonly<Record<ValueRefusal, LocalizedText>> = {
  FEW_CUSTOMERS: {
    en: `There are too few customers for an estimate of what they will be worth: it takes at least ${EVIDENCE_NEEDED.customers}.`,
    zh: `客户太少，无法估计未来价值：至少需要 ${EVIDENCE_NEEDED.customers} 位。`,
  },
  FEW_REPEAT_BUYERS: {
    en: `Too few customers have come back for an estimate of what they will be worth: it takes at least ${EVIDENCE_NEEDED.repeatCustomers} who bought on more than one day.`,
    zh: `回头客太少，无法估计未来价值：至少需要 ${EVIDENCE_NEEDED.repeatCustomers} 位在不止一天购买过的客户。`,
  },
  SHORT_HISTORY: {
    en: `The orders span too short a time for an estimate of what customers will be worth: it takes at least ${EVIDENCE_NEEDED.weeks} weeks.`,
    zh: `订单的时间跨度太短，无法估计未来价值：至少需要 ${EVIDENCE_NEEDED.weeks} 周。`,
  },
  NO_FIT: {
    en: "No model describes how these customers buy, so nothing is said about what they will be worth.",
    zh: "没有模型能够描述这些客户的购买行为，因此不估计未来价值。",
  },
};
