/** A programme with a monthly cap, a multiplier on some lines, and expiry. */
export const CLUB = {
  id: "club",
  version: 1,
  zone: "Europe/Berlin",
  currency: "EUR",
  earning: {
    rules: [
      {
        id: "base",
        give: { points: 1, per: { minor: 100, currency: "EUR" } },
        caps: [{ points: 1_000_000_000, within: "month" }],
      },
      { id: "coffee", lines: { fact: "category", eq: "coffee" }, give: { multiply: "1.5" } },
    ],
  },
  expiry: { after: "P2Y" },
};

/** Levels by what was spent in a year, kept for a year. */
export const TIERS = {
  metric: { measure: "spend" },
  window: { rolling: "P1Y" },
  validity: { after: "P1Y" },
  levels: [
    { id: "basic", from: 0 },
    { id: "silver", from: 30_000 },
    { id: "gold", from: 60_000 },
  ],
};
