/** The lifecycle: stages, flow and who is about to leave. */
export const lifecycleTexts = {
  title: { en: "Lifecycle", zh: "客户生命周期" },
  link: { en: "Lifecycle", zh: "生命周期" },
  lead: {
    en: "Every customer stands in one stage, which purchases and time change. Late, dormant and lost are counted in the customer's own usual gap between purchases, not in days that are the same for all.",
    zh: "每位客户都处于一个阶段，购买和时间会改变其阶段。逾期、休眠和流失按每位客户自己平时的购买间隔计算，而不是对所有人使用相同的天数。",
  },
  stagesTitle: { en: "Where customers stand", zh: "客户所处的阶段" },
  stage: { en: "Stage", zh: "阶段" },
  change: {
    en: (days: string): string => `Change in ${days}`,
    zh: (days: string): string => `${days}内变化`,
  },
  due: {
    en: (days: string): string => `Leaving within ${days}`,
    zh: (days: string): string => `${days}内将离开`,
  },
  dueNote: {
    en: "Leaving: by time alone, unless they buy before.",
    zh: "将离开：若在此之前不购买，仅因时间推移就会离开本阶段。",
  },
  mixTitle: { en: "Stages over time", zh: "各阶段客户数的变化" },
  mixNote: {
    en: "Customers at the end of each period, the last one as of the report. The usual gap is the one known at the time.",
    zh: "每个周期结束时的客户数，最后一个周期截至报告日。平时间隔按当时已知的购买计算。",
  },
  mixLabel: {
    en: (from: string, to: string, now: string): string =>
      `Customers by stage from ${from} to ${to}. At the end: ${now}`,
    zh: (from: string, to: string, now: string): string =>
      `${from}至${to}各阶段客户数。期末：${now}`,
  },
  stageCount: {
    en: (stage: string, count: string): string => `${stage} ${count}`,
    zh: (stage: string, count: string): string => `${stage} ${count}`,
  },
  separator: { en: ", ", zh: "、" },
  movesTitle: {
    en: (days: string): string => `Moves of the last ${days}`,
    zh: (days: string): string => `最近 ${days}的阶段变动`,
  },
  movesNote: {
    en: "Who went the same way twice counts twice.",
    zh: "同一位客户两次发生相同变动，计两次。",
  },
  noMoves: { en: "No customer changed stage.", zh: "没有客户变换阶段。" },
  from: { en: "From", zh: "原阶段" },
  to: { en: "To", zh: "新阶段" },
  moves: { en: "Moves", zh: "变动次数" },
  firstPurchase: { en: "First purchase", zh: "首次购买" },
  dueTitle: { en: "About to leave their stage", zh: "即将离开当前阶段的客户" },
  dueLead: {
    en: (days: string): string =>
      `Customers who leave their stage within ${days} by time alone, unless they buy before the date. Most worth first.`,
    zh: (days: string): string =>
      `若在所列日期之前不购买，${days}内仅因时间推移就会离开当前阶段的客户。按价值从高到低排列。`,
  },
  expected: {
    en: (customers: string, value: string, weeks: string): string =>
      `${customers}, expected to bring ${value} in the next ${weeks} weeks.`,
    zh: (customers: string, value: string, weeks: string): string =>
      `${customers}，预计未来 ${weeks} 周共带来 ${value}。`,
  },
  spent: {
    en: (customers: string, spend: string): string => `${customers}, who have spent ${spend}.`,
    zh: (customers: string, spend: string): string => `${customers}，至今共消费 ${spend}。`,
  },
  noneDue: {
    en: "No customer is about to leave a stage by time alone.",
    zh: "没有客户会仅因时间推移而离开当前阶段。",
  },
  fileName: { en: "about-to-leave-their-stage.csv", zh: "about-to-leave-their-stage.csv" },
  now: { en: "Stage now", zh: "当前阶段" },
  next: { en: "Becomes", zh: "将变为" },
  on: { en: "On", zh: "日期" },
  worth: {
    en: (weeks: string): string => `Expected, ${weeks} weeks`,
    zh: (weeks: string): string => `未来 ${weeks} 周预计`,
  },
};
