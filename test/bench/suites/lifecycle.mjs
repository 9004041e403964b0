import { core, lifecycle } from "clientele";
import { createMachine, initialTransition, transition } from "xstate";
import { measure, median, row } from "../measure.mjs";

const DAY = 86_400_000;
const FROM = Date.UTC(2025, 0, 1);
const EVENTS = 1_000_000;
const CUSTOMERS = 100_000;
const IDLE = 1_000_000;
const THEIR_EVENTS = 100_000;

/** From the first order to loyal, and out of it again after half a year without one. */
const SHOP = {
  id: "shop",
  version: "1.0.0",
  zone: "Asia/Shanghai",
  events: { order: { list: "orders", fields: { total: "money" } } },
  start: "prospect",
  progress: ["prospect", "new", "repeat", "loyal"],
  stages: { prospect: {}, new: {}, repeat: {}, loyal: {}, dormant: {}, lost: {} },
  moves: [
    { id: "first", from: "prospect", to: "new", on: "order" },
    { id: "second", from: "new", to: "repeat", on: "order" },
    {
      id: "often",
      from: "repeat",
      to: "loyal",
      on: "order",
      when: { count: "orders", within: "P180D", gte: 5 },
    },
    {
      id: "silent",
      from: ["new", "repeat", "loyal"],
      to: "dormant",
      after: "P180D",
      without: "order",
    },
    { id: "back", from: "dormant", to: "repeat", on: "order", kind: "reopen" },
    { id: "gone", from: "dormant", to: "lost", after: "P180D" },
    { id: "won-back", from: "lost", to: "repeat", on: "order", kind: "reopen" },
  ],
};

/** The same stages for XState, whose pure transition keeps no history and no time. */
const THEIRS = {
  id: "shop",
  initial: "prospect",
  context: {},
  states: {
    prospect: { on: { order: "new" } },
    new: { on: { order: "repeat", silent: "dormant" } },
    repeat: {
      on: { order: { target: "loyal", guard: ({ event }) => event.count >= 5 }, silent: "dormant" },
    },
    loyal: { on: { silent: "dormant" } },
    dormant: { on: { order: "repeat", gone: "lost" } },
    lost: { on: { order: "repeat" } },
  },
};

/** Histories replayed, customers advanced, and one event at a time beside XState. */
export async function lifecycleSuite() {
  const shop = lifecycle.compileLifecycle(SHOP);
  const events = madeEvents(EVENTS, CUSTOMERS);
  const asOf = FROM + 365 * DAY;
  const [first] = lifecycle.replayAll(shop, events.slice(0, 10), { asOf: FROM + 366 * DAY });
  const idle = Array.from({ length: IDLE }, (_, number) => ({
    ...first.state,
    customerId: `c${number}`,
    dueMs: asOf + 30 * DAY,
  }));
  const single = eventByEvent(shop, events.slice(0, THEIR_EVENTS));
  const theirs = theirEvents(events.slice(0, THEIR_EVENTS));
  return {
    title: "Lifecycles",
    note: "A machine of six stages and seven moves, one with a count in a window, two on time; events of random customers in the order of their times.",
    rows: [
      row(
        "replay of 1,000,000 events of 100,000 customers",
        measure(() => lifecycle.replayAll(shop, events, { asOf }), 3),
        { bar: "2 s" },
      ),
      row(
        "advance of 1,000,000 idle customers",
        measure(() => lifecycle.advanceAll(shop, idle, asOf), 3),
        { bar: "1 s" },
      ),
      row("100,000 events one by one, transition", single, {
        against: `${(median(single) / median(theirs)).toFixed(2)} × XState's time`,
      }),
      row("100,000 events one by one, XState's pure transition", theirs),
    ],
  };
}

function madeEvents(events, customers) {
  const random = core.seededRandom(11);
  const times = Float64Array.from({ length: events }, () => FROM + random() * 365 * DAY).sort();
  return Array.from(times, (at, number) => ({
    id: `e${number}`,
    customerId: `c${Math.floor(random() * customers)}`,
    type: "order",
    at: Math.floor(at),
    data: { total: { minor: 100 + Math.floor(random() * 9900), currency: "CNY" } },
  }));
}

function eventByEvent(shop, events) {
  return measure(() => {
    const states = new Map();
    for (const event of events) {
      const { customerId, at } = event;
      const state =
        states.get(customerId) ?? lifecycle.startState(shop, customerId, { at: FROM }).state;
      const outcome = lifecycle.transition(shop, state, event);
      if (!outcome.ok) throw new Error(`${outcome.code} at ${at}`);
      states.set(customerId, outcome.value.state);
    }
  }, 3);
}

function theirEvents(events) {
  const machine = createMachine(THEIRS);
  return measure(() => {
    const states = new Map();
    for (const { customerId, type } of events) {
      const known = states.get(customerId) ?? { snapshot: initialTransition(machine)[0], count: 0 };
      const count = known.count + 1;
      const [snapshot] = transition(machine, known.snapshot, { type, count });
      states.set(customerId, { snapshot, count });
    }
  }, 3);
}
