import { describe, expect, it } from "vitest";
import {
  type LifecycleDefinition,
  PURCHASE_LIFECYCLE,
  toDot,
  toMermaid,
  toXState,
  type XStateNode,
} from "../../../src/lifecycle/index.js";
import { shopDefinition } from "../machines.js";

const HOSTILE =
  'a"b\\c; <script>alert(1)</script> --> x : y\n%% #quot; { } | &lt; `end` \u2028 [*]';

const hostile: LifecycleDefinition = {
  id: "hostile",
  version: "1.0.0",
  zone: "UTC",
  label: { en: HOSTILE, zh: HOSTILE },
  events: { "go; --> [*]\n}": { label: { en: HOSTILE } } },
  start: "end",
  stages: { end: { label: { en: HOSTILE } }, state: { label: { en: "" } }, class: {} },
  moves: [
    { id: "digraph", from: "end", to: "state", on: "go; --> [*]\n}", label: { en: HOSTILE } },
    { id: "node", from: "state", to: "class", after: "P1Y1M1DT1H" },
    { id: "edge", from: "class", to: "end" },
  ],
};

describe("toMermaid", () => {
  it("draws stages, inner stages, ends and moves", () => {
    expect(toMermaid(shopDefinition)).toBe(`---
title: "Shop customers"
---
stateDiagram-v2
  direction LR
  [*] --> s0
  state "Prospect" as s0
  state "Active" as s1 {
    [*] --> s2
    state "First purchase" as s2
    state "Repeat customer" as s3
    state "Loyal customer" as s4
  }
  state "Dormant" as s5
  state "Lost" as s6
  state "Account closed" as s7
  state "VIP (until 2024)" as s8
  s0 --> s1 : order
  s2 --> s3 : order
  s3 --> s4 : at once
  s1 --> s5 : 2 × expectedGapDays without order
  s5 --> s6 : after 6 months
  s5 --> s1 : order
  s6 --> s1 : order
  s8 --> s1 : order
  s0 --> s7 : request to close the account
  s1 --> s7 : request to close the account
  s5 --> s7 : request to close the account
  s6 --> s7 : request to close the account
  s8 --> s7 : request to close the account
  s4 --> s3 : can no longer stay
  s7 --> [*]
  classDef retired stroke-dasharray: 4 4
  class s8 retired
`);
  });

  it("writes how many customers are in a stage, with all inside of it, and how many moved", () => {
    const counts = { prospect: 120, "first-purchase": 30, repeat: 12, unknown: 5 };
    const text = toMermaid(shopDefinition, { counts, moveCounts: { "is-lost": 7 } });
    expect(text).toContain('state "Prospect (120)" as s0');
    expect(text).toContain('state "Active (42)" as s1 {');
    expect(text).toContain('state "Lost (0)" as s6');
    expect(text).toContain("s5 --> s6 : after 6 months (7)");
  });

  it("speaks Chinese", () => {
    const text = toMermaid(shopDefinition, { locale: "zh" });
    expect(text).toContain('state "潜在客户" as s0');
    expect(text).toContain("s5 --> s6 : 6个月后");
  });

  it("lets no label break out of its line", () => {
    const text = toMermaid(hostile);
    const lines = text.split("\n");
    expect(lines).toHaveLength(4 + 2 + 3 + 3 + 1);
    for (const line of lines.slice(6, 9)) expect(line).toMatch(/^ {2}state "[^"<>:]*" as s\d$/m);
    expect(text).not.toMatch(/<|>(?<!-->)|%%|\u2028/);
    expect(lines[7]).toBe('  state "-" as s1');
  });
});

/** A label as `"…"` of DOT: nothing ends it but its last quote. */
const QUOTED = /"(?:[^"\\\n]|\\.)*"/g;

