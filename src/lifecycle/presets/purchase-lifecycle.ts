import type { LifecycleDefinition } from "../types.js";

/**
 * From prospect over the first purchase to repeat and loyal customers, with those who fall silent.
 * Loyal is who orders five times within a year, and remains so with three.
 */
export const PURCHASE_LIFECYCLE: LifecycleDefinition = {
  id: "purchases",
  version: "1.0.0",
  zone: "UTC",
  label: { en: "Purchase lifecycle", zh: "购买生命周期" },
  facts: {},
  events: { order: { label: { en: "order", zh: "下单" }, list: "orders", fields: {} } },
  start: "prospect",
  progress: ["prospect", "first-purchase", "repeat", "loyal"],
  stages: {
    prospect: {
      label: { en: "Prospect", zh: "潜在客户" },
      meaning: { en: "Known to us, has not bought yet.", zh: "已建档，尚未购买。" },
    },
    active: {
      label: { en: "Active", zh: "活跃客户" },
      meaning: { en: "Bought within the last 180 days.", zh: "180 天内有购买。" },
      start: "first-purchase",
      stages: {
        "first-purchase": {
          label: { en: "First purchase", zh: "首次购买" },
          meaning: { en: "Bought once.", zh: "购买过一次。" },
        },
        repeat: {
          label: { en: "Repeat customer", zh: "复购客户" },
          meaning: { en: "Came back to buy.", zh: "再次购买。" },
        },
        loyal: {
          label: { en: "Loyal customer", zh: "忠诚客户" },
          meaning: { en: "Buys again and again.", zh: "持续多次购买。" },
          dwell: "P90D",
          stay: {
            when: { count: "orders", within: "P1Y", gte: 3 },
            grace: "P30D",
            otherwise: "repeat",
          },
        },
      },
    },
    dormant: {
      label: { en: "Dormant", zh: "休眠客户" },
      meaning: { en: "Has not bought for 180 days.", zh: "180 天未购买。" },
    },
    lost: {
      label: { en: "Lost", zh: "流失客户" },
      meaning: { en: "Has not bought for a year.", zh: "一年左右未购买。" },
    },
  },
  moves: [
    { id: "buys", from: "prospect", to: "first-purchase", on: "order" },
    { id: "buys-again", from: "first-purchase", to: "repeat", on: "order" },
    {
      id: "becomes-loyal",
      from: "repeat",
      to: "loyal",
      when: { count: "orders", within: "P1Y", gte: 5 },
      label: { en: "5 orders within a year", zh: "一年内下单 5 次" },
    },
    {
      id: "falls-silent",
      from: "active",
      to: "dormant",
      after: "P180D",
      without: "order",
      early: true,
    },
    { id: "is-lost", from: "dormant", to: "lost", after: "P185D" },
    { id: "comes-back", from: ["dormant", "lost"], to: "repeat", on: "order", kind: "reopen" },
  ],
};
