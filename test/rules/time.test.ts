import { afterEach, describe, expect, it } from "vitest";
import { type Condition, compileRule, nextRuleChange } from "../../src/rules/index.js";

const at = (text: string): number => Date.parse(text);
const value = (zone: string, when: Condition, facts: object, asOf: string) =>
  compileRule({ zone, when })(facts, at(asOf));

describe("elapsed time", () => {
  const month: Condition = { since: "joinedAt", gte: "P1M" };

  it("ends a month that has no such day with its last day", () => {
    const joined = { joinedAt: "2025-01-31T10:00:00Z" };
    expect(value("UTC", month, joined, "2025-02-28T09:59:59.999Z")).toBe(false);
    expect(value("UTC", month, joined, "2025-02-28T10:00:00Z")).toBe(true);
    expect(value("UTC", month, { joinedAt: "2024-01-31T10:00:00Z" }, "2024-02-28T10:00:00Z")).toBe(
      false,
    );
    expect(value("UTC", month, { joinedAt: "2024-01-31T10:00:00Z" }, "2024-02-29T10:00:00Z")).toBe(
      true,
    );
  });

  it("lets who was born on 29 February come of age on 28 February of a common year", () => {
    const adult: Condition = { since: "birthday", gte: "P18Y" };
    const born = { birthday: "2008-02-29" };
    expect(value("Asia/Shanghai", adult, born, "2026-02-27T15:59:59.999Z")).toBe(false);
    expect(value("Asia/Shanghai", adult, born, "2026-02-27T16:00:00Z")).toBe(true);
    expect(value("UTC", adult, born, "2026-02-27T16:00:00Z")).toBe(false);
    expect(value("UTC", { since: "birthday", eq: "P16Y" }, born, "2024-02-29T12:00:00Z")).toBe(
      true,
    );
  });

  it("counts a day across a clock change as a day, and 24 hours as 24 hours", () => {
    const seen = { seenAt: "2024-03-30T02:30:00+01:00" };
    const day: Condition = { since: "seenAt", gte: "P1D" };
    const hours: Condition = { since: "seenAt", gte: "PT24H" };
    // In Berlin 02:30 of 31 March 2024 does not exist; the day is over at 03:30 summer time.
    expect(value("Europe/Berlin", day, seen, "2024-03-31T01:29:59.999Z")).toBe(false);
    expect(value("Europe/Berlin", day, seen, "2024-03-31T01:30:00Z")).toBe(true);
    expect(value("Europe/Berlin", hours, seen, "2024-03-31T01:30:00Z")).toBe(true);
    // 02:30 of 27 October comes twice: the first one counts for the day, 24 hours later for the hours.
    const autumn = { seenAt: "2024-10-26T02:30:00+02:00" };
    expect(value("Europe/Berlin", day, autumn, "2024-10-27T00:30:00Z")).toBe(true);
    const winter = { seenAt: "2024-10-27T02:30:00+02:00" };
    expect(value("Europe/Berlin", day, winter, "2024-10-28T00:30:00Z")).toBe(false);
    expect(value("Europe/Berlin", hours, winter, "2024-10-28T00:30:00Z")).toBe(true);
    expect(value("Europe/Berlin", day, winter, "2024-10-28T01:30:00Z")).toBe(true);
  });

  it("never goes back from true to false as time goes on", () => {
    const joined = { joinedAt: "2025-02-28T12:00:00Z" };
    const answers = Array.from({ length: 24 * 6 }, (_, hour) =>
      compileRule({ zone: "UTC", when: month })(
        joined,
        at("2025-03-26T00:00:00Z") + hour * 3_600_000,
      ),
    );
    expect(answers.indexOf(true)).toBe(24 * 2 + 12);
    expect(answers.slice(answers.indexOf(true))).not.toContain(false);
  });

  it("counts down to a date by local days, and to an instant by the clock", () => {
    const soon: Condition = { until: "endsOn", lte: "P7D" };
    expect(value("Asia/Shanghai", soon, { endsOn: "2026-03-22" }, "2026-03-14T15:59:59Z")).toBe(
      false,
    );
    expect(value("Asia/Shanghai", soon, { endsOn: "2026-03-22" }, "2026-03-14T16:00:00Z")).toBe(
      true,
    );
    const exact = { endsOn: "2026-03-22T00:00:00+08:00" };
    expect(value("Asia/Shanghai", soon, exact, "2026-03-14T15:59:59.999Z")).toBe(false);
    expect(value("Asia/Shanghai", soon, exact, "2026-03-14T16:00:00Z")).toBe(true);
  });

  it("knows no time of day of a date, and no period in months of the mean length", () => {
    expect(
      value("UTC", { since: "day", gte: "PT1H" }, { day: "2024-01-01" }, "2024-01-02T00:00:00Z"),
    ).toBe(undefined);
    expect(compileRule({ when: { fact: "gap", eq: { period: "P30D" } } })({ gap: "P1M" }, 0)).toBe(
      false,
    );
  });
});

