import { describe, expect, it } from "vitest";
import {
  explainBlocked,
  explainState,
  type LifecycleEvent,
  type LifecycleState,
  type Progress,
  replay,
  startState,
  transition,
} from "../../src/lifecycle/index.js";
import { happens, machine, order, shanghai, shop } from "./machines.js";

const stateOf = (events: readonly LifecycleEvent[], asOf: string): LifecycleState =>
  (replay(shop, events, { asOf }) as Progress).state;

const FIRST = order("2026-03-02T10:00:00", 100);
const SECOND = order("2026-03-20T10:00:00", 900);
const LARGE = order("2026-04-10T10:00:00", 4000);

describe("explainState", () => {
  it("tells the move, the event, the time, the rule and the configuration, in English", () => {
    const state = stateOf([FIRST, SECOND, LARGE], "2026-04-11");
    const { holds, decisions, text } = explainState(shop, state);
    expect(holds).toBe(true);
    expect(decisions.map(({ path }) => path)).toEqual(["$.stages.active.stages.loyal.enter"]);
    expect(text).toContain('In "Loyal customer" since 2026-04-10 10:00 (Asia/Shanghai)');
    expect(text).toContain(
      'from "Repeat customer" by the move "becomes-loyal", which fired by itself.',
    );
    expect(text).toContain("CNY 5000.00");
    expect(text).toContain(`Configuration shop 1.0.0, ${state.machine.configHash.slice(0, 12)}.`);
  });

  it("tells it in Chinese", () => {
    const { text } = explainState(shop, stateOf([FIRST], "2026-03-03"), { locale: "zh" });
    expect(text).toContain("自2026-03-02 10:00(Asia/Shanghai)起处于「首次购买」");
    expect(text).toContain("由「潜在客户」经「buys」转入,起因是事件「下单」。");
  });

  it("explains where a customer began", () => {
    const { state } = startState(shop, "c-1", { at: shanghai("2026-03-01T09:00:00") });
    expect(explainState(shop, state).text).toMatch(/^In "Prospect" since 2026-03-01 09:00/);
  });

  it("explains a fall out of a stage by the condition of staying that is not met", () => {
    const tiers = machine({
      facts: { spend: "number" },
      stages: {
        base: {},
        gold: { stay: { when: { fact: "spend", gte: 100 }, grace: "P7D", otherwise: "base" } },
      },
      moves: [{ id: "up", from: "base", to: "gold", when: { fact: "spend", gte: 150 } }],
      events: { review: {} },
    });
    const history = [
      happens("review", "2026-01-01T00:00:00Z", { facts: { spend: 200 } }),
      happens("review", "2026-02-01T00:00:00Z", { facts: { spend: 50 } }),
    ];
    const { state } = replay(tiers, history, { asOf: "2026-03-01" }) as Progress;
    expect(state.last).toMatchObject({
      move: "gold:stay",
      atMs: Date.UTC(2026, 1, 8),
      kind: "back",
    });
    const { holds, decisions } = explainState(tiers, state);
    expect(holds).toBe(true);
    expect(decisions.map(({ path }) => path)).toEqual(["$.stages.gold.stay.when"]);
  });

  it("refuses a language that the library does not speak", () => {
    const state = stateOf([FIRST], "2026-03-03");
    expect(() => explainState(shop, state, { locale: "fr" as never })).toThrow(/options\.locale/);
    expect(() => explainState(shop, state, { language: "en" } as never)).toThrow(
      /options\.language/,
    );
  });
});

