import { describe, expect, test } from "vitest";
import {
  compileLifecycle,
  type LifecycleEvent,
  listVisits,
  replay,
  type StageFlow,
  stageAbsorption,
  stageFlow,
  stagesAfter,
  stageValues,
  stationaryMix,
  steadyCounts,
  timeToStage,
} from "../../../src/lifecycle/index.js";
import { DAY, path } from "./support.js";

const asOf = 100 * DAY;
/** Two of three trials become active after 10 days; the active are lost after 30 days, one not yet. */
const visits = [
  ...path("a", [
    ["trial", 0],
    ["active", 10],
    ["lost", 40],
  ]),
  ...path("b", [
    ["trial", 0],
    ["active", 10],
    ["lost", 40],
  ]),
  ...path("c", [
    ["trial", 0],
    ["lost", 10],
  ]),
  ...path("d", [["active", 70]]),
];
const flow = stageFlow(visits, { asOf, stages: ["trial", "active", "lost"] });

describe("A flow of stages", () => {
  test("By hand.", () => {
    expect(flow.counts).toEqual([
      [0, 2, 1],
      [0, 0, 2],
      [0, 0, 0],
    ]);
    const [trial, active, lost] = flow.stages;
    expect(trial).toMatchObject({ visits: 3, exits: 3, open: 0, starts: 3, exposureDays: 30 });
    expect(active).toMatchObject({ visits: 3, exits: 2, open: 1, starts: 1, exposureDays: 90 });
    // The open stay counts: not 30 days, the mean of those that ended.
    expect(active!.meanStayDays.days).toBe(45);
    expect(trial!.moves.map(({ to, moves, perDay }) => [to, moves, perDay])).toEqual([
      ["active", 2, 2 / 30],
      ["lost", 1, 1 / 30],
    ]);
    expect(lost).toMatchObject({ exits: 0, open: 3, memory: undefined, moves: [] });
    expect(lost!.meanStayDays).toMatchObject({ days: undefined, upper: undefined });
    // 60 + 60 + 90 days without a move, over -ln 0.025.
    expect(lost!.meanStayDays.lower).toBeCloseTo(210 / 3.688879454113936, 10);
  });

  test("Days to loss, by hand.", () => {
    expect(timeToStage(flow, ["lost"])).toEqual([
      { stage: "trial", probability: 1, days: expect.closeTo(10 + (2 / 3) * 45, 12) },
      { stage: "active", probability: 1, days: 45 },
      { stage: "lost", probability: 1, days: 0 },
    ]);
    // Those trials that become active take their 10 days; the lost never do.
    expect(timeToStage(flow, ["active"])).toEqual([
      { stage: "trial", probability: expect.closeTo(2 / 3, 12), days: expect.closeTo(10, 12) },
      { stage: "active", probability: 1, days: 0 },
      { stage: "lost", probability: 0, days: undefined },
    ]);
  });

  test("Stays of one length are found not to be without memory.", () => {
    const same = Array.from({ length: 50 }, (_, index) =>
      path(`c${index}`, [
        ["on", 0],
        ["off", 30],
      ]),
    );
    const { stages } = stageFlow(same.flat(), { asOf });
    const on = stages.find(({ stage }) => stage === "on")!;
    expect(on.memory!.statistic).toBeGreaterThan(5);
    expect(on.memory!.pValue).toBeLessThan(1e-6);
  });

  test("Corrections and migrations are no moves, and end the watching.", () => {
    const [first, second] = path("a", [
      ["trial", 0],
      ["active", 10],
    ]);
    for (const kind of ["correct", "migrate"] as const) {
      const corrected = stageFlow([{ ...first!, kind }, second!], { asOf });
      expect(corrected.counts.flat()).toEqual([0, 0, 0, 0]);
      const trial = corrected.stages.find(({ stage }) => stage === "trial");
      expect(trial).toMatchObject({ visits: 1, exits: 0, open: 0, exposureDays: 10 });
    }
  });

  test("Histories kept from a day on count from there on.", () => {
    const late = stageFlow(visits, { asOf, observedFrom: 5 * DAY });
    const trial = late.stages.find(({ stage }) => stage === "trial");
    expect(trial).toMatchObject({ visits: 3, exits: 3, exposureDays: 15, starts: 0 });
  });

  test("Coming back to the stage itself is a move.", () => {
    const again = stageFlow(
      path("a", [
        ["on", 0],
        ["on", 10],
        ["off", 20],
      ]),
      { asOf },
    );
    expect(again.counts).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(timeToStage(again, ["off"])[1]).toEqual({
      stage: "on",
      probability: 1,
      days: expect.closeTo(20, 12),
    });
  });

  test("Nobody makes a flow without stages.", () => {
    const empty = stageFlow([], { asOf });
    expect(empty.stages).toEqual([]);
    expect(timeToStage(empty, [])).toEqual([]);
    expect(stageAbsorption(empty)).toEqual({ into: [], stages: [] });
    expect(stageValues(empty, {})).toEqual([]);
    expect(stagesAfter(empty, 5)).toEqual([]);
    expect(steadyCounts(empty, {})).toEqual([]);
    expect(stationaryMix(empty)).toBeUndefined();
  });

  test("From the histories of a lifecycle.", () => {
    const shop = compileLifecycle({
      id: "shop",
      version: "1.0.0",
      zone: "UTC",
      events: { order: {} },
      start: "prospect",
      stages: { prospect: {}, customer: {}, lost: { final: true } },
      moves: [
        { id: "buys", from: "prospect", to: "customer", on: "order" },
        { id: "leaves", from: "customer", to: "lost", after: "P30D", without: "order" },
      ],
    });
    const paths = ["a", "b"].map((customerId, index) => {
      const event = (type: string, day: number): LifecycleEvent => ({
        id: `${customerId}${day}`,
        customerId,
        type,
        at: day * DAY,
      });
      return replay(shop, [event("seen", 0), event("order", 5 + index)], { asOf })!;
    });
    const learnt = stageFlow(listVisits(paths), { asOf });
    const rows = timeToStage(learnt, ["lost"]);
    expect(rows.map(({ stage }) => stage)).toEqual(["customer", "lost", "prospect"]);
    expect(rows[2]).toEqual({ stage: "prospect", probability: 1, days: expect.closeTo(35.5, 12) });
  });
});

