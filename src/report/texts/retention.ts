import type { CalendarGrain } from "../../transactions/types.js";
import { commonTexts } from "./common.js";

/** Cohort retention. */
export const retentionTexts = {
  title: { en: "Who comes back", zh: "客户留存" },
  link: { en: "Retention", zh: "留存" },
  lead: {
    en: (grain: CalendarGrain): string =>
      `Each row holds the customers who first bought in that ${commonTexts.period.en[grain]}; each column shows the share of them who bought again so many ${commonTexts.period.en[grain]}s later. Read down a column to see whether newer customers come back more or less often than older ones.`,
    zh: (grain: CalendarGrain): string =>
      `每一行是在同一${commonTexts.period.zh[grain]}首次购买的客户；每一列是他们之后第几${commonTexts.countedPeriod.zh[grain]}仍有购买的比例。纵向对比，可以看出新客户的回购是变好还是变差。`,
  },
  cardTitle: { en: "Share of customers who bought again", zh: "各批客户的回购比例" },
  cohort: { en: "First bought", zh: "首购时间" },
  overall: { en: "All", zh: "合计" },
  notYet: { en: "not yet known", zh: "尚未到期" },
  cell: {
    en: (cohort: string, age: string, share: string): string => `${cohort}, ${age}: ${share}`,
    zh: (cohort: string, age: string, share: string): string => `${cohort}，${age}：${share}`,
  },
  legend: { en: "Share who bought", zh: "回购比例" },
  empty: {
    en: "The log is too short: no cohort has completed a period after its first.",
    zh: "数据时间太短：还没有任何一批客户走完首购之后的一个周期。",
  },
  cut: {
    en: (cohorts: number): string => `The latest ${cohorts} cohorts are shown.`,
    zh: (cohorts: number): string => `仅显示最近 ${cohorts} 批客户。`,
  },
};
