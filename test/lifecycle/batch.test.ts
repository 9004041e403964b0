import { describe, expect, it } from "vitest";
import { advance, advanceAll, replay, replayAll } from "../../src/lifecycle/index.js";
import { order, shop } from "./machines.js";

const DAYS = ["2026-01-05", "2026-01-20", "2026-02-11", "2026-03-30", "2026-07-01"];
const events = DAYS.flatMap((day, index) =>
  ["c-1", "c-2", "c-3"].map((customerId, customer) =>
    order(`${day}T10:00:00`, 500 * (customer + 1) * index, {
      id: `${customerId}/${day}`,
      customerId,
    }),
  ),
);
const of = (customerId: string) => events.filter((event) => event.customerId === customerId);
const facts = new Map([["c-2", { expectedGapDays: 60 }]]);

describe("replayAll", () => {
  it("gives what replay gives for each customer, in the order in which they first come", () => {
    const all = replayAll(shop, [...events].reverse(), { asOf: "2026-08-01", facts });
    expect(all).toEqual(
      ["c-3", "c-2", "c-1"].map((id) =>
        replay(shop, of(id), { asOf: "2026-08-01", facts: facts.get(id) }),
      ),
    );
  });

  it("goes on from earlier states, also of customers without a new event", () => {
    const asOf = "2026-03-01";
    const from = new Map(
      replayAll(shop, events, { asOf, facts }).map(({ state }) => [state.customerId, state]),
    );
    const rest = events.slice(9).filter(({ customerId }) => customerId !== "c-3");
    const all = replayAll(shop, rest, { asOf: "2026-08-01", from });
    expect(all.map(({ state }) => state.customerId)).toEqual(["c-1", "c-2", "c-3"]);
    const whole = replay(shop, of("c-2"), { asOf: "2026-08-01", facts: facts.get("c-2") });
    expect(all[1]?.state).toEqual(whole?.state);
    expect(all[2]?.state).toEqual(advance(shop, from.get("c-3")!, "2026-08-01").state);
  });

  it("names the event that cannot be read, and has nothing to say about nobody", () => {
    const broken = [...events, { ...events[0]!, id: "x", at: "soon" }];
    expect(() => replayAll(shop, broken, { asOf: 0 })).toThrow(/^events\[15\]\.at/);
    expect(() => replayAll(shop, [null] as never, { asOf: 0 })).toThrow(/^events\[0\]/);
    expect(replayAll(shop, [], { asOf: 0 })).toEqual([]);
  });
});

describe("advanceAll", () => {
  const states = replayAll(shop, events, { asOf: "2026-07-02" }).map(({ state }) => state);

  it("gives what advance gives for each customer", () => {
    const one = states.map((state) => advance(shop, state, "2027-01-01"));
    expect(advanceAll(shop, states, "2027-01-01")).toEqual({
      states: one.map(({ state }) => state),
      moves: one.flatMap(({ moves }) => moves),
      effects: one.flatMap(({ effects }) => effects),
    });
  });

  it("leaves idle customers as they are", () => {
    const { states: after, moves } = advanceAll(shop, states, "2026-07-03");
    expect(moves).toEqual([]);
    expect(after.every((state, index) => state === states[index])).toBe(true);
  });
});
