/** The head of the page and its controls. */
export const pageTexts = {
  title: { en: "Customer report", zh: "客户分析报告" },
  subtitle: {
    en: (from: string, to: string, asOf: string): string =>
      `Orders from ${from} to ${to}, as of ${asOf}`,
    zh: (from: string, to: string, asOf: string): string =>
      `订单时间：${from}至${to}，报告日：${asOf}`,
  },
  source: {
    en: (name: string): string => `Source: ${name}`,
    zh: (name: string): string => `数据来源：${name}`,
  },
  currency: {
    en: (code: string): string => `Amounts in ${code}`,
    zh: (code: string): string => `金额单位：${code}`,
  },
  contents: { en: "Contents", zh: "目录" },
  skip: { en: "Skip to the content", zh: "跳到正文" },
  /** Said in the language that the button leads to. */
  otherLanguage: { en: "中文", zh: "English" },
  theme: { en: "Dark theme", zh: "深色模式" },
  madeWith: {
    en: "Made with clientele. This file is complete: it loads nothing and sends nothing.",
    zh: "由 clientele 生成。本文件自成一体：不加载任何外部内容，也不发送任何数据。",
  },
};
