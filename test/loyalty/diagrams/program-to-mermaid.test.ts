import { describe, expect, it } from "vitest";
import { type Program, programToMermaid } from "../../../src/loyalty/index.js";

const CLUB: Program = {
  id: "club",
  version: 2,
  label: { en: "The Club", zh: "俱乐部" },
  zone: "Europe/Berlin",
  currency: "EUR",
  earning: {
    rules: [
      { id: "base", give: { points: 1, per: { minor: 100, currency: "EUR" } } },
      { id: "refill", give: { points: 2, per: "item" } },
      { id: "double", give: { multiply: { numerator: 4, denominator: 3 } } },
      { id: "review", event: "review", give: { points: 20 } },
    ],
  },
  activation: { after: "P14D" },
  expiry: { after: "P1Y", upTo: "year" },
  rewards: [{ id: "mug", label: { en: 'A "mug"', zh: "马克杯" }, price: 500 }],
  tiers: {
    metric: { measure: "spend" },
    window: { calendar: "year" },
    levels: [
      { id: "basic", from: 0 },
      { id: "gold", label: { en: "Gold", zh: "金卡" }, from: 100_000 },
    ],
  },
};

describe("the diagram of a programme", () => {
  it("shows what earns, how points live, what they buy, and the ladder of tiers", () => {
    expect(programToMermaid(CLUB)).toBe(`---
title: "The Club (2)"
---
flowchart LR
  subgraph earning["Earning"]
    rule0["base<br/>+1 / #8364;1.00"]
    rule1["refill<br/>+2 / item"]
    rule2["double<br/>× 4/3"]
    rule3["review<br/>+20"]
  end
  earning --> pending["Pending points"]
  pending -->|"P14D"| spendable
  spendable["Spendable points"]
  spendable --> reward0["A #34;mug#34;<br/>-500"]
  spendable -->|"P1Y"| lapsed["Lapsed"]
  subgraph tiers["Tiers"]
    tier0["basic"]
    tier1["Gold"]
    tier0 -->|"100000"| tier1
  end
`);
  });

  it("speaks Chinese", () => {
    const drawn = programToMermaid(CLUB, { locale: "zh" });
    for (const text of ["俱乐部", "积分获取", "待生效积分", "马克杯", "金卡"]) {
      expect(drawn).toContain(text);
    }
  });

  it("leaves out what the programme does not have", () => {
    const { activation, expiry, rewards, tiers, ...plain } = CLUB;
    expect(programToMermaid(plain)).not.toMatch(/pending|lapsed|reward|tiers/);
  });

  it("refuses what is no programme, and a language it does not have", () => {
    expect(() => programToMermaid({} as Program)).toThrow(
      expect.objectContaining({ name: "ClienteleError" }) as Error,
    );
    expect(() => programToMermaid(CLUB, { locale: "fr" as "en" })).toThrow("options.locale");
  });
});
