/** RFM segments. */
export const segmentTexts = {
  title: { en: "Segments", zh: "客户分群" },
  link: { en: "Segments", zh: "客户分群" },
  lead: {
    en: "Every customer is scored on recency (how lately they bought), frequency (how often) and monetary value (how much). 1 is the lowest score, the highest is best. The scores decide the segment.",
    zh: "每位客户有三项评分：最近购买时间（R）、购买频率（F）、消费金额（M）。1 分最低，分数越高越好。评分决定客户属于哪个群体。",
  },
  gridTitle: { en: "Customers by recency and frequency", zh: "按最近购买与频率分布的客户" },
  gridNote: {
    en: "R is the recency score, F the frequency score: top right are the best customers. The second line of a cell is their mean spend.",
    zh: "R 为最近购买评分，F 为频率评分，右上角的客户最好。格中第二行是人均消费。",
  },
  corner: { en: "Score", zh: "评分" },
  cell: {
    en: (recency: number, frequency: number, customers: string, spend: string): string =>
      `Recency ${recency}, frequency ${frequency}: ${customers}, ${spend} in all`,
    zh: (recency: number, frequency: number, customers: string, spend: string): string =>
      `R ${recency}、F ${frequency}：${customers}，共消费 ${spend}`,
  },
  scoresTitle: { en: "What the scores stand for", zh: "评分标准" },
  scoresNote: {
    en: "Each score holds about the same number of customers where the data allow it; customers with equal values always get the same score, so a score may stay empty.",
    zh: "在数据允许时，每一分的客户数大致相同；数值相同的客户评分必定相同，因此某些分值可能空缺。",
  },
  score: { en: "Score", zh: "评分" },
  recencyRange: { en: "Days since last order", zh: "距上次购买天数" },
  frequencyRange: { en: "Orders", zh: "订单数" },
  monetaryRange: { en: "Spend", zh: "消费额" },
  listTitle: { en: "Who they are and what to do", zh: "他们是谁，该怎么做" },
  noCustomers: { en: "no customers", zh: "没有客户" },
  unused: {
    en: (labels: string): string => `No customers at present: ${labels}.`,
    zh: (labels: string): string => `目前没有客户的群体：${labels}。`,
  },
  separator: { en: ", ", zh: "、" },
};
