import { describe, expect, it } from "vitest";
import { checkProgram } from "../../../src/loyalty/check/check-program.js";
import harbourClub from "../harbour-club.json" with { type: "json" };

const LABEL = { en: "Name", zh: "名称" };

/** A programme that nothing can be said against, with parts replaced. */
function programWith(parts: object = {}): object {
  return {
    ...harbourClub,
    rewards: harbourClub.rewards.map((reward) => ({ label: LABEL, ...reward })),
    tiers: {
      ...harbourClub.tiers,
      levels: harbourClub.tiers.levels.map((level) => ({ ...level, label: LABEL })),
    },
    ...parts,
  };
}

const give = { points: 1, per: { minor: 100, currency: "EUR" } };
const base = { id: "base", give };
const earning = (rules: object[], more: object = {}) => ({ earning: { rules, ...more } });
const tiers = (levels: object[]) => ({ tiers: { ...harbourClub.tiers, levels }, rewards: [] });
const level = (id: string, from: number) => ({ id, from, label: LABEL });

const BROKEN: readonly [what: string, parts: object, code: string, path: string][] = [
  [
    "tiers that are not sorted",
    tiers([level("a", 0), level("b", 9), level("c", 5)]),
    "INVALID",
    "$.tiers.levels[2].from",
  ],
  ["a tier twice", tiers([level("a", 0), level("a", 9)]), "INVALID", "$.tiers.levels[1].id"],
  ["a lowest tier above 0", tiers([level("a", 1)]), "INVALID", "$.tiers.levels[0].from"],
  [
    "a cap of 0",
    earning([{ ...base, caps: [{ points: 0 }] }]),
    "INVALID",
    "$.earning.rules[0].caps[0].points",
  ],
  [
    "a window that ends first",
    earning([{ ...base, window: { from: "2026-03-02", to: "2026-03-01" } }]),
    "INVALID",
    "$.earning.rules[0].window",
  ],
  [
    "an unknown ref",
    earning([{ ...base, when: { ref: "nobody" } }]),
    "INVALID_CONDITION",
    "$.earning.rules[0].when",
  ],
  [
    "a rule that is never true",
    earning([
      {
        ...base,
        when: {
          and: [
            { fact: "order.total", gt: 5 },
            { fact: "order.total", lt: 3 },
          ],
        },
      },
    ]),
    "NEVER_TRUE",
    "$.earning.rules[0].when",
  ],
  [
    "rules of a group without priority",
    earning([
      { ...base, group: "g" },
      { id: "more", give, group: "g" },
    ]),
    "OVERLAPPING_RULES",
    "$.earning.rules[1].priority",
  ],
  [
    "a window in the past",
    earning([base, { id: "old", give, window: { to: "2025-12-31" } }]),
    "WINDOW_PAST",
    "$.earning.rules[1].window",
  ],
  [
    "expiry before activation",
    { activation: { after: "P30D" }, expiry: { after: "P14D" } },
    "EXPIRES_BEFORE_ACTIVE",
    "$.expiry",
  ],
  [
    "a reward above what can be had",
    {
      ...earning([base], { caps: [{ points: 100 }] }),
      rewards: [{ id: "car", label: LABEL, price: 101 }],
    },
    "UNREACHABLE_REWARD",
    "$.rewards[0].price",
  ],
  [
    "a reward above what a year can bring",
    {
      ...earning([base], { caps: [{ points: 10, within: "month" }] }),
      expiry: { after: "P1Y" },
      rewards: [{ id: "car", label: LABEL, price: 141 }],
    },
    "UNREACHABLE_REWARD",
    "$.rewards[0].price",
  ],
  [
    "a reward without a name",
    { rewards: [{ id: "mug", price: 1 }] },
    "MISSING_TRANSLATION",
    "$.rewards[0]",
  ],
  ["a label in one language", { label: { en: "Club" } }, "INVALID", "$.label.zh"],
  ["nothing that earns", earning([]), "NOTHING_EARNS", "$.earning.rules"],
  [
    "tiers by balance",
    {
      tiers: {
        metric: { measure: "balance", allowBalance: true },
        window: "ever",
        levels: [level("a", 0)],
      },
      rewards: [],
    },
    "TIER_BY_BALANCE",
    "$.tiers.metric",
  ],
];

describe("checkProgram", () => {
  it.each(BROKEN)("finds %s", (_, parts, code, path) => {
    const findings = checkProgram(programWith(parts), { asOf: "2026-01-15" });
    expect(findings.map((finding) => [finding.code, finding.path])).toContainEqual([code, path]);
    const isError = code.startsWith("INVALID");
    expect(findings.every(({ severity }) => (severity === "error") === isError)).toBe(true);
    for (const { message, remedy } of findings) {
      for (const text of [message, remedy]) expect(text.en && text.zh).toBeTruthy();
    }
  });

  it.each([
    ["the example with all names", {}],
    [
      "groups apart in time",
      earning([
        base,
        { id: "a", give, group: "g", window: { to: "2026-02-01" } },
        { id: "b", give, group: "g", window: { from: "2026-02-01" } },
      ]),
    ],
    [
      "groups with priority",
      earning([base, { id: "a", give, group: "g" }, { id: "b", give, group: "g", priority: 1 }]),
    ],
    [
      "a reward that a year can bring",
      {
        ...earning([base], { caps: [{ points: 10, within: "month" }] }),
        expiry: { after: "P1Y" },
        rewards: [{ id: "car", label: LABEL, price: 140 }],
      },
    ],
    [
      "expiry counted from activation",
      { activation: { after: "P30D" }, expiry: { after: "P14D", counted: "activated" } },
    ],
  ])("has nothing to say against %s", (_, parts) => {
    expect(checkProgram(programWith(parts), { asOf: "2026-01-15" })).toEqual([]);
  });

  it.each([undefined, null, 7, "{}", [], {}])("finds that %j is no programme", (config) => {
    expect(checkProgram(config)[0]).toMatchObject({ code: "INVALID", severity: "error" });
  });
});
