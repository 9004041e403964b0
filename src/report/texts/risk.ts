/** The customers with most value at risk. */
export const riskTexts = {
  title: { en: "Value at risk", zh: "面临流失的价值" },
  link: { en: "At risk", zh: "面临流失" },
  lead: {
    en: (weeks: string, from: string, to: string): string =>
      `Customers who have come back before, who would bring much in the next ${weeks} weeks if they were still customers, and who may have left: their probability to be still a customer is ${from} to ${to}. Value at risk is what they would bring, times the probability that they are gone. Winning them back pays most.`,
    zh: (weeks: string, from: string, to: string): string =>
      `曾经回购、若仍是客户则未来 ${weeks} 周将带来较多价值，但可能已经离开的客户：仍活跃的概率为 ${from} 至 ${to}。面临流失的价值等于其应带来的价值乘以已流失的概率。挽回他们最划算。`,
  },
  all: {
    en: (customers: string, value: string): string => `${customers}, ${value} at risk in all.`,
    zh: (customers: string, value: string): string => `${customers}，共有 ${value} 面临流失。`,
  },
  none: {
    en: "No customer is in this state at present.",
    zh: "目前没有这样的客户。",
  },
  noEstimate: {
    en: "There is no estimate of future value, so there is no list.",
    zh: "没有未来价值的估计，因此没有名单。",
  },
  fileName: { en: "value-at-risk.csv", zh: "value-at-risk.csv" },
  alive: { en: "Still a customer", zh: "仍活跃概率" },
  ifAlive: { en: "Value if so", zh: "若活跃的价值" },
  atRisk: { en: "At risk", zh: "面临流失" },
};
