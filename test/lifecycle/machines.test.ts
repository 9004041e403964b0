import { describe, expect, it } from "vitest";
import {
  advanceMachines,
  compileMachines,
  type LifecycleDefinition,
  type MachinesProgress,
  replayMachines,
  startMachines,
  transitionMachines,
} from "../../src/lifecycle/index.js";
import { happens } from "./machines.js";

const DAY = 86_400_000;
const base = { version: "1.0.0", zone: "UTC" } as const;

const consent: LifecycleDefinition = {
  ...base,
  id: "consent",
  start: "unknown",
  events: { "opt-in": {}, "opt-out": { request: true } },
  stages: { unknown: {}, granted: {}, expired: {}, withdrawn: {} },
  moves: [
    { id: "grants", from: "unknown", to: "granted", on: "opt-in" },
    { id: "expires", from: "granted", to: "expired", after: "P10D" },
    { id: "withdraws", from: "granted", to: "withdrawn", on: "opt-out" },
  ],
};

const campaign: LifecycleDefinition = {
  ...base,
  id: "campaign",
  start: "waiting",
  reads: ["consent"],
  events: { "opt-in": {} },
  stages: { waiting: {}, running: {}, stopped: {} },
  moves: [
    {
      id: "runs",
      from: "waiting",
      to: "running",
      when: { fact: "machines.consent", eq: "granted" },
    },
    {
      id: "stops",
      from: "running",
      to: "stopped",
      when: { fact: "machines.consent", ne: "granted" },
    },
  ],
};

// The reader is listed first: the order of reading is found, not given.
const both = compileMachines([campaign, consent]);
const stagesOf = (progress: MachinesProgress): readonly string[] =>
  Object.values(progress).map(({ state }) => state.current);
const statesOf = (progress: MachinesProgress) =>
  Object.fromEntries(Object.entries(progress).map(([id, { state }]) => [id, state]));

describe("several machines of one customer", () => {
  it("are ordered so that each comes after those it reads", () => {
    expect(both.lifecycles.map(({ stamp }) => stamp.id)).toEqual(["consent", "campaign"]);
  });

  it("see each other's moves at the instant at which they are made, by event and by time", () => {
    const { machines } = replayMachines(both, [happens("opt-in", 5 * DAY)], { asOf: 40 * DAY })!;
    expect(machines.campaign?.moves.map(({ move, atMs }) => [move, atMs])).toEqual([
      ["runs", 5 * DAY],
      ["stops", 15 * DAY],
    ]);
  });

  it("come to the same by steps, in one go, and with the interval split", () => {
    const event = happens("opt-in", 5 * DAY);
    const started = statesOf(startMachines(both, "c-1", { at: 5 * DAY }));
    const taken = transitionMachines(both, started, event);
    if (!taken.ok) throw new Error(taken.message);
    const once = advanceMachines(both, statesOf(taken.value), 40 * DAY);
    const half = advanceMachines(both, statesOf(taken.value), 15 * DAY - 1);
    expect(statesOf(advanceMachines(both, statesOf(half), 40 * DAY))).toEqual(statesOf(once));
    expect(statesOf(replayMachines(both, [event], { asOf: 40 * DAY })!.machines)).toEqual(
      statesOf(once),
    );
  });

  it("refuse a request in all when none grants it, and change nothing", () => {
    const states = statesOf(startMachines(both, "c-1", { at: 0 }));
    expect(transitionMachines(both, states, happens("opt-out", DAY))).toMatchObject({
      ok: false,
      code: "NO_MOVE",
    });
    const history = [happens("opt-in", 0), happens("opt-out", 12 * DAY)];
    const replayed = replayMachines(both, history, { asOf: 20 * DAY })!;
    expect(replayed.refused).toMatchObject([{ code: "NO_MOVE" }]);
    expect(stagesOf(replayed.machines)).toEqual(["expired", "stopped"]);
  });

  it("grant a request, and keep the moves from before it", () => {
    const history = [happens("opt-in", 0), happens("opt-out", 2 * DAY)];
    const { machines } = replayMachines(both, history, { asOf: 20 * DAY })!;
    expect(machines.campaign?.moves.map(({ move, atMs }) => [move, atMs])).toEqual([
      ["runs", 0],
      ["stops", 2 * DAY],
    ]);
    expect(machines.campaign?.state.sequence).toBe(2);
  });

  it("are refused when they read each other in a circle, or a machine that is not there", () => {
    const circle = { ...consent, reads: ["campaign"] };
    expect(() => compileMachines([circle, campaign])).toThrow(/consent -> campaign -> consent/);
    expect(() => compileMachines([campaign])).toThrow(/campaign\.reads\[0\]/);
    expect(() => compileMachines([consent, consent])).toThrow(/definitions\[1\]\.id/);
  });
});
