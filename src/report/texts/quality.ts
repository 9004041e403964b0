/** The data-quality box. */
export const qualityTexts = {
  title: { en: "How good the data is", zh: "数据质量" },
  link: { en: "Data quality", zh: "数据质量" },
  lead: {
    en: "What became of every row. The counts add up: nothing is dropped without being counted here.",
    zh: "每一行数据的去向。数字首尾相符：没有任何一行被悄悄丢弃。",
  },
  readingTitle: { en: "From rows to orders", zh: "从数据行到订单" },
  logTitle: { en: "From orders to purchases", zh: "从订单到购买" },
  what: { en: "What", zh: "项目" },
  count: { en: "Count", zh: "数量" },
  rows: { en: "Rows read", zh: "读取的数据行" },
  rejected: { en: "− rejected", zh: "− 拒收" },
  mergedLines: { en: "− further lines of the same order", zh: "− 同一订单的其他行" },
  emptyRefunds: { en: "− refunds of nothing", zh: "− 金额为零的退款" },
  entries: { en: "= orders and refunds in the log", zh: "= 日志中的订单与退款" },
  inLog: { en: "Orders and refunds in the log", zh: "日志中的订单与退款" },
  afterAsOf: { en: "− after the day of the report", zh: "− 报告日之后" },
  refundsNetted: { en: "− refunds, taken off the spend", zh: "− 退款（从消费额中扣除）" },
  refundsIgnored: { en: "− refunds, left out", zh: "− 退款（未计入）" },
  cancelled: { en: "− orders refunded in full", zh: "− 已全额退款的订单" },
  purchases: { en: "= orders", zh: "= 订单" },
  mergedSameDay: {
    en: "− merged with another order of the same customer and day",
    zh: "− 与同一客户当天的另一笔订单合并",
  },
  purchaseDays: { en: "= purchases", zh: "= 购买" },
  withoutPurchase: {
    en: "Customers left out: no purchase up to the day of the report",
    zh: "未计入的客户：截至报告日没有购买",
  },
  rounded: { en: "Amounts rounded to the currency’s decimals", zh: "按币种小数位取整的金额" },
  converted: { en: "Amounts converted at the given rates", zh: "按给定汇率换算的金额" },
  good: { en: "All rows were accepted.", zh: "所有行均被接受。" },
  some: {
    en: (rejected: string, share: string): string =>
      `${rejected} of the rows (${share}) could not be read and are not in this report.`,
    zh: (rejected: string, share: string): string =>
      `有 ${rejected} 行（${share}）无法读取，未计入本报告。`,
  },
  reasons: { en: "Why rows were rejected", zh: "拒收原因" },
  reason: { en: "Reason", zh: "原因" },
};