describe("toDot", () => {
  it("points to the outline of a stage with stages inside", () => {
    const text = toDot(shopDefinition);
    expect(text).toContain("subgraph cluster_s1 {");
    expect(text).toContain('s0 -> s2 [label="order", lhead=cluster_s1];');
    expect(text).toContain('s2 -> s7 [label="request to close the account", ltail=cluster_s1];');
    expect(text).toContain('s7 [label="Account closed", peripheries=2];');
    expect(text).toContain('s8 [label="VIP (until 2024)", style="rounded,dashed"];');
  });

  it("lets no label break out of its quotes", () => {
    const bare = toDot(hostile).replaceAll(QUOTED, '""');
    expect(bare).not.toMatch(/script|alert|&|\\/);
    expect(bare.split("\n")).toHaveLength(7 + 3 + 3 + 2);
  });
});

/** Every state with its path, as XState names them. */
function pathsOf(nodes: XStateNode["states"] = {}, around = ""): ReadonlyMap<string, XStateNode> {
  return new Map(
    Object.entries(nodes).flatMap(([name, node]) => [
      [around + name, node] as const,
      ...pathsOf(node.states, `${around}${name}.`),
    ]),
  );
}

describe("toXState", () => {
  const config = toXState(shopDefinition, { counts: { lost: 9 } });
  const nodes = pathsOf(config.states);

  it("is JSON", () => {
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });

  it("has every stage, with where it begins", () => {
    expect([...nodes.keys()]).toEqual([
      "prospect",
      "active",
      "active.first-purchase",
      "active.repeat",
      "active.loyal",
      "dormant",
      "lost",
      "closed",
      "vip",
    ]);
    expect([config.id, config.initial, nodes.get("active")?.initial]).toEqual([
      "shop",
      "prospect",
      "first-purchase",
    ]);
    expect(nodes.get("closed")?.type).toBe("final");
    expect(nodes.get("vip")?.tags).toEqual(["retired"]);
    expect(nodes.get("lost")?.meta).toEqual({ count: 9 });
  });

  it("leads only to states that there are", () => {
    const targets = [...nodes.values()].flatMap(({ on = {}, after = {}, always = [] }) =>
      [...Object.values(on).flat(), ...Object.values(after).flat(), ...always].map(
        ({ target }) => target,
      ),
    );
    expect(targets.length).toBeGreaterThan(8);
    expect(targets.filter((target) => !nodes.has(target.replace(/^#shop\./, "")))).toEqual([]);
  });

  it("names guards and delays after their moves, with the rules that decide", () => {
    expect(nodes.get("active.repeat")?.always).toEqual([
      {
        target: "#shop.active.loyal",
        guard: {
          type: "becomes-loyal",
          params: {
            rules: [
              {
                zone: "Asia/Shanghai",
                define: shopDefinition.define,
                when: { ref: "spends-well" },
              },
            ],
          },
        },
        meta: { move: "becomes-loyal" },
      },
    ]);
    expect(nodes.get("dormant")?.after).toEqual({
      "is-lost": [{ target: "#shop.lost", meta: { move: "is-lost", after: "P6M" } }],
    });
    expect(nodes.get("active.loyal")?.entry).toEqual([
      { type: "send-letter", params: { payload: { template: "welcome-loyal" } } },
    ]);
  });
});

describe("every diagram", () => {
  it.each([
    ["toMermaid", toMermaid],
    ["toDot", toDot],
    ["toXState", toXState],
  ] as const)(
    "%s refuses a lifecycle that cannot run, and numbers that are none",
    (_name, draw) => {
      expect(() => draw({ ...PURCHASE_LIFECYCLE, start: "nowhere" })).toThrow(/\$\.start/);
      expect(() => draw(undefined as never)).toThrow(/\$/);
      for (const count of [-1, 0.5, Number.NaN, "9"]) {
        expect(() => draw(PURCHASE_LIFECYCLE, { counts: { lost: count as number } })).toThrow(
          /options\.counts\.lost/,
        );
      }
    },
  );

  it.each([toMermaid, toDot])("refuses options that it does not know", (draw) => {
    expect(() => draw(PURCHASE_LIFECYCLE, { language: "zh" } as never)).toThrow(/options.language/);
    expect(() => draw(PURCHASE_LIFECYCLE, { locale: "fr" as never })).toThrow(/options.locale/);
    expect(() => toXState(PURCHASE_LIFECYCLE, { locale: "zh" } as never)).toThrow(/options.locale/);
  });
});