describe("a window", () => {
  const orders = (...times: string[]) => ({ orders: times.map((time) => ({ at: time })) });
  const count = (
    within: NonNullable<Extract<Condition, { count: string }>["within"]>,
    eq: number,
  ): Condition => ({
    count: "orders",
    within,
    eq,
  });

  it("of a calendar month begins and ends at local midnight", () => {
    const facts = orders(
      "2026-02-28T15:59:59.999Z",
      "2026-02-28T16:00:00Z",
      "2026-03-15T00:00:00Z",
    );
    expect(
      value("Asia/Shanghai", count({ calendar: "month" }, 2), facts, "2026-03-31T15:59:59Z"),
    ).toBe(true);
    expect(
      value("Asia/Shanghai", count({ calendar: "month" }, 0), facts, "2026-03-31T16:00:00Z"),
    ).toBe(true);
    expect(
      value(
        "Asia/Shanghai",
        count({ calendar: "month", back: 1 }, 1),
        facts,
        "2026-03-31T15:59:59Z",
      ),
    ).toBe(true);
    expect(value("UTC", count({ calendar: "month" }, 1), facts, "2026-03-31T15:59:59Z")).toBe(true);
  });

  it("of a week begins on Monday, of a quarter with its first month", () => {
    const facts = orders("2026-03-15T23:59:59Z", "2026-03-16T00:00:00Z", "2026-01-01T00:00:00Z");
    expect(value("UTC", count({ calendar: "week" }, 1), facts, "2026-03-18T00:00:00Z")).toBe(true);
    expect(
      value("UTC", count({ calendar: "week", back: 1 }, 1), facts, "2026-03-18T00:00:00Z"),
    ).toBe(true);
    expect(value("UTC", count({ calendar: "quarter" }, 3), facts, "2026-03-18T00:00:00Z")).toBe(
      true,
    );
    expect(
      value("UTC", count({ calendar: "year", back: 1 }, 3), facts, "2027-01-01T00:00:00Z"),
    ).toBe(true);
  });

  it("of a day that a clock change shortens still has all of it", () => {
    // New York, 10 March 2024: the day has 23 hours.
    const facts = orders(
      "2024-03-10T04:59:59.999Z",
      "2024-03-10T05:00:00Z",
      "2024-03-11T03:59:59.999Z",
    );
    expect(
      value("America/New_York", count({ calendar: "day" }, 2), facts, "2024-03-11T03:59:59.999Z"),
    ).toBe(true);
    expect(
      value(
        "America/New_York",
        count({ calendar: "day", back: 1 }, 2),
        facts,
        "2024-03-11T04:00:00Z",
      ),
    ).toBe(true);
  });

  it("of a day that a zone skipped is empty", () => {
    // Apia had no 30 December 2011.
    const facts = orders("2011-12-30T09:59:59Z", "2011-12-30T10:00:00Z");
    expect(
      value("Pacific/Apia", count({ calendar: "day" }, 1), facts, "2011-12-30T10:00:00Z"),
    ).toBe(true);
    expect(
      value(
        "Pacific/Apia",
        count({ from: "2011-12-30", to: "2011-12-31" }, 0),
        facts,
        "2012-01-01T00:00:00Z",
      ),
    ).toBe(true);
  });

  it("of fixed dates takes the first day and leaves the last", () => {
    const facts = orders(
      "2026-06-17T16:00:00Z",
      "2026-06-20T15:59:59.999Z",
      "2026-06-20T16:00:00Z",
    );
    const sale = count({ from: "2026-06-18", to: "2026-06-21" }, 2);
    expect(value("Asia/Shanghai", sale, facts, "2026-07-01T00:00:00Z")).toBe(true);
    expect(
      value("Asia/Shanghai", count({ to: "2026-06-21" }, 2), facts, "2026-07-01T00:00:00Z"),
    ).toBe(true);
    expect(
      value("Asia/Shanghai", count({ from: "2026-06-21" }, 1), facts, "2026-07-01T00:00:00Z"),
    ).toBe(true);
  });

  it("takes dates of events by local days", () => {
    const facts = orders("2026-03-01", "2026-03-31");
    expect(value("Asia/Shanghai", count("P30D", 1), facts, "2026-03-30T16:00:00Z")).toBe(true);
    expect(value("Asia/Shanghai", count("P30D", 1), facts, "2026-03-30T15:59:59Z")).toBe(true);
    expect(value("Asia/Shanghai", count("P31D", 2), facts, "2026-03-30T16:00:00Z")).toBe(true);
  });
});

