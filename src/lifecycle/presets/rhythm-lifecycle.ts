import type { LifecycleDefinition } from "../types.js";

/**
 * Customers by their own rhythm: late, dormant and lost are counted in each customer's own expected gap
 * between orders (`expectedGapDays`, such as the mean gap or what a purchase model expects), never in
 * days that are the same for all. Late after 1.5 gaps, dormant after 3, lost after 6; while the gap is
 * not known, 45, 90 and 180 days.
 */
export const RHYTHM_LIFECYCLE: LifecycleDefinition = {
  id: "rhythm",
  version: "1.0.0",
  zone: "UTC",
  label: { en: "Customers by their own rhythm", zh: "按个人购买节奏划分的客户" },
  facts: {
    expectedGapDays: {
      type: "number",
      min: 0,
      label: { en: "expected days between orders", zh: "预计购买间隔天数" },
    },
  },
  events: { order: { label: { en: "order", zh: "下单" } } },
  start: "prospect",
  progress: ["prospect", "new", "regular"],
  stages: {
    prospect: {
      label: { en: "Prospect", zh: "潜在客户" },
      meaning: { en: "Known to us, has not bought yet.", zh: "已建档，尚未购买。" },
    },
    "on-time": {
      label: { en: "In rhythm", zh: "节奏正常" },
      meaning: { en: "The next order is not overdue.", zh: "下次购买尚未逾期。" },
      start: "new",
      stages: {
        new: {
          label: { en: "New customer", zh: "新客户" },
          meaning: { en: "Bought once.", zh: "购买过一次。" },
        },
        regular: {
          label: { en: "Regular customer", zh: "常客" },
          meaning: { en: "Bought again.", zh: "再次购买。" },
        },
      },
    },
    late: {
      label: { en: "Late", zh: "逾期未购" },
      meaning: {
        en: "More than 1.5 gaps since the last order.",
        zh: "距上次购买超过 1.5 个间隔。",
      },
    },
    dormant: {
      label: { en: "Dormant", zh: "休眠客户" },
      meaning: { en: "More than 3 gaps since the last order.", zh: "距上次购买超过 3 个间隔。" },
    },
    lost: {
      label: { en: "Lost", zh: "流失客户" },
      meaning: { en: "More than 6 gaps since the last order.", zh: "距上次购买超过 6 个间隔。" },
    },
  },
  moves: [
    { id: "buys", from: "prospect", to: "new", on: "order" },
    { id: "buys-again", from: "new", to: "regular", on: "order" },
    {
      id: "is-late",
      from: "on-time",
      to: "late",
      after: {
        fact: "expectedGapDays",
        unit: "day",
        times: 1.5,
        atLeast: "P3D",
        atMost: "P2Y",
        otherwise: "P45D",
      },
      without: "order",
    },
    {
      id: "falls-asleep",
      from: "late",
      to: "dormant",
      after: {
        fact: "expectedGapDays",
        unit: "day",
        times: 1.5,
        atLeast: "P3D",
        atMost: "P2Y",
        otherwise: "P45D",
      },
    },
    {
      id: "is-lost",
      from: "dormant",
      to: "lost",
      after: {
        fact: "expectedGapDays",
        unit: "day",
        times: 3,
        atLeast: "P6D",
        atMost: "P4Y",
        otherwise: "P90D",
      },
    },
    {
      id: "comes-back",
      from: ["late", "dormant", "lost"],
      to: "regular",
      on: "order",
      kind: "reopen",
    },
  ],
};
