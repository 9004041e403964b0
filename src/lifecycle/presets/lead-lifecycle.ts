import type { LifecycleDefinition } from "../types.js";

/**
 * The stages from lead to customer that many CRMs share. Marketing qualifies by two scores from 0 to
 * 100, sales accepts or returns, and whoever has been returned is not offered again for 30 days.
 */
export const LEAD_LIFECYCLE: LifecycleDefinition = {
  id: "leads",
  version: "1.0.0",
  zone: "UTC",
  label: { en: "From lead to customer", zh: "从线索到客户" },
  facts: {
    fitScore: {
      type: "number",
      min: 0,
      max: 100,
      label: { en: "fit score", zh: "匹配度评分" },
    },
    interestScore: {
      type: "number",
      min: 0,
      max: 100,
      label: { en: "interest score", zh: "兴趣评分" },
    },
  },
  events: {
    enquiry: { label: { en: "enquiry", zh: "咨询" } },
    accept: { label: { en: "accepted by sales", zh: "销售接受" }, request: true },
    return: {
      label: { en: "returned by sales", zh: "销售退回" },
      request: true,
      list: "returns",
      fields: {},
    },
    "open-deal": { label: { en: "deal opened", zh: "创建商机" } },
    "win-deal": { label: { en: "deal won", zh: "赢单" } },
    "lose-deal": { label: { en: "deal lost", zh: "输单" } },
    recommend: { label: { en: "recommendation", zh: "推荐他人" } },
    "set-aside": { label: { en: "set aside", zh: "搁置" }, request: true },
  },
  start: "subscriber",
  progress: [
    "subscriber",
    "lead",
    "marketing-qualified",
    "sales-qualified",
    "opportunity",
    "customer",
    "evangelist",
  ],
  stages: {
    subscriber: {
      label: { en: "Subscriber", zh: "订阅者" },
      meaning: { en: "Wants to hear from us.", zh: "愿意接收我们的信息。" },
    },
    lead: {
      label: { en: "Lead", zh: "线索" },
      meaning: { en: "Has asked about an offer.", zh: "咨询过产品或服务。" },
    },
    "marketing-qualified": {
      label: { en: "Marketing qualified lead", zh: "市场合格线索" },
      meaning: { en: "Fits and is interested; ready for sales.", zh: "匹配且有兴趣，可交销售。" },
    },
    "sales-qualified": {
      label: { en: "Sales qualified lead", zh: "销售合格线索" },
      meaning: { en: "Accepted by sales.", zh: "销售已接受跟进。" },
    },
    opportunity: {
      label: { en: "Opportunity", zh: "商机" },
      meaning: { en: "A deal is being negotiated.", zh: "正在洽谈交易。" },
    },
    customer: {
      label: { en: "Customer", zh: "客户" },
      meaning: { en: "Has bought.", zh: "已成交。" },
    },
    evangelist: {
      label: { en: "Evangelist", zh: "推荐者" },
      meaning: { en: "Has recommended us within a year.", zh: "一年内推荐过我们。" },
    },
    other: {
      label: { en: "Other", zh: "其他" },
      meaning: {
        en: "Set aside: a supplier, a student, a competitor.",
        zh: "搁置：供应商、学生、同行等。",
      },
    },
  },
  moves: [
    { id: "asks", from: ["subscriber", "other"], to: "lead", on: "enquiry", kind: "forward" },
    {
      id: "qualifies",
      from: "lead",
      to: "marketing-qualified",
      when: {
        and: [
          { fact: "fitScore", gte: 50 },
          { fact: "interestScore", gte: 50 },
          { count: "returns", within: "P30D", eq: 0 },
        ],
      },
      label: { en: "scores of 50 and more", zh: "两项评分均达 50" },
    },
    { id: "is-accepted", from: "marketing-qualified", to: "sales-qualified", on: "accept" },
    {
      id: "is-returned",
      from: ["marketing-qualified", "sales-qualified"],
      to: "lead",
      on: "return",
      kind: "back",
      reasons: ["not-ready", "no-budget", "wrong-contact"],
    },
    {
      id: "negotiates",
      from: ["lead", "marketing-qualified", "sales-qualified", "customer", "evangelist"],
      to: "opportunity",
      on: "open-deal",
    },
    {
      id: "buys",
      from: ["subscriber", "lead", "marketing-qualified", "sales-qualified", "opportunity"],
      to: "customer",
      on: "win-deal",
    },
    { id: "declines", from: "opportunity", to: "lead", on: "lose-deal", kind: "back" },
    { id: "recommends", from: "customer", to: "evangelist", on: "recommend" },
    {
      id: "grows-quiet",
      from: "evangelist",
      to: "customer",
      after: "P1Y",
      without: "recommend",
    },
    {
      id: "is-set-aside",
      from: ["subscriber", "lead", "marketing-qualified", "sales-qualified"],
      to: "other",
      on: "set-aside",
      reasons: ["supplier", "student", "competitor", "duplicate"],
    },
  ],
};
