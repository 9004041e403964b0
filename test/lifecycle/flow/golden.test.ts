import { describe, expect, test } from "vitest";
import {
  type StageFlow,
  type StageVisit,
  stageAbsorption,
  stageFlow,
  stagesAfter,
  stageValues,
  stationaryMix,
  steadyCounts,
  timeToStage,
} from "../../../src/lifecycle/index.js";
import golden from "../../golden/lifecycle/flow.json" with { type: "json" };

const flow = stageFlow(golden.visits as StageVisit[], { asOf: golden.asOf });
const places = (names: readonly string[]): number[] =>
  names.map((name) => golden.stages.indexOf(name));

function expectClose(got: readonly (number | undefined)[], expected: readonly number[]): void {
  expect(got.length).toBe(expected.length);
  expected.forEach((value, index) => {
    expect(got[index]! / value, `place ${index}: ${got[index]} for ${value}`).toBeCloseTo(1, 10);
  });
}

describe("The flow of 70 customers, as numpy and mpmath have it", () => {
  test("Counts, exposure and open visits.", () => {
    expect(flow.stages.map(({ stage }) => stage)).toEqual(golden.stages);
    expect(flow.counts).toEqual(golden.counts);
    expect(flow.stages.map(({ open }) => open)).toEqual(golden.open);
    expectClose(
      flow.stages.map(({ exposureDays }) => exposureDays),
      golden.exposureDays,
    );
  });

  test("Mean stays with Garwood's limits.", () => {
    flow.stages.forEach(({ meanStayDays: { days, lower, upper } }, place) => {
      const expected = golden.meanStay[place]!;
      if (expected === null) expect([days, upper]).toEqual([undefined, undefined]);
      else expectClose([days, lower, upper], expected);
    });
  });

  test("Score tests of the exponential against the Weibull distribution.", () => {
    flow.stages.forEach(({ memory }, place) => {
      const expected = golden.memory[place]!;
      if (expected === null) expect(memory).toBeUndefined();
      else expect(memory!.statistic).toBeCloseTo(expected, 9);
    });
  });

  test("Transition probabilities with Wilson's limits.", () => {
    flow.stages.forEach(({ moves, exits }, place) => {
      for (const move of moves) {
        const to = golden.stages.indexOf(move.to);
        expect(move.probability).toBe(golden.counts[place]![to]! / exits);
        expectClose([move.lower, move.upper], golden.wilson[place]![to]!);
      }
    });
  });

  test("Absorption probabilities and days.", () => {
    const { into, stages } = stageAbsorption(flow);
    expect(into).toEqual(golden.ends);
    places(golden.moving).forEach((place, index) => {
      expectClose(stages[place]!.probabilities, golden.absorption[index]!);
      expectClose([stages[place]!.days], [golden.absorptionDays[index]!]);
    });
  });

  test("Days to loss of those who are lost.", () => {
    const times = timeToStage(flow, ["lost"]);
    const lost = golden.ends.indexOf("lost");
    places(golden.moving).forEach((place, index) => {
      expectClose([times[place]!.probability], [golden.absorption[index]![lost]!]);
      expectClose([times[place]!.days], [golden.lostDays[index]!]);
    });
  });

  test("Values, without and with discount.", () => {
    const values = stageValues(flow, golden.worth).map(({ value }) => value!);
    values.forEach((value, place) => {
      expect(value).toBeCloseTo(golden.values[place]!, 9);
    });
    const discounted = stageValues(flow, golden.worth, { discountPerDay: golden.discountPerDay });
    discounted.forEach(({ value }, place) => {
      expect(value).toBeCloseTo(golden.discountedValues[place]!, 9);
    });
  });

  test("Where customers are after 30 days.", () => {
    stagesAfter(flow, 30).forEach(({ shares }, place) => {
      shares.forEach((share, to) => {
        expect(share).toBeCloseTo(golden.after30[place]![to]!, 13);
      });
    });
  });

  test("Customers per stage under steady arrivals.", () => {
    const counts = steadyCounts(flow, golden.arrivals);
    places(golden.moving).forEach((place, index) => {
      expectClose([counts[place]!.entriesPerDay], [golden.entries[index]!]);
      expectClose([counts[place]!.customers], [golden.steady[index]!]);
    });
  });

  test("The long run of a chain that nobody leaves.", () => {
    const closed: StageFlow = { ...flow, counts: golden.closedCounts };
    expectClose(
      stationaryMix(closed)!.map(({ share }) => share),
      golden.stationary,
    );
  });
});
