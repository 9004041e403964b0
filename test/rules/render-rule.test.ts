import { describe, expect, it } from "vitest";
import { type Condition, renderRule } from "../../src/rules/index.js";

const lines = (when: Condition) => {
  const rule = { zone: "UTC", define: { vip: { fact: "tier", eq: "gold" } }, when } as const;
  return [renderRule(rule), renderRule(rule, { locale: "zh" })];
};

describe("renderRule", () => {
  it.each<[Condition, string, string]>([
    [
      { fact: "age", gte: 18, lt: 65 },
      "age is at least 18 and is less than 65",
      "age至少为18且小于65",
    ],
    [{ fact: "age", between: [18, 64] }, "age is between 18 and 64", "age介于18与64之间"],
    [{ not: { fact: "tier", in: ["a", "b"] } }, "tier is neither a nor b", "tier不为a和b"],
    [{ fact: "tier", exists: false }, "tier is not known", "tier未知"],
    [{ fact: "active", eq: true }, "active is yes", "active为是"],
    [{ fact: "name", eq: "O Hara" }, 'name is "O Hara"', 'name为"O Hara"'],
    [{ fact: "name", matches: "[A-Z]+" }, 'name has the form "[A-Z]+"', 'name符合格式"[A-Z]+"'],
    [{ not: { fact: "tags", contains: "vip" } }, "tags does not contain vip", "tags不包含vip"],
    [
      { fact: "fee", lt: { minor: -1205, currency: "USD" } },
      "fee is less than USD -12.05",
      "fee小于USD -12.05",
    ],
    [{ fact: "fee", eq: { minor: 500, currency: "JPY" } }, "fee is JPY 500", "fee为JPY 500"],
    [
      { fact: "at", gt: { instant: "2026-03-01T08:30:00+08:00" } },
      "at is more than 2026-03-01 00:30",
      "at大于2026-03-01 00:30",
    ],
    [{ fact: "a", as: "date", lt: { fact: "b" } }, "a is less than b", "a小于b"],
    [{ ref: "vip" }, "[vip]", "[vip]"],
    [
      { and: [{ ref: "vip" }, { or: [{ ref: "vip" }, { fact: "a", eq: 1 }] }] },
      "[vip] and ([vip] or a is 1)",
      "[vip]且（[vip]或a为1）",
    ],
    [
      { not: { and: [{ ref: "vip" }, { fact: "a", eq: 1 }] } },
      "not ([vip] and a is 1)",
      "并非（[vip]且a为1）",
    ],
    [
      { since: "seenAt", gt: "P1Y2M" },
      "time since seenAt is more than 1 year 2 months",
      "距seenAt的时间大于1年2个月",
    ],
    [
      { until: "endsOn", lte: { fact: "notice" } },
      "time until endsOn is at most notice",
      "距endsOn的剩余时间不超过notice",
    ],
    [
      { count: "orders", within: { calendar: "day" }, eq: 0 },
      "number of orders today is 0",
      "今天的orders的数量为0",
    ],
    [
      { count: "orders", within: { calendar: "quarter", back: 2 }, eq: 0 },
      "number of orders 2 quarters ago is 0",
      "2个季度前的orders的数量为0",
    ],
    [
      { count: "orders", within: { from: "2026-06-18", to: "2026-06-21" }, eq: 0 },
      "number of orders from 2026-06-18 to before 2026-06-21 is 0",
      "2026-06-18起至2026-06-21前的orders的数量为0",
    ],
    [
      { max: "total", of: "orders", within: "ever", gt: { min: "total", of: "orders" } },
      "largest total of orders so far is more than smallest total of orders",
      "至今的orders的total的最大值大于orders的total的最小值",
    ],
    [{ and: [] }, "always", "总是成立"],
    [{ or: [] }, "never", "从不成立"],
  ])("writes %j", (condition, english, chinese) => {
    expect(lines(condition)).toEqual([english, chinese]);
  });

  it("stays one line whatever the rule holds", () => {
    const [line] = lines({ fact: "name", eq: `first\nsecond${"x".repeat(500)}` });
    expect(line).not.toContain("\n");
    expect((line as string).length).toBeLessThan(120);
  });
});
