/** Interpurchase times. */
export const rhythmTexts = {
  title: { en: "How long until the next order", zh: "购买间隔" },
  link: { en: "Rhythm", zh: "购买间隔" },
  lead: {
    en: (count: string): string =>
      `Days between one purchase and the next of the same customer (${count} gaps). It tells when a reminder is due, and from when on silence means something.`,
    zh: (count: string): string =>
      `同一客户相邻两次购买之间的天数（共 ${count} 个间隔）。由此可知何时该提醒，沉默多久才值得警惕。`,
  },
  histogramTitle: { en: "Gaps between purchases", zh: "购买间隔分布" },
  quantileTitle: { en: "How soon they came back", zh: "多久会再买" },
  quantileNote: {
    en: "Of the purchases that followed another one, this share came within so many days.",
    zh: "在所有再次购买中，有这样比例的购买发生在这些天之内。",
  },
  gap: { en: "Gap in days", zh: "间隔天数" },
  gaps: { en: "Gaps", zh: "间隔个数" },
  share: { en: "Share", zh: "占比" },
  within: { en: "Within", zh: "在此之内" },
  histogramNote: {
    en: "Columns stand for ranges of days; the ranges grow longer to the right.",
    zh: "每根柱代表一段天数范围，越往右范围越宽。",
  },
  under: {
    en: (to: string): string => `less than ${to} days`,
    zh: (to: string): string => `不足 ${to} 天`,
  },
  range: {
    en: (from: string, to: string): string => `${from} to ${to} days`,
    zh: (from: string, to: string): string => `${from} 至 ${to} 天`,
  },
  over: {
    en: (from: string): string => `${from} days and more`,
    zh: (from: string): string => `${from} 天及以上`,
  },
  label: {
    en: (median: string): string =>
      `Histogram of the gaps between purchases; half of them are up to ${median}`,
    zh: (median: string): string => `购买间隔直方图，一半不超过 ${median}`,
  },
  none: { en: "No customer has bought twice yet.", zh: "还没有客户购买过两次。" },
};
