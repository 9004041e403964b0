import { describe, expect, it } from "vitest";
import { scoreRfm } from "../../src/rfm/index.js";
import { summariesOf } from "./support/summaries.js";

const five = summariesOf({
  since: [10, 20, 30, 40, 50],
  orders: [1, 2, 3, 4, 5],
  spend: [-20, 0, 30, 40.5, 100],
});

describe("scoreRfm", () => {
  it("gives five different customers the five scores, the shortest time the best", () => {
    const scores = scoreRfm(five);
    expect([...scores.recency]).toEqual([5, 4, 3, 2, 1]);
    expect([...scores.frequency]).toEqual([1, 2, 3, 4, 5]);
    expect([...scores.monetary]).toEqual([1, 2, 3, 4, 5]);
    expect(scores.bins).toEqual({ recency: 5, frequency: 5, monetary: 5 });
  });

  it("takes any number of bins from 2 to 10, also one for each measure", () => {
    const scores = scoreRfm(five, { bins: { recency: 2, frequency: 10, monetary: 3 } });
    expect([...scores.recency]).toEqual([2, 2, 2, 1, 1]);
    expect([...scores.frequency]).toEqual([1, 3, 5, 8, 10]);
    expect([...scores.monetary]).toEqual([1, 1, 2, 3, 3]);
    expect(scores.emptyBins).toEqual({ recency: [], frequency: [2, 4, 6, 7, 9], monetary: [] });
  });

  it("keeps tied customers together on the side of the cut that the policy says", () => {
    const since = Array(10).fill(1);
    const orders = [1, 1, 1, 1, 1, 1, 1, 1, 2, 7];
    const frequency = (ties: "lower" | "upper" | "mid") =>
      [...scoreRfm(summariesOf({ since, orders }), { ties }).frequency].join("");
    expect(frequency("lower")).toBe("1111111155");
    expect(frequency("upper")).toBe("4444444455");
    expect(frequency("mid")).toBe("2222222255");
  });

  it("reads frequency from purchase days and money from the mean of an order when asked", () => {
    const summaries = summariesOf({
      since: [1, 1, 1],
      orders: [9, 4, 2],
      repeats: [0, 1, 1],
      spend: [90, 80, 60],
    });
    const scores = scoreRfm(summaries, {
      bins: 3,
      frequency: "purchaseDays",
      monetary: "meanSpend",
    });
    expect([...scores.frequency]).toEqual([1, 2, 2]);
    expect([...scores.monetary]).toEqual([1, 2, 3]);
    expect(scores.cuts).toMatchObject({
      frequencyMeasure: "purchaseDays",
      monetaryMeasure: "meanSpend",
    });
  });

  it("cuts frequency within recency, and money within both, when nested", () => {
    const summaries = summariesOf({
      since: [1, 1, 1, 1, 9, 9, 9, 9],
      orders: [10, 20, 30, 40, 1, 2, 3, 4],
      spend: [5, 6, 7, 8, 500, 600, 700, 800],
    });
    const scores = scoreRfm(summaries, { method: "nested", bins: 2 });
    expect([...scores.recency]).toEqual([2, 2, 2, 2, 1, 1, 1, 1]);
    expect([...scores.frequency]).toEqual([1, 1, 2, 2, 1, 1, 2, 2]);
    expect([...scores.monetary]).toEqual([1, 2, 1, 2, 1, 2, 1, 2]);
    expect(scores.cuts).toMatchObject({
      layout: "nested",
      recency: { at: [5] },
      frequency: [{ at: [2.5] }, { at: [25] }],
      monetary: [{ at: [550] }, { at: [750] }, { at: [5.5] }, { at: [7.5] }],
    });
  });

  it("cuts a recency interval without customers like all customers, for those to come", () => {
    const summaries = summariesOf({ since: [3, 3, 3, 3], orders: [1, 2, 3, 4] });
    const { cuts, emptyBins } = scoreRfm(summaries, { method: "nested", bins: 2 });
    expect(emptyBins.recency).toEqual([1]);
    expect(cuts.frequency).toMatchObject([{ at: [2.5] }, { at: [2.5] }]);
  });

  it("takes plain numbers as the start of an interval when cuts are fixed", () => {
    const summaries = summariesOf({ since: [29, 30, 31], orders: [1, 2, 4], spend: [99, 100, 0] });
    const scores = scoreRfm(summaries, {
      method: "fixed",
      cuts: { recency: [30], frequency: Float64Array.of(2, 4), monetary: [0, 100] },
    });
    expect([...scores.recency]).toEqual([2, 1, 1]);
    expect([...scores.frequency]).toEqual([1, 2, 3]);
    expect([...scores.monetary]).toEqual([2, 3, 2]);
    expect(scores.bins).toEqual({ recency: 2, frequency: 3, monetary: 3 });
  });

  it("gives one customer alone a score by the tie policy", () => {
    const one = summariesOf({ since: [3], orders: [2], spend: [10] });
    const codes = (["lower", "upper", "mid"] as const).map((ties) => {
      const { recency, frequency, monetary } = scoreRfm(one, { ties });
      return [recency[0], frequency[0], monetary[0]];
    });
    expect(codes).toEqual([
      [5, 1, 1],
      [1, 5, 5],
      [3, 3, 3],
    ]);
  });

  it("reports the scores that nobody has when all customers are equal", () => {
    const equal = summariesOf({ since: Array(50).fill(7) });
    const scores = scoreRfm(equal);
    expect(new Set(scores.recency)).toEqual(new Set([5]));
    expect(scores.emptyBins).toEqual({
      recency: [1, 2, 3, 4],
      frequency: [2, 3, 4, 5],
      monetary: [2, 3, 4, 5],
    });
  });

  it("keeps money at both ends of the number range apart", () => {
    const spend = [-1.7e308, -1e-300, 0, 1e-300, 1.7e308];
    const scores = scoreRfm(summariesOf({ since: [1, 1, 1, 1, 1], spend }));
    expect([...scores.monetary]).toEqual([1, 2, 3, 4, 5]);
  });
});
