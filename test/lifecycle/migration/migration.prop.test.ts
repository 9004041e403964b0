import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  advance,
  compileLifecycle,
  type LifecycleEvent,
  type LifecycleState,
  migrateStates,
  PURCHASE_LIFECYCLE,
  planMigration,
  replayAll,
} from "../../../src/lifecycle/index.js";

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const NEXT = { ...PURCHASE_LIFECYCLE, version: "1.1.0", migrations: [{ from: "1.0.0" }] } as const;
const old = compileLifecycle(PURCHASE_LIFECYCLE);
const same = compileLifecycle(NEXT);

/** Orders of up to eight customers within three years. */
const histories = fc
  .array(fc.record({ customer: fc.nat({ max: 7 }), day: fc.nat({ max: 1100 }) }), { maxLength: 60 })
  .map((orders) =>
    orders.map(
      ({ customer, day }, index): LifecycleEvent => ({
        id: `o-${index}`,
        customerId: `c-${customer}`,
        type: "order",
        at: START + day * DAY,
      }),
    ),
  );
const days = fc.nat({ max: 1500 });

const statesOf = (events: readonly LifecycleEvent[], asOf: number): readonly LifecycleState[] =>
  replayAll(old, events, { asOf }).map(({ state }) => state);

/** Any map of the old stages to the new ones, with any answer for those without one. */
const stageNames = ["prospect", "first-purchase", "repeat", "loyal", "dormant", "lost"];
const maps = fc.record({
  stages: fc.dictionary(fc.constantFrom(...stageNames), fc.constantFrom("a", "b", "repeat")),
  unmapped: fc.constantFrom({ park: "a" }, "refuse" as const),
  clock: fc.constantFrom("keep" as const, "restart" as const),
});

describe("a migration", () => {
  test.prop([histories, days, maps], { numRuns: 150 })(
    "never loses a customer: all come over in their order, or none does",
    (events, day, migration) => {
      const asOf = START + day * DAY;
      const states = statesOf(events, asOf);
      const to = compileLifecycle({
        id: PURCHASE_LIFECYCLE.id,
        version: "2.0.0",
        zone: "UTC",
        start: "a",
        stages: { a: {}, b: {}, repeat: {} },
        moves: [{ id: "goes", from: "b", to: "a", after: "P30D" }],
        migrations: [{ from: "1.0.0", ...migration }],
      });
      const plan = planMigration(old, to, states, { asOf });
      const outcome = migrateStates(old, to, states, { asOf });
      expect(plan.routes.reduce((sum, { customers }) => sum + customers, 0)).toBe(states.length);
      expect(outcome.ok).toBe(plan.obstacles.length === 0);
      if (!outcome.ok) return;
      const brought = outcome.value.states;
      expect(brought.map(({ customerId }) => customerId)).toEqual(
        states.map(({ customerId }) => customerId),
      );
      for (const [index, state] of brought.entries()) {
        expect(to.stages.has(state.current)).toBe(true);
        expect(state.facts).toEqual(states[index]!.facts);
        // The new version can go on with what came over.
        expect(() => advance(to, state, asOf + 400 * DAY)).not.toThrow();
      }
    },
  );

  test.prop([histories, days, days], { numRuns: 100 })(
    "to the same rules changes nothing of what becomes of customers",
    (events, day, later) => {
      const asOf = START + day * DAY;
      const endMs = asOf + later * DAY;
      const outcome = migrateStates(old, same, statesOf(events, asOf), { asOf });
      const brought = outcome.ok ? outcome.value.states : [];
      const known = events.filter(({ at }) => (at as number) <= asOf);
      const replayed = replayAll(same, known, { asOf: endMs }).map(({ state }) => state);
      const byCustomer = (states: readonly LifecycleState[]): readonly LifecycleState[] =>
        states.toSorted((one, other) => (one.customerId < other.customerId ? -1 : 1));
      const view = ({ current, since, stages, peak, taken, sequence, dueMs }: LifecycleState) => ({
        current,
        since,
        stages,
        peak,
        taken,
        sequence,
        dueMs,
      });
      expect(byCustomer(brought).map((state) => view(advance(same, state, endMs).state))).toEqual(
        byCustomer(replayed).map(view),
      );
    },
  );
});
