import { defineSegmentMap } from "../define-segment-map.js";
import type { SegmentMap } from "../types.js";

/**
 * The eight types of Chinese retail practice: each measure is high or low, `bins: 2`.
 * Money decides between high value and standard; recency and frequency say what to do.
 */
export const OCTANT_SEGMENT_MAP: SegmentMap = defineSegmentMap({
  kind: "segmentMap",
  version: 1,
  bins: { recency: 2, frequency: 2, monetary: 2 },
  segments: [
    {
      id: "high-value-active",
      label: { en: "High Value, Active", zh: "重要价值客户" },
      meaning: {
        en: "They bought recently, buy often and spend much.",
        zh: "最近买过，买得勤，花得多。",
      },
      action: {
        en: "Give them your best service and first access to new things.",
        zh: "提供最好的服务，新品优先体验。",
      },
      cells: [{ recency: [2, 2], frequency: [2, 2], monetary: [2, 2] }],
    },
    {
      id: "high-value-develop",
      label: { en: "High Value, To Develop", zh: "重要发展客户" },
      meaning: {
        en: "They bought recently and spend much, but seldom.",
        zh: "最近买过，花得多，但买得少。",
      },
      action: {
        en: "Give reasons to come more often: a membership, refills, matching products.",
        zh: "提高购买频次：会员计划、补货提醒、搭配推荐。",
      },
      cells: [{ recency: [2, 2], frequency: [1, 1], monetary: [2, 2] }],
    },
    {
      id: "high-value-keep",
      label: { en: "High Value, To Keep", zh: "重要保持客户" },
      meaning: {
        en: "They bought often and spent much, but have not been back for a while.",
        zh: "买得勤，花得多，但有一段时间没来了。",
      },
      action: {
        en: "Get in touch personally before they settle elsewhere.",
        zh: "主动单独联系，在他们转向别家之前唤回。",
      },
      cells: [{ recency: [1, 1], frequency: [2, 2], monetary: [2, 2] }],
    },
    {
      id: "high-value-win-back",
      label: { en: "High Value, To Win Back", zh: "重要挽留客户" },
      meaning: {
        en: "They spent much in few orders, and it is a while ago.",
        zh: "单数少但花得多，有一段时间没来了。",
      },
      action: {
        en: "Find out why they stopped, and make a strong offer to the most valuable.",
        zh: "了解停止购买的原因，对其中价值最高的重点挽留。",
      },
      cells: [{ recency: [1, 1], frequency: [1, 1], monetary: [2, 2] }],
    },
    {
      id: "standard-active",
      label: { en: "Standard, Active", zh: "一般价值客户" },
      meaning: {
        en: "They bought recently and often, in small amounts.",
        zh: "最近买过，买得勤，但花得少。",
      },
      action: {
        en: "Raise the basket: bundles, better versions, free delivery from a higher amount.",
        zh: "提高客单价：组合套装、升级款、更高的包邮门槛。",
      },
      cells: [{ recency: [2, 2], frequency: [2, 2], monetary: [1, 1] }],
    },
    {
      id: "standard-develop",
      label: { en: "Standard, To Develop", zh: "一般发展客户" },
      meaning: {
        en: "They bought recently, little and seldom; many are new.",
        zh: "最近买过，买得少，花得少，多为新客户。",
      },
      action: {
        en: "Welcome them and make the second order easy.",
        zh: "表示欢迎，促成第二单。",
      },
      cells: [{ recency: [2, 2], frequency: [1, 1], monetary: [1, 1] }],
    },
    {
      id: "standard-keep",
      label: { en: "Standard, To Keep", zh: "一般保持客户" },
      meaning: {
        en: "They bought often in small amounts, but have not been back for a while.",
        zh: "买得勤，花得少，有一段时间没来了。",
      },
      action: {
        en: "Remind them automatically, at little cost.",
        zh: "自动提醒，控制成本。",
      },
      cells: [{ recency: [1, 1], frequency: [2, 2], monetary: [1, 1] }],
    },
    {
      id: "standard-win-back",
      label: { en: "Standard, To Win Back", zh: "一般挽留客户" },
      meaning: {
        en: "They bought little and seldom, and it is a while ago.",
        zh: "买得少，花得少，有一段时间没来了。",
      },
      action: {
        en: "Try once at little cost, then leave them be.",
        zh: "低成本尝试一次即可，不再投入。",
      },
      cells: [{ recency: [1, 1], frequency: [1, 1], monetary: [1, 1] }],
    },
  ],
});
