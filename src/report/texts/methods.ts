import type { LocalizedText } from "../../core/locale.js";
import type { AttentionRule } from "../types.js";

/** Methods and definitions. */
export const methodTexts = {
  title: { en: "Methods and definitions", zh: "方法与定义" },
  link: { en: "Methods", zh: "方法与定义" },
  lead: {
    en: "How every figure on this page is made. Only “What they will be worth”, “Value at risk” and “About to leave their stage” look ahead; the rest describes what happened.",
    zh: "本页每个数字的算法。只有“客户未来价值”、“面临流失的价值”和“即将离开当前阶段的客户”是预测，其余都是已经发生的事实。",
  },
  asOf: {
    term: { en: "Day of the report", zh: "报告日" },
    text: {
      en: (day: string, zone: string): string =>
        `${day}. Orders up to and including this day count. Days, weeks and months follow the clock of ${zone}; weeks begin on Monday.`,
      zh: (day: string, zone: string): string =>
        `${day}。计入当天及之前的订单。日、周、月按 ${zone} 时区划分，每周从周一开始。`,
    },
  },
  gap: {
    term: { en: "Usual gap", zh: "平时间隔" },
    text: {
      en: (typical: string): string =>
        `The mean of the customer's own gaps between purchases, with one gap of the typical customer (${typical}) counted in, so that two quick orders are not taken for a rhythm.`,
      zh: (typical: string): string =>
        `客户自己历次购买间隔的平均数，计算时加入一个典型客户的间隔（${typical}），以免把连续两次下单误当作节奏。`,
    },
  },
  attention: {
    term: { en: "Look at these first", zh: "优先关注的客户" },
    text: {
      en: (rule: AttentionRule): string =>
        `Tier ${rule.tier}, at least ${rule.minimumPurchases} purchases, and days since the last purchase between ${rule.overdueFrom} and ${rule.overdueTo} usual gaps. If a customer bought at random at the usual rate, a silence of ${rule.overdueFrom} gaps would happen once in ${Math.round(Math.exp(rule.overdueFrom))} times.`,
      zh: (rule: AttentionRule): string =>
        `${rule.tier} 级，至少购买 ${rule.minimumPurchases} 次，距上次购买的天数为平时间隔的 ${rule.overdueFrom} 至 ${rule.overdueTo} 倍。若客户按平时频率随机购买，连续 ${rule.overdueFrom} 倍间隔不购买的机会约为 ${Math.round(Math.exp(rule.overdueFrom))} 分之一。`,
    },
  },
  stage: {
    term: { en: "Stage of the lifecycle", zh: "生命周期阶段" },
    text: {
      en: (typical: string): string =>
        `Each purchase makes or keeps a customer new or regular. After 1.5 usual gaps without a purchase the customer is late, after 3 dormant, after 6 lost. The usual gap is the one known at the last purchase, with the typical gap (${typical}) counted in; no step takes less than 3 days, and where nobody has bought twice the steps are at 45, 90 and 180 days.`,
      zh: (typical: string): string =>
        `每次购买使客户成为或保持为新客户或常客。超过 1.5 个平时间隔未购买为逾期，超过 3 个为休眠，超过 6 个为流失。平时间隔取最近一次购买时已知的值，并计入典型客户的间隔（${typical}）；每一步不短于 3 天；若没有人购买过两次，则分别为 45、90 和 180 天。`,
    },
  },
};

/** The definitions that need no figure of the analysis. */
export const fixedDefinitions: readonly (readonly [term: LocalizedText, text: LocalizedText])[] = [
  [
    { en: "Purchase", zh: "购买" },
    {
      en: "All orders of one customer on one day. Orders are counted one by one; rhythm and retention count purchases.",
      zh: "同一客户同一天的全部订单算一次购买。订单数逐笔计算，间隔与留存按购买计算。",
    },
  ],
  [
    { en: "Spend", zh: "消费额" },
    {
      en: "The sum of the customer's orders, less refunds. It is turnover: costs and margin are not known here.",
      zh: "客户订单金额之和，扣除退款。这是销售额，不含成本与毛利。",
    },
  ],
  [
    { en: "Recency, frequency, monetary value (RFM)", zh: "RFM 评分" },
    {
      en: "Days since the last order, number of orders, and spend, each cut into scores at its quantiles over all customers. A segment is a block of the score grid; every combination of scores belongs to exactly one.",
      zh: "距上次购买的天数、订单数和消费额，各按全体客户的分位数切分为评分。每个群体对应评分网格中的一块，任何评分组合都恰好属于一个群体。",
    },
  ],
  [
    { en: "ABC tiers", zh: "ABC 分级" },
    {
      en: "Customers from the biggest spend down: A until 80% of the spend is reached, the customer who reaches it included; B until 95%; C after that. Customers without positive spend are C.",
      zh: "按消费额从高到低：累计达到 80% 为止（含跨线的那位）为 A 级，达到 95% 为止为 B 级，其余为 C 级。消费额不为正的客户归入 C 级。",
    },
  ],
  [
    { en: "Gini coefficient", zh: "基尼系数" },
    {
      en: "Twice the area between the Lorenz curve and the straight line: 0 when all customers spend the same, near 1 when one customer spends everything.",
      zh: "洛伦兹曲线与直线之间面积的两倍：所有客户消费相同时为 0，一位客户消费全部时接近 1。",
    },
  ],
  [
    { en: "Retention", zh: "留存率" },
    {
      en: "Of the customers who first bought in a period, the share who bought again in the period so many periods later. A period that the data do not fully cover is left blank: not yet known is not zero.",
      zh: "某周期首次购买的客户中，在之后第几个周期再次购买的比例。数据尚未完整覆盖的周期留空：尚未到期不等于零。",
    },
  ],
];
