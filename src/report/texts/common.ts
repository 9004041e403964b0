import type { Formats } from "../html/formats.js";

/** Words that several sections share. */
export const commonTexts = {
  showNumbers: { en: "Show the numbers", zh: "查看数据" },
  whatIs: {
    en: (term: string): string => `What is “${term}”?`,
    zh: (term: string): string => `“${term}”是什么？`,
  },
  customers: { en: "Customers", zh: "客户数" },
  shareOfCustomers: { en: "Share of customers", zh: "客户占比" },
  orders: { en: "Orders", zh: "订单数" },
  spend: { en: "Spend", zh: "消费额" },
  shareOfSpend: { en: "Share of spend", zh: "消费占比" },
  newCustomers: { en: "New customers", zh: "新客户" },
  returningCustomers: { en: "Returning customers", zh: "回头客" },
  days: {
    en: (days: number, formats: Formats): string => counted(days, "day", formats),
    zh: (days: number, formats: Formats): string => `${formats.count(days)}\u{A0}天`,
  },
  customerCount: {
    en: (count: number, formats: Formats): string => counted(count, "customer", formats),
    zh: (count: number, formats: Formats): string => `${formats.count(count)}\u{A0}位客户`,
  },
  orderCount: {
    en: (count: number, formats: Formats): string => counted(count, "order", formats),
    zh: (count: number, formats: Formats): string => `${formats.count(count)}\u{A0}笔订单`,
  },
  /** A calendar period as such. */
  period: {
    en: { week: "week", month: "month", quarter: "quarter", year: "year" },
    zh: { week: "周", month: "月份", quarter: "季度", year: "年份" },
  },
  /** A calendar period after a number. */
  countedPeriod: {
    en: { week: "week", month: "month", quarter: "quarter", year: "year" },
    zh: { week: "周", month: "个月", quarter: "个季度", year: "年" },
  },
};

/** The number and its noun stay on one line. */
function counted(value: number, noun: string, formats: Formats): string {
  const text = formats.count(value);
  return `${text}\u{A0}${text === "1" ? noun : `${noun}s`}`;
}