describe("Where customers end", () => {
  test("Stages nobody has left, or the ends that are named.", () => {
    expect(stageAbsorption(flow).into).toEqual(["lost"]);
    const { into, stages } = stageAbsorption(flow, { into: ["active", "lost"] });
    expect(into).toEqual(["active", "lost"]);
    expect(stages[0]).toEqual({
      stage: "trial",
      probabilities: [expect.closeTo(2 / 3, 12), expect.closeTo(1 / 3, 12)],
      never: 0,
      days: expect.closeTo(10, 12),
    });
    expect(stages[1]).toEqual({ stage: "active", probabilities: [1, 0], never: 0, days: 0 });
  });

  test("Who goes round for ever never ends.", () => {
    const round = stageFlow(
      [
        ...path("a", [
          ["new", 0],
          ["on", 2],
          ["off", 5],
          ["on", 9],
        ]),
        ...path("b", [
          ["new", 0],
          ["gone", 4],
        ]),
      ],
      { asOf, stages: ["new", "on", "off", "gone"] },
    );
    const { stages } = stageAbsorption(round);
    expect(stages.map(({ probabilities, never, days }) => [probabilities, never, days])).toEqual([
      [[0.5], 0.5, undefined],
      [[0], 1, undefined],
      [[0], 1, undefined],
      [[1], 0, 0],
    ]);
    expect(timeToStage(round, ["gone"])[0]).toEqual({ stage: "new", probability: 0.5, days: 3 });
    // Two ways to stay for ever: where customers begin decides.
    expect(stationaryMix(round)).toBeUndefined();
    expect(stageValues(round, { on: { perDay: 1 } }).map(({ value }) => value)).toEqual([
      undefined,
      undefined,
      undefined,
      0,
    ]);
    expect(stageValues(round, { new: { perVisit: 3 } }).map(({ value }) => value)).toEqual([
      3, 0, 0, 0,
    ]);
    expect(steadyCounts(round, { new: 2 }).map(({ customers }) => customers)).toEqual([
      6,
      undefined,
      undefined,
      undefined,
    ]);
    expect(steadyCounts(round, { gone: 0 }).map(({ customers }) => customers)).toEqual([
      0, 0, 0, 0,
    ]);
  });

  test("In the long run all are where nobody leaves.", () => {
    expect(stationaryMix(flow)).toEqual([
      { stage: "trial", share: 0 },
      { stage: "active", share: 0 },
      { stage: "lost", share: 1 },
    ]);
  });

  test("A stage through which all pass at once takes no time, and holds nobody.", () => {
    const quick = stageFlow(
      [
        ...path("a", [
          ["trial", 0],
          ["check", 4],
          ["paid", 4],
        ]),
        ...path("b", [
          ["trial", 0],
          ["check", 6],
          ["lost", 6],
        ]),
      ],
      { asOf, stages: ["trial", "check", "paid", "lost"] },
    );
    expect(quick.stages[1]).toMatchObject({ exposureDays: 0, memory: undefined });
    expect(quick.stages[1]!.moves[0]!.perDay).toBeUndefined();
    expect(timeToStage(quick, ["paid"])[0]).toEqual({ stage: "trial", probability: 0.5, days: 5 });
    const [trial] = stagesAfter(quick, 5);
    expect(trial!.shares[0]).toBeCloseTo(Math.exp(-1), 7);
    expect(trial!.shares[1]).toBeLessThan(1e-7);
    expect(trial!.shares[2]).toBeCloseTo((1 - Math.exp(-1)) / 2, 7);
    expect(steadyCounts(quick, { trial: 3 })[1]).toEqual({
      stage: "check",
      entriesPerDay: expect.closeTo(3, 12),
      customers: 0,
    });
  });
});