describe("explainBlocked", () => {
  it("names the failing test and the change that would do it", () => {
    const state = stateOf([FIRST, SECOND], "2026-03-21");
    const { ways, text } = explainBlocked(shop, state, "loyal", { asOf: "2026-03-21" });
    const automatic = ways.find(({ move }) => move === "becomes-loyal");
    expect(automatic?.events).toEqual([]);
    expect(automatic?.conditions).toHaveLength(1);
    const counterfactual = automatic?.conditions[0]?.explanation.counterfactual;
    expect(counterfactual?.changes.length).toBeGreaterThan(0);
    expect(text).toMatch(
      /^The move "becomes-loyal" to "Loyal customer" needs sum of amount of order within 1 year/,
    );
    expect(text).toContain("Enough would be: CNY 4000.00 more amount of order within 1 year.");
  });

  it("agrees with the machine: when its change is made, the move fires", () => {
    const state = stateOf([FIRST, SECOND], "2026-03-21");
    const { ways } = explainBlocked(shop, state, "loyal", { asOf: "2026-03-21" });
    const automatic = ways.find(({ move }) => move === "becomes-loyal");
    const changes = automatic?.conditions[0]?.explanation.counterfactual?.changes ?? [];
    const [change] = changes;
    expect(change?.kind).toBe("add");
    const missing = change?.kind === "add" ? (change.events as { total: { minor: number } }[]) : [];
    const yuan = missing.reduce((sum, { total }) => sum + total.minor, 0) / 100;
    const bought = transition(shop, state, order("2026-03-22T10:00:00", yuan));
    expect(bought.ok && bought.value.state.current).toBe("loyal");
    const almost = transition(shop, state, order("2026-03-22T10:00:00", yuan - 1));
    expect(almost.ok && almost.value.state.current).toBe("repeat");
  });

  it("tells until when time has to pass, and what event is waited for", () => {
    const state = stateOf([FIRST], "2026-03-03");
    const asOf = "2026-03-03";
    const silent = explainBlocked(shop, state, "dormant", { asOf }).ways[0];
    expect(silent?.notBeforeMs).toBe(shanghai("2026-05-31T10:00:00"));
    const closed = explainBlocked(shop, state, "closed", { asOf }).ways[0];
    expect(closed?.events).toEqual(["close-account"]);
    expect(closed?.text).toContain('the event "request to close the account"');
  });

  it("asks for the permission and the reason of a correction", () => {
    const { ways } = explainBlocked(shop, stateOf([FIRST], "2026-03-03"), "lost", {
      asOf: "2026-03-03",
    });
    expect(ways).toMatchObject([
      {
        move: "is-corrected",
        permission: "lifecycle.correct",
        reasons: ["duplicate", "wrong-import"],
      },
    ]);
  });

  it("shows the way over other stages when no move leads there", () => {
    const chain = machine({
      stages: { a: {}, b: {}, c: {}, island: {} },
      events: { go: {} },
      moves: [
        { id: "ab", from: "a", to: "b", on: "go" },
        { id: "bc", from: "b", to: "c", on: "go" },
      ],
    });
    const { state } = startState(chain, "c-1", { at: 0 });
    expect(explainBlocked(chain, state, "c", { asOf: 0 }).route).toEqual(["a", "b", "c"]);
    const island = explainBlocked(chain, state, "island", { asOf: 0 });
    expect(island.route).toBeUndefined();
    expect(island.text).toBe('No move leads from "a" to "island".');
  });

  it("says so when the customer is there, and refuses a stage that does not exist", () => {
    const state = stateOf([FIRST], "2026-03-03");
    expect(explainBlocked(shop, state, "active", { asOf: "2026-03-03" }).isThere).toBe(true);
    expect(() => explainBlocked(shop, state, "gone", { asOf: "2026-03-03" })).toThrow(/target/);
  });
});

describe("a refusal", () => {
  const gate = machine({
    facts: { age: { type: "number", label: { en: "age", zh: "年龄" } } },
    events: { ask: { request: true, label: { en: "request", zh: "申请" } } },
    stages: { out: {}, in: {} },
    moves: [{ id: "enters", from: "out", to: "in", on: "ask", when: { fact: "age", gte: 18 } }],
  });
  const { state } = startState(gate, "c-1", { at: 0 });

  it("says what is in the way and what would do it, in both languages", () => {
    const outcome = transition(gate, state, happens("ask", 1), { age: 17 });
    expect(outcome).toMatchObject({
      ok: false,
      code: "CONDITION_FALSE",
      details: { move: "enters" },
    });
    if (outcome.ok) return;
    expect(outcome.message).toContain('"request" is refused in "out": a condition is not met.');
    expect(outcome.message).toContain("age is at least 18 (now 17)");
    expect(outcome.details.text).toMatchObject({ zh: expect.stringContaining("条件不满足") });
  });

  it("tells an unknown fact from a failed test", () => {
    expect(transition(gate, state, happens("ask", 1))).toMatchObject({ code: "CONDITION_UNKNOWN" });
  });
});
