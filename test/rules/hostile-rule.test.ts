import { describe, expect, it } from "vitest";
import { ClienteleError } from "../../src/core/errors.js";
import {
  type Condition,
  checkRule,
  compileRule,
  evaluateRule,
  explainRule,
  type Rule,
} from "../../src/rules/index.js";

const asOf = Date.UTC(2026, 2, 15);

const codes = (rule: unknown): string[] => checkRule(rule).map(({ code }) => code);
const refused = (rule: unknown, code: string) =>
  expect(() => compileRule(rule as Rule)).toThrow(
    expect.objectContaining({ name: "ClienteleError", code }) as ClienteleError,
  );

describe("a hostile rule", () => {
  it("nested a hundred thousand deep is refused without overflowing the stack", () => {
    let condition: unknown = { fact: "a", eq: 1 };
    for (let depth = 0; depth < 100_000; depth++) condition = { not: condition };
    expect(codes({ when: condition })).toEqual(["TOO_DEEP"]);
    refused({ when: condition }, "LIMIT_EXCEEDED");
  });

  it("that holds itself is refused", () => {
    const and: unknown[] = [];
    const condition = { and };
    and.push(condition, condition);
    expect(codes({ when: condition })).toContain("TOO_DEEP");
  });

  it("whose names double at each step is refused before it is unfolded", () => {
    const define = Object.fromEntries(
      Array.from({ length: 60 }, (_, step) => [
        `n${step}`,
        step === 59
          ? { fact: "a", eq: 1 }
          : { and: [{ ref: `n${step + 1}` }, { ref: `n${step + 1}` }] },
      ]),
    );
    refused({ define, when: { ref: "n0" } }, "LIMIT_EXCEEDED");
  });

  it("with a chain of ten thousand names is refused", () => {
    const define = Object.fromEntries(
      Array.from({ length: 3000 }, (_, step) => [`n${step}`, { ref: `n${(step + 1) % 3000}` }]),
    );
    refused({ define, when: { ref: "n0" } }, "LIMIT_EXCEEDED");
  });

  it("with a huge list is refused, also when the list is sparse", () => {
    expect(codes({ when: { fact: "a", in: Array.from({ length: 50_000 }, (_, n) => n) } })).toEqual(
      ["TOO_LARGE"],
    );
    expect(codes({ when: { fact: "a", in: new Array(4_000_000_000) } })).toEqual(["TOO_LARGE"]);
  });

  it("with a million unknown keys gives a bounded list of findings", () => {
    const rule = Object.fromEntries(Array.from({ length: 200_000 }, (_, n) => [`k${n}`, 1]));
    expect(codes(rule).length).toBeLessThanOrEqual(1000);
  });

  it("never reaches a prototype", () => {
    const rule = JSON.parse(
      '{ "when": { "fact": "a", "eq": 1, "__proto__": { "exists": true } } }',
    );
    expect(checkRule(rule)[0]).toMatchObject({ code: "UNKNOWN_KEY", path: "$.when.__proto__" });
    const named = JSON.parse(
      '{ "define": { "__proto__": { "fact": "a", "eq": 1 } }, "when": { "ref": "__proto__" } }',
    );
    expect(codes(named)).toContain("UNSAFE_PATH");
    refused(Object.create({ when: { fact: "a", eq: 1 } }), "INVALID_ARGUMENT");
  });

  it("cannot smuggle in code", () => {
    refused({ when: { fact: "a", eq: () => true } }, "INVALID_ARGUMENT");
    refused({ when: "process.exit(1)" }, "INVALID_ARGUMENT");
    refused({ when: { fact: "a", eq: new Date(0) } }, "INVALID_ARGUMENT");
    const text = "{{process.exit(1)}}";
    expect(compileRule({ when: { fact: "a", eq: text } })({ a: text }, asOf)).toBe(true);
  });

  it("that is changed after compilation changes nothing", () => {
    const rule = { when: { fact: "a", in: [1, 2] } };
    const compiled = compileRule(rule);
    rule.when.in.push(3);
    rule.when.fact = "b";
    expect([compiled({ a: 2 }, asOf), compiled({ a: 3, b: 3 }, asOf)]).toEqual([true, false]);
  });

  it("tells every error at once, and the first in the message", () => {
    const rule = {
      when: {
        and: [
          { fact: "a", gte: "x" },
          { fact: "b", matches: "[" },
        ],
      },
      extra: 1,
    };
    try {
      compileRule(rule as never);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ClienteleError);
      expect((error as ClienteleError).message).toContain("$.extra: is not a key here");
      expect((error as ClienteleError).details.findings).toHaveLength(2);
    }
  });
});

