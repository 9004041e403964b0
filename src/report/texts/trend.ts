import type { CalendarGrain } from "../../transactions/types.js";
import { commonTexts } from "./common.js";

/** The trend of orders and spend. */
export const trendTexts = {
  title: { en: "Orders and spend over time", zh: "订单与消费趋势" },
  link: { en: "Trend", zh: "趋势" },
  lead: {
    en: (grain: CalendarGrain): string =>
      `Orders and spend by ${commonTexts.period.en[grain]}, and how much of it comes from customers who had bought before. Lighter columns and hollow points are periods that the data covers only in part.`,
    zh: (grain: CalendarGrain): string =>
      `按${commonTexts.period.zh[grain]}统计的订单与消费额，以及其中来自老客户的部分。浅色柱和空心点表示数据只覆盖了该周期的一部分。`,
  },
  cut: {
    en: (periods: number): string => `The latest ${periods} periods are shown.`,
    zh: (periods: number): string => `仅显示最近 ${periods} 个周期。`,
  },
  spendTitle: { en: "Spend", zh: "消费额" },
  ordersTitle: { en: "Orders", zh: "订单数" },
  customersTitle: { en: "New and returning customers", zh: "新客户与回头客" },
  mixTitle: { en: "Spend of new and returning customers", zh: "新客户与回头客的消费额" },
  mixNote: {
    en: "A customer is new in the period of the first purchase, and returning after it.",
    zh: "客户在首次购买的周期内算新客户，之后算回头客。",
  },
  period: { en: "Period", zh: "周期" },
  partial: { en: "in part", zh: "不完整" },
  returningShare: { en: "Returning, share", zh: "回头客占比" },
  chartLabel: {
    en: (title: string, from: string, to: string, low: string, high: string): string =>
      `${title} from ${from} to ${to}: lowest ${low}, highest ${high}`,
    zh: (title: string, from: string, to: string, low: string, high: string): string =>
      `${from}至${to}的${title}：最低 ${low}，最高 ${high}`,
  },
};
