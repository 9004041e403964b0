import { describe, expect, it } from "vitest";
import { advance, nextDue, replay, startState, transition } from "../../src/lifecycle/index.js";
import { happens, order, shanghai, shop } from "./machines.js";

const MARCH = "2026-03-01T09:00:00+08:00";

describe("the example machine", () => {
  it("walks a customer from prospect to loyal, and lets one who falls silent go", () => {
    const history = [
      happens("complaint", MARCH),
      order("2026-03-02T10:00:00", 100),
      order("2026-03-20T10:00:00", 900),
      order("2026-04-10T10:00:00", 4000),
    ];
    const moves = replay(shop, history, { asOf: "2028-01-01" })?.moves.map(
      ({ move, from, to, kind, atMs }) => [move, from, to, kind, new Date(atMs).toISOString()],
    );
    expect(moves).toEqual([
      ["buys", "prospect", "first-purchase", "forward", "2026-03-02T02:00:00.000Z"],
      ["buys-again", "first-purchase", "repeat", "forward", "2026-03-20T02:00:00.000Z"],
      ["becomes-loyal", "repeat", "loyal", "forward", "2026-04-10T02:00:00.000Z"],
      ["falls-silent", "loyal", "dormant", "forward", "2026-07-09T02:00:00.000Z"],
      ["is-lost", "dormant", "lost", "forward", "2027-01-09T02:00:00.000Z"],
    ]);
  });

  it("counts silence by each customer's own gap, within bounds", () => {
    const { state } = startState(shop, "c-1", { at: MARCH, facts: { expectedGapDays: 20 } });
    const bought = transition(shop, state, order("2026-03-02T10:00:00", 100));
    expect(bought.ok && nextDue(shop, bought.value.state)).toBe(shanghai("2026-04-11T10:00:00"));
    const often = transition(shop, state, order("2026-03-02T10:00:00", 100), {
      expectedGapDays: 3,
    });
    expect(often.ok && nextDue(shop, often.value.state)).toBe(shanghai("2026-04-01T10:00:00"));
  });

  it("keeps a loyal customer for the grace of 30 days once the year's spending has run out", () => {
    const history = [
      order("2025-03-02T10:00:00", 100),
      order("2025-03-20T10:00:00", 5000),
      ...["2025-06-10", "2025-09-01", "2025-11-25", "2026-02-10", "2026-04-20"].map((day) =>
        order(`${day}T12:00:00`, 50),
      ),
    ];
    const options = { asOf: "2026-04-25", facts: { expectedGapDays: 50 } };
    const moves = replay(shop, history, options)?.moves.map(({ move, atMs }) => [move, atMs]);
    expect(moves?.at(-1)).toEqual(["loyal:stay", shanghai("2026-04-19T10:00:00")]);
  });

  it("tells the host what to do once, with a key that stays", () => {
    const history = [order("2026-03-02T10:00:00", 5000), order("2026-03-03T10:00:00", 10)];
    expect(replay(shop, history, { asOf: "2026-03-04" })?.effects).toEqual([
      {
        key: "shop/c-1/becomes-loyal/1/enter/loyal/0",
        kind: "send-letter",
        payload: { template: "welcome-loyal" },
        customerId: "c-1",
        move: "becomes-loyal",
        atMs: shanghai("2026-03-03T10:00:00"),
      },
    ]);
  });

  it("is the very same state when nothing is due", () => {
    const { state } = startState(shop, "c-1", { at: MARCH });
    expect(advance(shop, state, "2999-01-01").state).toBe(state);
  });
});
