import { describe, expect, it } from "vitest";
import {
  checkLifecycle,
  compileLifecycle,
  LEAD_LIFECYCLE,
  type LifecycleDefinition,
  type LifecycleEvent,
  MATURITY_LIFECYCLE,
  PURCHASE_LIFECYCLE,
  RHYTHM_LIFECYCLE,
  replay,
  toDot,
  toMermaid,
} from "../../../src/lifecycle/index.js";

const PRESETS = [LEAD_LIFECYCLE, MATURITY_LIFECYCLE, PURCHASE_LIFECYCLE, RHYTHM_LIFECYCLE].map(
  (preset) => [preset.id, preset] as const,
);

/** Events of one customer, each as its type and day. */
function history(...events: readonly (readonly [type: string, day: string, more?: object])[]) {
  return events.map(
    ([type, day, more], index): LifecycleEvent => ({
      id: `e-${index}`,
      customerId: "c-1",
      type,
      at: `${day}T12:00:00Z`,
      ...more,
    }),
  );
}

/** The way of a customer: the day and the stage of every move. */
function wayOf(
  preset: LifecycleDefinition,
  events: readonly LifecycleEvent[],
  asOf: string,
  facts?: Readonly<Record<string, unknown>>,
): readonly string[] {
  const replayed = replay(compileLifecycle(preset), events, { asOf, facts });
  return (replayed?.moves ?? []).map(
    ({ atMs, to }) => `${new Date(atMs).toISOString().slice(0, 10)} ${to}`,
  );
}

describe.each(PRESETS)("the preset %s", (_id, preset) => {
  it("passes every check", () => {
    expect(checkLifecycle(preset)).toEqual([]);
  });

  it("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(preset))).toEqual(preset);
  });

  it("names and explains every stage in English and Chinese", () => {
    const visit = (stages: LifecycleDefinition["stages"]): void => {
      for (const { label, meaning, stages: inner = {} } of Object.values(stages)) {
        expect(label?.en).toMatch(/^[A-Z]/);
        expect(label?.zh).toMatch(/^\p{Script=Han}+$/u);
        expect(meaning?.en).toMatch(/\.$/);
        expect(meaning?.zh).toMatch(/。$/);
        visit(inner);
      }
    };
    visit(preset.stages);
  });

  it("has a diagram", () => {
    expect(toMermaid(preset)).toMatchSnapshot("mermaid, English");
    expect(toMermaid(preset, { locale: "zh" })).toMatchSnapshot("mermaid, Chinese");
    expect(toDot(preset)).toMatchSnapshot("dot");
  });
});

describe("purchases", () => {
  it("go from the first over repeat to loyal, and back when they become few", () => {
    const events = history(
      ["order", "2025-01-10"],
      ["order", "2025-02-10"],
      ["order", "2025-03-10"],
      ["order", "2025-04-10"],
      ["order", "2025-05-10"],
      ["order", "2025-10-01"],
      ["order", "2026-03-20"],
    );
    expect(wayOf(PURCHASE_LIFECYCLE, events, "2026-07-01")).toEqual([
      "2025-01-10 first-purchase",
      "2025-02-10 repeat",
      "2025-05-10 loyal",
      "2026-06-09 repeat",
    ]);
  });

  it("that cease make a customer dormant after 180 days and lost after 365", () => {
    expect(wayOf(PURCHASE_LIFECYCLE, history(["order", "2025-01-01"]), "2026-12-31")).toEqual([
      "2025-01-01 first-purchase",
      "2025-06-30 dormant",
      "2026-01-01 lost",
    ]);
  });

  it("that begin again make a repeat customer", () => {
    const events = history(["order", "2025-01-01"], ["order", "2026-03-01"]);
    expect(wayOf(PURCHASE_LIFECYCLE, events, "2026-03-02").at(-1)).toBe("2026-03-01 repeat");
  });
});

describe("maturity", () => {
  it("comes with the third order, and is not forgotten by who is lost for a while", () => {
    const events = history(
      ["order", "2024-01-01"],
      ["order", "2024-02-01"],
      ["order", "2024-03-01"],
      ["order", "2025-06-01"],
    );
    expect(wayOf(MATURITY_LIFECYCLE, events, "2026-07-01")).toEqual([
      "2024-01-01 new",
      "2024-03-01 mature",
      "2025-03-01 lost",
      "2025-06-01 new",
      "2025-06-01 mature",
      "2026-06-01 lost",
    ]);
  });
});

describe("leads", () => {
  const scores = { facts: { fitScore: 70, interestScore: 55 } };

  it("become customers and evangelists step by step", () => {
    const events = history(
      ["enquiry", "2025-01-01"],
      ["score", "2025-01-05", scores],
      ["accept", "2025-01-10"],
      ["open-deal", "2025-01-20"],
      ["win-deal", "2025-02-20"],
      ["recommend", "2025-03-01"],
    );
    expect(wayOf(LEAD_LIFECYCLE, events, "2026-04-01")).toEqual([
      "2025-01-01 lead",
      "2025-01-05 marketing-qualified",
      "2025-01-10 sales-qualified",
      "2025-01-20 opportunity",
      "2025-02-20 customer",
      "2025-03-01 evangelist",
      "2026-03-01 customer",
    ]);
  });

  it("that sales returns are offered again after 30 days", () => {
    const events = history(
      ["enquiry", "2025-01-01", scores],
      ["return", "2025-01-10", { reason: "not-ready" }],
    );
    expect(wayOf(LEAD_LIFECYCLE, events, "2025-03-01")).toEqual([
      "2025-01-01 lead",
      "2025-01-01 marketing-qualified",
      "2025-01-10 lead",
      "2025-02-09 marketing-qualified",
    ]);
  });

  it("are not returned without a reason", () => {
    const events = history(["enquiry", "2025-01-01", scores], ["return", "2025-01-10"]);
    const replayed = replay(compileLifecycle(LEAD_LIFECYCLE), events, { asOf: "2025-01-11" });
    expect(replayed?.refused.map(({ code }) => code)).toEqual(["NO_REASON"]);
  });
});

describe("rhythm", () => {
  const orders = history(["order", "2025-01-01"], ["order", "2025-01-11"]);

  it("counts in each customer's own gaps", () => {
    expect(wayOf(RHYTHM_LIFECYCLE, orders, "2026-01-01", { expectedGapDays: 10 })).toEqual([
      "2025-01-01 new",
      "2025-01-11 regular",
      "2025-01-26 late",
      "2025-02-10 dormant",
      "2025-03-12 lost",
    ]);
    expect(wayOf(RHYTHM_LIFECYCLE, orders, "2026-01-01", { expectedGapDays: 60 })).toEqual([
      "2025-01-01 new",
      "2025-01-11 regular",
      "2025-04-11 late",
      "2025-07-10 dormant",
    ]);
  });

  it("takes 45, 90 and 180 days while the gap is not known", () => {
    expect(wayOf(RHYTHM_LIFECYCLE, orders, "2026-01-01")).toEqual([
      "2025-01-01 new",
      "2025-01-11 regular",
      "2025-02-25 late",
      "2025-04-11 dormant",
      "2025-07-10 lost",
    ]);
  });

  it("follows a gap that becomes known later", () => {
    const events = [
      ...orders,
      ...history(["gap", "2025-01-20", { id: "g", facts: { expectedGapDays: 40 } }]),
    ];
    expect(wayOf(RHYTHM_LIFECYCLE, events, "2025-03-31")).toEqual([
      "2025-01-01 new",
      "2025-01-11 regular",
      "2025-03-12 late",
    ]);
  });
});
