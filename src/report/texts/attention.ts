import type { AttentionRule } from "../types.js";

/** The customers to look at first. */
export const attentionTexts = {
  title: { en: "Look at these first", zh: "优先关注的客户" },
  link: { en: "Look first", zh: "优先关注" },
  lead: {
    en: (rule: AttentionRule): string =>
      `Tier ${rule.tier} customers with at least ${rule.minimumPurchases} purchases who have not bought for ${rule.overdueFrom} to ${rule.overdueTo} times their usual gap: late by their own rhythm, and not yet lost. Biggest spend first.`,
    zh: (rule: AttentionRule): string =>
      `${rule.tier} 级客户中，至少购买过 ${rule.minimumPurchases} 次，且未购买的时间已达到自己平时间隔的 ${rule.overdueFrom} 至 ${rule.overdueTo} 倍：按自己的节奏已经超期，但还没有流失。按消费额从高到低排列。`,
  },
  shown: {
    en: (shown: string, all: string): string => `${shown} of ${all} are listed.`,
    zh: (shown: string, all: string): string => `共 ${all} 位，此处列出 ${shown} 位。`,
  },
  none: {
    en: "No customer meets this rule at present: no valuable customer is late by their own rhythm.",
    zh: "目前没有客户符合这一规则：没有高价值客户偏离自己的购买节奏。",
  },
  download: { en: "Download as CSV", zh: "下载 CSV" },
  fileName: { en: "customers-to-look-at-first.csv", zh: "customers-to-look-at-first.csv" },
  sortBy: {
    en: (column: string): string => `Sort by ${column}`,
    zh: (column: string): string => `按${column}排序`,
  },
  customer: { en: "Customer", zh: "客户" },
  segment: { en: "Segment", zh: "群体" },
  lastOrder: { en: "Last order", zh: "最近购买" },
  silent: { en: "Days silent", zh: "未购买天数" },
  usualGap: { en: "Usual gap, days", zh: "平时间隔（天）" },
  overdue: { en: "Times usual", zh: "平时的倍数" },
  times: {
    en: (ratio: string): string => `${ratio}×`,
    zh: (ratio: string): string => `${ratio} 倍`,
  },
};
