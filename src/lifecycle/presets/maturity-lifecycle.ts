import type { LifecycleDefinition } from "../types.js";

/** Prospect, new, mature and lost: mature is who has ordered three times, lost who has not for a year. */
export const MATURITY_LIFECYCLE: LifecycleDefinition = {
  id: "maturity",
  version: "1.0.0",
  zone: "UTC",
  label: { en: "Customer maturity", zh: "客户成熟度" },
  facts: {},
  events: { order: { label: { en: "order", zh: "下单" }, list: "orders", fields: {} } },
  start: "prospect",
  progress: ["prospect", "new", "mature"],
  stages: {
    prospect: {
      label: { en: "Prospect", zh: "潜在客户" },
      meaning: { en: "Known to us, has not bought yet.", zh: "已建档，尚未购买。" },
    },
    new: {
      label: { en: "New customer", zh: "新客户" },
      meaning: { en: "Has ordered once or twice.", zh: "下单一至两次。" },
    },
    mature: {
      label: { en: "Mature customer", zh: "成熟客户" },
      meaning: { en: "Has ordered three times or more.", zh: "下单三次及以上。" },
    },
    lost: {
      label: { en: "Lost customer", zh: "流失客户" },
      meaning: { en: "Has not ordered for a year.", zh: "一年未下单。" },
    },
  },
  moves: [
    { id: "buys", from: "prospect", to: "new", on: "order" },
    {
      id: "matures",
      from: "new",
      to: "mature",
      when: { count: "orders", within: "ever", gte: 3 },
      label: { en: "3 orders", zh: "下单 3 次" },
    },
    { id: "is-lost", from: ["new", "mature"], to: "lost", after: "P1Y", without: "order" },
    { id: "is-won-back", from: "lost", to: "new", on: "order", kind: "reopen" },
  ],
};
