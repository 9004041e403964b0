import type { SegmentText } from "../types.js";

type SegmentName =
  | "champions"
  | "loyal"
  | "potentialLoyalist"
  | "new"
  | "promising"
  | "needAttention"
  | "aboutToSleep"
  | "atRisk"
  | "cantLose"
  | "hibernating"
  | "lost";

/** The eleven segments that practitioners know, in the order in which a report lists them. */
export const SEGMENT_TEXTS: Readonly<Record<SegmentName, SegmentText>> = {
  champions: {
    id: "champions",
    label: { en: "Champions", zh: "明星客户" },
    meaning: {
      en: "Your best customers: they bought recently, and buy more than most others.",
      zh: "最好的客户：最近买过，而且买得比大多数客户都多。",
    },
    action: {
      en: "Thank them, show them new things first, ask for referrals and reviews. They need no discount.",
      zh: "表达感谢，新品优先体验，邀请推荐和评价；不必打折。",
    },
  },
  loyal: {
    id: "loyal",
    label: { en: "Loyal", zh: "忠诚客户" },
    meaning: {
      en: "They buy often and keep coming back, one step behind the champions.",
      zh: "经常购买，不断回购，与明星客户只差一步。",
    },
    action: {
      en: "Keep the habit alive with member benefits and well-chosen suggestions; ask what they miss.",
      zh: "用会员权益和合适的推荐维持购买习惯，并询问还缺什么。",
    },
  },
  potentialLoyalist: {
    id: "potential-loyalist",
    label: { en: "Potential Loyalist", zh: "潜在忠诚客户" },
    meaning: {
      en: "They bought recently and have begun to come back.",
      zh: "最近买过，并且已经开始回购。",
    },
    action: {
      en: "Help the habit form: suggest what goes with their last order, invite them to become members.",
      zh: "帮助养成习惯：推荐与上次订单搭配的商品，邀请成为会员。",
    },
  },
  new: {
    id: "new",
    label: { en: "New", zh: "新客户" },
    meaning: {
      en: "They bought only just now and have few orders so far, often their first.",
      zh: "刚刚买过，订单还很少，往往是第一单。",
    },
    action: {
      en: "Make the first experience a good one: welcome them, help them start, give a reason to return.",
      zh: "做好首次体验：表示欢迎，指导使用，给出再次下单的理由。",
    },
  },
  promising: {
    id: "promising",
    label: { en: "Promising", zh: "潜力客户" },
    meaning: {
      en: "They bought not long ago, but so rarely that it is not yet a habit.",
      zh: "不久前买过，但次数很少，尚未形成习惯。",
    },
    action: {
      en: "Stay in touch while they remember you; a small offer can bring the next order.",
      zh: "趁印象还在保持联系，用小优惠促成下一单。",
    },
  },
  needAttention: {
    id: "need-attention",
    label: { en: "Need Attention", zh: "需关注客户" },
    meaning: {
      en: "Customers worth keeping who begin to drift: their last order is a while ago.",
      zh: "值得留住，但已有一段时间没有下单，开始疏远。",
    },
    action: {
      en: "Remind them soon, with an offer for a limited time that builds on what they bought before.",
      zh: "尽快提醒：结合以往所购商品，给出限时优惠。",
    },
  },
  aboutToSleep: {
    id: "about-to-sleep",
    label: { en: "About To Sleep", zh: "即将沉睡客户" },
    meaning: {
      en: "They bought little, and their last order is a while ago; left alone, they will fall asleep.",
      zh: "买得少，上次购买也有一段时间了；不去触达，就会沉睡。",
    },
    action: {
      en: "Bring yourself to mind with popular products or a modest offer; automate it to keep it cheap.",
      zh: "用热销商品或小额优惠唤起记忆；自动执行，控制成本。",
    },
  },
  atRisk: {
    id: "at-risk",
    label: { en: "At Risk", zh: "流失风险客户" },
    meaning: {
      en: "They used to be good customers, but have not ordered for a long time.",
      zh: "曾经是好客户，但已很久没有下单。",
    },
    action: {
      en: "Write to them personally, offer a reason to come back, and find out why they stopped.",
      zh: "单独联系，给出回来的理由，并了解不再购买的原因。",
    },
  },
  cantLose: {
    id: "cant-lose",
    label: { en: "Can't Lose Them", zh: "必须挽留客户" },
    meaning: {
      en: "They were among your very best customers, and have not ordered for a long time.",
      zh: "曾是最好的客户之一，却已很久没有下单。",
    },
    action: {
      en: "Call them now, put right what went wrong, and make an offer that is worth their return.",
      zh: "立即专人致电，解决问题，拿出有分量的挽留方案。",
    },
  },
  hibernating: {
    id: "hibernating",
    label: { en: "Hibernating", zh: "沉睡客户" },
    meaning: {
      en: "They bought little, and it is long ago.",
      zh: "买得少，而且已很久没来。",
    },
    action: {
      en: "Reach them now and then in cheap campaigns with a strong reason to return; spend no more.",
      zh: "偶尔用低成本活动唤醒，理由要足够吸引人；不再追加投入。",
    },
  },
  lost: {
    id: "lost",
    label: { en: "Lost", zh: "已流失客户" },
    meaning: {
      en: "They bought little and have been away longest; hardly any will return by themselves.",
      zh: "买得少，离开最久，几乎不会自己回来。",
    },
    action: {
      en: "Try once more at little cost, then stop, and use the budget for the others.",
      zh: "最多再低成本尝试一次，之后停止投入，把预算留给其他客户。",
    },
  },
};