describe("Values and forecasts", () => {
  test("Value by hand: a visit, days, and what follows.", () => {
    const values = stageValues(flow, { trial: { perVisit: -9 }, active: { perDay: 2 } });
    expect(values.map(({ value }) => value)).toEqual([
      expect.closeTo(-9 + (2 / 3) * 90, 12),
      expect.closeTo(90, 12),
      0,
    ]);
  });

  test("A day worth something in a stage that is never left has a value only with discount.", () => {
    expect(stageValues(flow, { lost: { perDay: 1 } }).map(({ value }) => value)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const discounted = stageValues(flow, { lost: { perDay: 1 } }, { discountPerDay: 0.01 });
    expect(discounted[2]!.value).toBeCloseTo(100, 12);
    // 45 days to wait: 100 / (1 + 0.45).
    expect(discounted[1]!.value).toBeCloseTo(100 / 1.45, 12);
    expect(stageValues(flow, { lost: { perVisit: 7 } })[2]!.value).toBe(7);
  });

  test("After no time everybody is where they were; after 10,000 years, lost.", () => {
    expect(stagesAfter(flow, 0).map(({ shares }) => shares)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    for (const { shares } of stagesAfter(flow, 3_652_425)) expect(shares).toEqual([0, 0, 1]);
    expect(stagesAfter(flow, 45)[1]!.shares[1]).toBeCloseTo(Math.exp(-1), 13);
  });
});

describe("Bad input is refused", () => {
  test("stages, options and names that are none", () => {
    expect(() => stageFlow(visits, { asOf, stages: ["trial", "active"] })).toThrow("with lost");
    expect(() => stageFlow(visits, { asOf, stages: ["lost", "lost"] })).toThrow(
      "options.stages[1] must be in the list only once",
    );
    expect(() => stageFlow(visits, { asOf, stages: "lost" as never })).toThrow("options.stages");
    expect(() => stageFlow(visits, { asOf, level: 1 })).toThrow("options.level");
    expect(() => stageFlow(visits, { asOf, order: 2 } as never)).toThrow("options.order");
    expect(() => stageFlow([{}] as never, { asOf })).toThrow("visits[0].customerId");
    expect(() => timeToStage(flow, ["gone"])).toThrow(
      "targets must be stages of trial, active, lost",
    );
    expect(() => timeToStage(flow, "lost" as never)).toThrow("targets");
    expect(() => stageAbsorption(flow, { into: ["gone"] })).toThrow("options.into");
    expect(() => stageAbsorption(flow, { ends: [] } as never)).toThrow("options.ends");
    expect(() => stageValues(flow, { gone: { perDay: 1 } })).toThrow("worth");
    expect(() => stageValues(flow, { lost: 4 as never })).toThrow("worth.lost");
    expect(() => stageValues(flow, { lost: { perDay: Number.NaN } })).toThrow("worth.lost.perDay");
    expect(() => stageValues(flow, {}, { discountPerDay: -1 })).toThrow("options.discountPerDay");
    expect(() => steadyCounts(flow, { trial: -1 })).toThrow("arrivalsPerDay.trial");
    expect(() => steadyCounts(flow, { gone: 1 })).toThrow("arrivalsPerDay");
    expect(() => steadyCounts(flow, null as never)).toThrow("arrivalsPerDay");
    expect(() => stagesAfter(flow, -1)).toThrow("days");
    expect(() => stagesAfter(flow, 4_000_000)).toThrow("10,000 years");
  });

  test("flows that are none, or of another version, or broken", () => {
    expect(() => timeToStage(null as never, [])).toThrow("flow must be what stageFlow returns");
    expect(() => timeToStage({ ...flow, version: 2 as never }, [])).toThrow("flow.version 2");
    expect(() => stagesAfter({ ...flow, counts: [] }, 1)).toThrow("flow.counts");
    const broken: StageFlow = {
      ...flow,
      counts: [
        [0, 1, 2],
        [0, -1, 2],
        [0, 0, 0],
      ],
    };
    expect(() => stagesAfter(broken, 1)).toThrow("flow.counts[1][1]");
  });

  test("more stages than can be solved for", () => {
    const many = Array.from({ length: 201 }, (_, index) => path("c", [[`s${index}`, 0]])).flat();
    expect(() => stageFlow(many, { asOf })).toThrow("at most 200 stages, got 201");
  });

  test("names of stages that objects have of their own are names", () => {
    const odd = stageFlow(
      path("a", [
        ["__proto__", 0],
        ["constructor", 5],
      ]),
      { asOf },
    );
    expect(timeToStage(odd, ["constructor"])[0]).toEqual({
      stage: "__proto__",
      probability: 1,
      days: 5,
    });
    expect(stageValues(odd, { constructor: { perVisit: 2 } } as never)[0]!.value).toBe(2);
  });
});
