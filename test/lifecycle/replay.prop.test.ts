import { test } from "@fast-check/vitest";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { ClienteleError } from "../../src/core/index.js";
import {
  advance,
  compileLifecycle,
  explainState,
  type Lifecycle,
  type LifecycleEvent,
  nextDue,
  type Replay,
  replay,
  startState,
  transition,
} from "../../src/lifecycle/index.js";
import { DAY, naiveReplay } from "./naive-lifecycle.js";
import { LAST_DAY, randomHistory, randomMachine } from "./random-machines.js";

const END = LAST_DAY * DAY;
const many = { numRuns: 60 };

/** The replay; `undefined` for a machine whose moves follow each other without end. */
function run(lifecycle: Lifecycle, history: readonly LifecycleEvent[], asOf: number) {
  try {
    return replay(lifecycle, history, { asOf }) as Replay;
  } catch (error) {
    if (error instanceof ClienteleError && error.code === "LIMIT_EXCEEDED") return undefined;
    throw error;
  }
}

/** A machine and a history with an end. */
const runs = fc
  .tuple(randomMachine, randomHistory)
  .map(([definition, history]) => {
    const lifecycle = compileLifecycle(definition);
    return { definition, lifecycle, history, whole: run(lifecycle, history, END) };
  })
  .filter(({ whole }) => whole !== undefined)
  .map((each) => ({ ...each, whole: each.whole as Replay }));

const inOrder = (history: readonly LifecycleEvent[]): readonly LifecycleEvent[] =>
  [...history].sort((a, b) => Number(a.at) - Number(b.at) || (a.id < b.id ? -1 : 1));

describe("a replay", () => {
  test.prop([randomMachine, randomHistory], { numRuns: 150 })(
    "takes the moves that a naive machine takes, which looks at every single day",
    (definition, history) => {
      const replayed = run(compileLifecycle(definition), history, END);
      const naive = naiveReplay(definition, history, LAST_DAY);
      if (replayed === undefined || naive === "endless") {
        expect([replayed, naive]).toEqual([undefined, "endless"]);
        return;
      }
      const moves = replayed.moves.map(({ move, from, to, atMs }) => ({
        move,
        from,
        to,
        day: atMs / DAY,
      }));
      expect({ moves, current: replayed.state.current }).toEqual(naive);
    },
  );

  test.prop([runs, fc.nat(14)], many)(
    "of the first events and then of the others is the replay of all",
    ({ lifecycle, history, whole }, cut) => {
      const ordered = inOrder(history);
      const first = ordered.slice(0, Math.max(1, cut));
      const asOf = Number(first.at(-1)?.at);
      const part = replay(lifecycle, first, { asOf }) as Replay;
      const from = JSON.parse(JSON.stringify(part.state));
      const rest = replay(lifecycle, ordered.slice(first.length), { asOf: END, from }) as Replay;
      expect(rest.state).toEqual(whole.state);
      expect([...part.moves, ...rest.moves]).toEqual(whole.moves);
      expect([...part.effects, ...rest.effects]).toEqual(whole.effects);
    },
  );

  test.prop([runs, fc.infiniteStream(fc.nat())], many)(
    "does not depend on the order in which events arrive, nor on how often",
    ({ lifecycle, history, whole }, picks) => {
      const arrived = [...history, ...history.filter((_, index) => index % 2 === 0)];
      const shuffled = arrived
        .map((event) => ({ event: { ...event }, key: picks.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ event }) => event);
      expect(replay(lifecycle, shuffled, { asOf: END })).toEqual(whole);
    },
  );

  test.prop([runs], many)(
    "is what the events one by one and then time make of a customer",
    ({ lifecycle, history, whole }) => {
      const ordered = inOrder(history);
      let { state, moves, effects } = startState(lifecycle, "c-1", { at: Number(ordered[0]?.at) });
      const take = (progress: {
        state: typeof state;
        moves: typeof moves;
        effects: typeof effects;
      }) => {
        state = JSON.parse(JSON.stringify(progress.state));
        moves = [...moves, ...progress.moves];
        effects = [...effects, ...progress.effects];
      };
      for (const event of ordered) {
        const outcome = transition(lifecycle, state, event);
        if (outcome.ok) take(outcome.value);
        const again = transition(lifecycle, state, event);
        expect(again.ok ? again.value : { state, moves: [], effects: [] }).toEqual({
          state,
          moves: [],
          effects: [],
        });
      }
      take(advance(lifecycle, state, END));
      expect({ state, moves, effects }).toEqual({
        state: whole.state,
        moves: whole.moves,
        effects: whole.effects,
      });
    },
  );

  test.prop([runs, fc.array(fc.integer({ min: 0, max: END }), { maxLength: 5 })], many)(
    "moves through time alike in one step and in several, and next when it says",
    ({ lifecycle, history, whole }, stops) => {
      const lastAt = Math.max(...history.map(({ at }) => Number(at)));
      let { state } = replay(lifecycle, history, { asOf: lastAt }) as Replay;
      for (const stop of stops.filter((at) => at >= lastAt).sort((a, b) => a - b)) {
        const due = nextDue(lifecycle, state);
        const advanced = advance(lifecycle, state, stop);
        if (advanced.moves.length > 0) expect(advanced.moves[0]?.atMs).toBe(due);
        else if (due !== undefined) expect(due).toBeGreaterThan(stop);
        state = advanced.state;
        expect(advance(lifecycle, state, stop)).toEqual({ state, moves: [], effects: [] });
      }
      expect(advance(lifecycle, state, END).state).toEqual(whole.state);
    },
  );

  test.prop([runs, fc.integer({ min: 0, max: LAST_DAY })], many)(
    "leads to states whose explanation is decided true once more, after a JSON round trip too",
    ({ lifecycle, history }, day) => {
      const replayed = run(lifecycle, history, day * DAY);
      if (replayed === undefined) return;
      for (const last of replayed.moves) {
        const state = JSON.parse(JSON.stringify({ ...replayed.state, last }));
        expect(explainState(lifecycle, state).holds).toBe(true);
      }
      const { state } = replayed;
      expect(explainState(lifecycle, JSON.parse(JSON.stringify(state)))).toEqual(
        explainState(lifecycle, state),
      );
    },
  );
});
