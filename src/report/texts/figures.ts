/** The key figures, each with its definition. */
export const figureTexts = {
  title: { en: "Key figures", zh: "关键指标" },
  link: { en: "Key figures", zh: "关键指标" },
  customers: {
    term: { en: "Customers", zh: "客户数" },
    definition: {
      en: "Customers with at least one purchase up to the day of the report.",
      zh: "截至报告日至少购买过一次的客户。",
    },
  },
  orders: {
    term: { en: "Orders", zh: "订单数" },
    definition: {
      en: "Purchases up to the day of the report. A refund is not an order.",
      zh: "截至报告日的购买笔数，退款不计为订单。",
    },
  },
  spend: {
    term: { en: "Spend", zh: "消费总额" },
    definition: {
      en: "The sum of all orders up to the day of the report, less refunds.",
      zh: "截至报告日所有订单金额之和，已扣除退款。",
    },
  },
  spendPerOrder: {
    term: { en: "Spend per order", zh: "客单价" },
    definition: { en: "Spend divided by orders.", zh: "消费总额除以订单数。" },
  },
  spendPerCustomer: {
    term: { en: "Spend per customer", zh: "人均消费" },
    definition: {
      en: "Spend divided by customers. The median is the customer in the middle: half of the customers spent less. Where it lies far below the mean, a few big customers lift the mean.",
      zh: "消费总额除以客户数。中位数是排在正中间的客户，一半客户的消费低于它；若远低于平均数，说明平均数被少数大客户拉高。",
    },
    median: {
      en: (value: string): string => `median ${value}`,
      zh: (value: string): string => `中位数 ${value}`,
    },
  },
  ordersPerCustomer: {
    term: { en: "Orders per customer", zh: "人均订单数" },
    definition: { en: "Orders divided by customers.", zh: "订单数除以客户数。" },
  },
  repeat: {
    term: { en: "Bought again", zh: "复购率" },
    definition: {
      en: "Customers who bought on more than one day, as a share of all customers.",
      zh: "在不止一天购买过的客户，占全部客户的比例。",
    },
  },
  active: {
    term: { en: "Active customers", zh: "活跃客户" },
    definition: {
      en: "Customers whose last purchase lies within the days named below, counted back from the day of the report.",
      zh: "从报告日往前数，在下方所示天数内购买过的客户。",
    },
    within: {
      en: (days: string, share: string): string => `in the last ${days}; ${share} of all`,
      zh: (days: string, share: string): string => `最近 ${days}内，占 ${share}`,
    },
  },
};
