import type { LocalizedText } from "../../core/locale.js";
import type { Tier } from "../types.js";

/** Value concentration and the ABC tiers. */
export const valueTexts = {
  title: { en: "Where the value is", zh: "价值集中度" },
  link: { en: "Value", zh: "价值集中度" },
  lead: {
    en: "How the spend is spread over the customers, and who carries most of it.",
    zh: "消费额在客户中如何分布，谁贡献了大部分消费。",
  },
  curveTitle: { en: "Best customers first", zh: "从消费最高的客户起累计" },
  curveNote: {
    en: (gini: string): string =>
      `The Lorenz curve: the higher it rises above the straight line, the fewer customers carry the business. Gini coefficient ${gini} (0: all spend the same; 1: one spends everything).`,
    zh: (gini: string): string =>
      `洛伦兹曲线：曲线高出直线越多，生意越依赖少数客户。基尼系数 ${gini}（0 表示人人相同，1 表示全部集中于一人）。`,
  },
  curveLabel: {
    en: (points: string): string =>
      `Lorenz curve, share of spend against share of customers, best customers first: ${points}`,
    zh: (points: string): string => `洛伦兹曲线，消费占比对客户占比，消费最高者在前：${points}`,
  },
  point: {
    en: (customers: string, value: string): string => `${customers} bring ${value}`,
    zh: (customers: string, value: string): string => `${customers} 客户贡献 ${value}`,
  },
  evenLine: { en: "dotted: if all spent the same", zh: "虚线：若人人消费相同" },
  customerAxis: { en: "Share of customers", zh: "客户占比" },
  bestCustomers: { en: "Best customers", zh: "消费最高的客户" },
  tierTitle: { en: "ABC tiers", zh: "ABC 分级" },
  tierNote: {
    en: "Customers sorted by spend: A brings the first 80%, B the next 15%, C the rest. The customer who crosses a line belongs to the better tier.",
    zh: "按消费额从高到低排序：A 级贡献前 80%，B 级贡献其后 15%，其余为 C 级；跨过界线的那位客户归入较高一级。",
  },
  tier: { en: "Tier", zh: "等级" },
  perCustomer: { en: "Per customer", zh: "人均" },
  action: { en: "What to do", zh: "建议" },
};

/** What to do with the customers of a tier. */
export const tierActions: Readonly<Record<Tier, LocalizedText>> = {
  A: { en: "Know them by name; keep them", zh: "专人维护，重点保留" },
  B: { en: "Develop: the next A customers are here", zh: "重点培育，未来的 A 级客户在这里" },
  C: { en: "Serve well at low cost", zh: "低成本做好标准服务" },
};
