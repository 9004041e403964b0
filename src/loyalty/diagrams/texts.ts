import type { LocalizedText } from "../../core/index.js";

/** What a diagram says beside the labels of the programme. */
export const TEXTS: Readonly<
  Record<"earning" | "pending" | "spendable" | "lapsed" | "tiers" | "item", LocalizedText>
> = {
  earning: { en: "Earning", zh: "积分获取" },
  pending: { en: "Pending points", zh: "待生效积分" },
  spendable: { en: "Spendable points", zh: "可用积分" },
  lapsed: { en: "Lapsed", zh: "过期" },
  tiers: { en: "Tiers", zh: "会员等级" },
  item: { en: "item", zh: "件" },
};