describe("nextRuleChange", () => {
  it("is the instant at which a period has passed, or is gone beyond", () => {
    const seen = { seenAt: "2025-01-31T10:00:00Z" };
    const rule = (test: object) => ({
      zone: "UTC",
      when: { since: "seenAt", ...test } as Condition,
    });
    const asOf = "2025-02-01T00:00:00Z";
    expect(nextRuleChange(rule({ gte: "P1M" }), seen, { asOf })).toBe(at("2025-02-28T10:00:00Z"));
    expect(nextRuleChange(rule({ gt: "P1M" }), seen, { asOf: "2025-02-28T10:00:00Z" })).toBe(
      at("2025-02-28T10:00:00.001Z"),
    );
    expect(nextRuleChange(rule({ gt: "P1M" }), seen, { asOf: "2025-03-01T00:00:00Z" })).toBe(
      undefined,
    );
  });

  it("is the earliest of an event leaving, an event to come and a calendar unit beginning", () => {
    const facts = { orders: [{ at: "2026-03-01T00:00:00Z" }, { at: "2026-03-20T00:00:00Z" }] };
    const rule = (within: unknown) => ({
      zone: "UTC",
      when: { count: "orders", within, gte: 1 } as Condition,
    });
    const asOf = "2026-03-15T00:00:00Z";
    expect(nextRuleChange(rule("P30D"), facts, { asOf })).toBe(at("2026-03-20T00:00:00Z"));
    expect(nextRuleChange(rule("P16D"), facts, { asOf })).toBe(at("2026-03-17T00:00:00Z"));
    expect(nextRuleChange(rule({ calendar: "week" }), facts, { asOf })).toBe(
      at("2026-03-16T00:00:00Z"),
    );
  });

  it("is nothing for a rule about facts alone", () => {
    expect(nextRuleChange({ when: { fact: "age", gte: 18 } }, { age: 3 }, { asOf: 0 })).toBe(
      undefined,
    );
  });
});

describe("the time zone of the process", () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  it("changes no answer", () => {
    const rule = {
      zone: "America/Sao_Paulo",
      when: {
        and: [
          { count: "orders", within: { calendar: "day" }, gte: 1 },
          { since: "birthday", gte: "P18Y" },
          { fact: "joinedOn", lt: { date: "2026-03-15" } },
        ],
      },
    } as const;
    const facts = {
      orders: [{ at: "2026-03-15T03:00:00Z" }],
      birthday: "2008-03-15",
      joinedOn: "2026-03-14",
    };
    const answers = ["UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"].map(
      (zone) => {
        process.env.TZ = zone;
        const { value } = { value: compileRule(rule) };
        return [
          new Date(0).getHours(),
          value(facts, at("2026-03-15T02:59:59Z")),
          value(facts, at("2026-03-15T03:00:00Z")),
          value(facts, "2026-03-15"),
          nextRuleChange(rule, facts, { asOf: "2026-03-15" }),
        ];
      },
    );
    expect(new Set(answers.map(([hour]) => hour)).size).toBe(4);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.slice(1))))).toEqual(
      new Set([JSON.stringify([false, true, true, at("2026-03-16T03:00:00Z")])]),
    );
  });
});