describe("hostile facts", () => {
  const rule: Rule = { when: { fact: "isAdmin", eq: true } };

  it("are read by own properties only", () => {
    expect(compileRule(rule)(Object.create({ isAdmin: true }), asOf)).toBe(undefined);
    expect(compileRule(rule)(JSON.parse('{ "__proto__": { "isAdmin": true } }'), asOf)).toBe(
      undefined,
    );
    class Customer {
      get isAdmin(): boolean {
        return true;
      }
    }
    expect(compileRule(rule)(new Customer(), asOf)).toBe(undefined);
    expect(compileRule({ when: { fact: "tags.length", gte: 0 } })({ tags: [1] }, asOf)).toBe(
      undefined,
    );
    expect(compileRule({ when: { fact: "name.length", gte: 0 } })({ name: "x" }, asOf)).toBe(
      undefined,
    );
  });

  it("cannot be changed by a polluted prototype", () => {
    const prototype = Object.prototype as { isAdmin?: boolean };
    prototype.isAdmin = true;
    try {
      expect(compileRule(rule)({}, asOf)).toBe(undefined);
    } finally {
      delete prototype.isAdmin;
    }
  });

  it.each([null, undefined, 7, "facts", [], () => ({})])(
    "that are no object are refused: %s",
    (facts) => {
      expect(() => compileRule(rule)(facts as never, asOf)).toThrow("facts must be an object");
      expect(() => evaluateRule(rule, facts as never, { asOf })).toThrow("facts must be an object");
    },
  );

  it.each([Number.NaN, Infinity, "yesterday", null, 1e20, 0.5, {}])(
    "cannot be judged at %s, which is no instant",
    (when) => {
      expect(() => compileRule(rule)({}, when as never)).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }) as Error,
      );
    },
  );

  it("with a sparse list of four thousand million events are answered at once", () => {
    const count = compileRule({ when: { count: "orders", where: { fact: "a", eq: 1 }, gte: 1 } });
    expect(count({ orders: new Array(4_000_000_000) }, asOf)).toBe(undefined);
  });

  it("with values of the wrong kind make an answer unknown, never an error", () => {
    const rules: Rule[] = [
      { when: { fact: "a", gte: 1 } },
      { when: { fact: "a", eq: "x" } },
      { when: { fact: "a", lt: { date: "2024-01-01" } } },
      { when: { fact: "a", lt: { instant: "2024-01-01T00:00:00Z" } } },
      { when: { fact: "a", gt: { period: "P1D" } } },
      { when: { fact: "a", gte: { minor: 1, currency: "CNY" } } },
      { when: { fact: "a", matches: "x" } },
      { when: { fact: "a", contains: "x" } },
      { zone: "UTC", when: { since: "a", gt: "P1D" } },
      { when: { sum: "total", of: "a", gt: 1 } },
      { when: { fact: "a", gte: { fact: "b" } } },
    ];
    const values = [
      null,
      Number.NaN,
      Infinity,
      1n,
      Symbol("a"),
      () => 1,
      {},
      new Map(),
      new Date("x"),
      { minor: 0.5, currency: "CNY" },
    ];
    for (const one of rules) {
      for (const a of values) expect(compileRule(one)({ a }, asOf)).toBe(undefined);
    }
  });
});

describe("a large explanation", () => {
  it.each<[string, Condition, object]>([
    [
      "of thousands of missing facts",
      { and: Array.from({ length: 3000 }, (_, n) => ({ fact: `f${n}`, gte: n })) },
      {},
    ],
    [
      "of hundreds of choices",
      {
        and: Array.from({ length: 300 }, (_, n) => ({
          or: Array.from({ length: 10 }, (_, m) => ({ fact: `f${n}_${m}`, eq: 1 })),
        })),
      },
      {},
    ],
    ["of a hundred thousand events", { count: "orders", within: "P30D", lt: 5 }, manyOrders()],
    [
      "of the largest of a hundred thousand events",
      { max: "n", of: "orders", within: "P30D", lt: 5 },
      manyOrders(),
    ],
    [
      "of the sum of a hundred thousand events",
      { sum: "n", of: "orders", within: "ever", lt: 5 },
      manyOrders(),
    ],
    [
      "that would take a million events",
      { count: "orders", within: "P30D", gte: 1_000_000 },
      manyOrders(),
    ],
  ])("%s comes in time", (_, when, facts) => {
    const { trace } = evaluateRule({ zone: "UTC", when }, facts, { asOf });
    expect(explainRule(trace).reasons.length).toBeGreaterThan(0);
  });

  function manyOrders() {
    return { orders: Array.from({ length: 100_000 }, (_, n) => ({ at: asOf - n * 60_000, n })) };
  }
});
