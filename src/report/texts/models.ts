import type { SpendVerdict } from "../../clv/index.js";
import type { LocalizedText } from "../../core/locale.js";
import type { ForecastKind } from "../value-types.js";

/** Which models the figures come from, and why these. */
export const modelTexts = {
  title: { en: "How this was worked out", zh: "计算方法" },
  chosen: {
    forecast: {
      en: (name: string): string =>
        `Purchases follow the ${name} model, which did best in a rehearsal: no other forecast single customers clearly better.`,
      zh: (name: string): string =>
        `购买行为采用 ${name} 模型：它在预演中表现最好，没有其他模型对单个客户的预测明显更准。`,
    },
    fit: {
      en: (name: string): string =>
        `Purchases follow the ${name} model, the one that describes the orders best (lowest AIC).`,
      zh: (name: string): string => `购买行为采用 ${name} 模型：它对这些订单拟合最好（AIC 最低）。`,
    },
    only: {
      en: (name: string): string =>
        `Purchases follow the ${name} model, the only one that can be fitted to these customers.`,
      zh: (name: string): string => `购买行为采用 ${name} 模型：只有它能够拟合这些客户。`,
    },
  },
  byFit: {
    en: (verdict: string): string => `By fit to all orders alone: ${verdict}`,
    zh: (verdict: string): string => `仅就对全部订单的拟合而言：${verdict}`,
  },
  sampled: {
    en: (fitted: string): string =>
      `The models were fitted to ${fitted} customers drawn at random; all customers were scored.`,
    zh: (fitted: string): string => `模型用随机抽取的 ${fitted} 位客户拟合，再对所有客户评分。`,
  },
  gammaGamma: {
    en: (mean: string): string =>
      `Amounts follow the Gamma-Gamma model: each customer’s own mean is drawn towards the mean of all (${mean} a purchase), the more so the fewer purchases there are.`,
    zh: (mean: string): string =>
      `金额采用 Gamma-Gamma 模型：每位客户自己的均值向总体均值（每次 ${mean}）靠拢，购买次数越少靠得越多。`,
  },
  meanSpend: {
    en: (mean: string): string =>
      `Amounts do not differ enough between customers to be modelled: every purchase counts ${mean}, the mean of all repeat purchases.`,
    zh: (mean: string): string =>
      `客户之间的金额差异不足以建模：每次购买按全部重复购买的均值 ${mean} 计算。`,
  },
  revenue: {
    en: "Value is revenue: costs are not known here (margin 1).",
    zh: "价值指收入：这里不了解成本（毛利率按 1 计）。",
  },
  profit: {
    en: (margin: string): string => `Value is ${margin} of the revenue (the margin given).`,
    zh: (margin: string): string => `价值按收入的 ${margin} 计（所给毛利率）。`,
  },
  discount: {
    en: (rate: string): string =>
      `Money that comes later counts less, by ${rate} a year; purchases are not discounted.`,
    zh: (rate: string): string => `较晚到来的金额按每年 ${rate} 折现；购买次数不折现。`,
  },
  tableTitle: { en: "The models compared", zh: "模型比较" },
  model: { en: "Model", zh: "模型" },
  ownRate: { en: "Everybody goes on as before", zh: "每位客户照旧购买" },
  inUse: { en: "in use", zh: "采用" },
  forecast: { en: "Forecast", zh: "预测" },
  off: { en: "Off by", zh: "偏差" },
  error: { en: "Error", zh: "误差" },
  fit: { en: "AIC gap", zh: "AIC 差距" },
  tableNote: {
    en: "Forecast: purchases in the rehearsal. Error: how far off it is for single customers (mean Poisson deviance); within 1% of the least, models count as equal, and those that let one-time buyers leave go first. AIC gap: how much worse the model describes all orders than the best; more than 10 means that the data speak clearly against a model.",
    zh: "“预测”指预演中的购买次数；“误差”指对单个客户的预测偏离程度（平均泊松偏差）；与最小值相差不到 1% 视为相当，此时优先采用允许一次性买家流失的模型。“AIC 差距”表示对全部订单的拟合比最优模型差多少；超过 10 说明数据明显不支持该模型。",
  },
};

/** What a model takes for granted. */
export const modelAssumptions: Readonly<Record<ForecastKind, LocalizedText>> = {
  paretoNbd: {
    en: "It assumes that customers buy at their own steady rate and leave, unseen, at some moment.",
    zh: "它假设客户各按自己的稳定频率购买，并在某一时刻悄然离开。",
  },
  mbgNbd: {
    en: "It assumes that customers buy at their own steady rate and may leave, unseen, after any purchase, the first one too.",
    zh: "它假设客户各按自己的稳定频率购买，每次购买之后（包括第一次）都可能悄然离开。",
  },
  bgNbd: {
    en: "It assumes that customers may leave only after a repeat purchase, so that every one-time buyer counts as a customer still: read their figures with care.",
    zh: "它假设客户只会在重复购买之后离开，因此只买过一次的客户一律算作仍活跃，其数字须谨慎看待。",
  },
  nbd: {
    en: "It assumes that customers buy at their own steady rate and never leave: nothing in these orders says otherwise.",
    zh: "它假设客户各按自己的稳定频率购买，并且不会离开：这些订单中没有相反的迹象。",
  },
};

/** The models as the literature calls them. */
export const modelNames: Readonly<Record<ForecastKind, string>> = {
  paretoNbd: "Pareto/NBD",
  mbgNbd: "MBG/NBD",
  bgNbd: "BG/NBD",
  nbd: "NBD",
};

/** Whether amounts and frequency go together, which the Gamma-Gamma model rules out. */
export const independenceTexts: Readonly<Record<SpendVerdict, LocalizedText>> = {
  independent: {
    en: "It assumes that amounts have nothing to do with how often a customer buys; that holds here.",
    zh: "它假设金额与购买频率无关，此处成立。",
  },
  weak: {
    en: "It assumes that amounts have nothing to do with how often a customer buys; here they are weakly related, so that the values of the most frequent buyers are slightly off.",
    zh: "它假设金额与购买频率无关；此处两者有弱相关，购买最频繁的客户的价值略有偏差。",
  },
  dependent: {
    en: "It assumes that amounts have nothing to do with how often a customer buys; here they clearly are related, so that values are biased: look at groups of customers apart.",
    zh: "它假设金额与购买频率无关；此处两者明显相关，价值有偏差，宜将客户分组分别分析。",
  },
  unknown: {
    en: "It assumes that amounts have nothing to do with how often a customer buys; there are too few customers to tell whether that holds.",
    zh: "它假设金额与购买频率无关；客户太少，无法判断是否成立。",
  },
};
