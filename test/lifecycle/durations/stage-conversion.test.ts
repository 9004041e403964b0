import { describe, expect, test } from "vitest";
import { type StageVisit, stageConversion } from "../../../src/lifecycle/index.js";

const DAY = 86_400_000;

/** The stages of one customer with the days on which they were entered; the last one goes on. */
function path(customerId: string, steps: readonly (readonly [string, number])[]): StageVisit[] {
  return steps.map(([stage, day], index) => {
    const next = steps[index + 1];
    const entered = { customerId, stage, enteredMs: day * DAY };
    return next === undefined ? entered : { ...entered, leftMs: next[1] * DAY, next: next[0] };
  });
}

const visits = [
  ...path("fast", [
    ["lead", 0],
    ["trial", 1],
    ["paid", 3],
  ]),
  ...path("direct", [
    ["trial", 0],
    ["idle", 4],
    ["paid", 9],
  ]),
  ...path("lost", [
    ["trial", 0],
    ["lost", 5],
  ]),
  ...path("young", [["trial", 16]]),
];
const question = { from: "trial", to: "paid", horizonDays: 10, asOf: 20 * DAY };

describe("Conversion between stages", () => {
  test("counts any way to the stage, and those watched for less than the horizon for what they were.", () => {
    const result = stageConversion(visits, question);
    expect(result).toMatchObject({ from: "trial", to: "paid", entries: 4, converted: 2 });
    // Days 2 and 9; of four, then of three, as the young one has been there for 4 days only.
    expect(result.share?.share).toBeCloseTo(1 / 4 + (3 / 4) * (1 / 2), 12);
    expect(result.share!.lower).toBeGreaterThan(0);
    expect(result.share!.upper).toBeLessThan(1);
    expect(result.medianDays).toBe(9);
  });

  test("ends where a stage of unless is reached first.", () => {
    const result = stageConversion(visits, { ...question, unless: ["lost"] });
    expect(result.curves.causes.map(({ cause }) => cause)).toEqual(["lost", "paid"]);
    expect(result.share?.share).toBeCloseTo(1 / 4 + (3 / 8) * 1, 12);
    const idle = stageConversion(visits, { ...question, unless: ["idle"] });
    expect(idle.converted).toBe(1);
  });

  test("is unknown beyond what was watched, and not 0.", () => {
    expect(stageConversion(visits, { ...question, horizonDays: 21 }).share).toBeUndefined();
    expect(stageConversion([], question)).toMatchObject({ entries: 0, share: undefined });
    expect(stageConversion(visits, { ...question, from: "nowhere" }).share).toBeUndefined();
  });

  test("of nobody has the bound that so many watched to the end allow.", () => {
    const three = ["a", "b", "c"].flatMap((id) => path(id, [["trial", 0]]));
    const { share, converted, medianDays } = stageConversion(three, question);
    expect([converted, medianDays]).toEqual([0, undefined]);
    // Clopper and Pearson: 1 - 0.025^(1/3).
    expect(share).toEqual({
      share: 0,
      standardError: 0,
      lower: 0,
      upper: expect.closeTo(0.7075982261787, 11),
    });
  });

  test("of a stage to itself is coming back.", () => {
    const back = path("a", [
      ["on", 0],
      ["off", 2],
      ["on", 5],
      ["off", 6],
    ]);
    const once = stageConversion(back, { from: "on", to: "on", horizonDays: 5, asOf: 9 * DAY });
    expect(once).toMatchObject({ entries: 1, converted: 1, share: { share: 1 } });
    const all = stageConversion(back, {
      from: "on",
      to: "on",
      horizonDays: 5,
      asOf: 9 * DAY,
      entries: "all",
    });
    expect(all).toMatchObject({ entries: 2, converted: 1 });
  });

  test("of a customer who was migrated is watched until then.", () => {
    const moved = path("a", [
      ["trial", 0],
      ["trial2", 5],
      ["paid", 7],
    ]);
    const migrated = [{ ...moved[0]!, kind: "migrate" as const }, ...moved.slice(1)];
    expect(stageConversion(migrated, question)).toMatchObject({ converted: 0, share: undefined });
    expect(stageConversion(moved, question)).toMatchObject({ converted: 1 });
  });

  test("refuses questions that are none.", () => {
    const ask = (part: object) => () => stageConversion(visits, { ...question, ...part });
    expect(ask({ from: "" })).toThrow("options.from");
    expect(ask({ to: undefined })).toThrow("options.to");
    expect(ask({ horizonDays: 0 })).toThrow("options.horizonDays");
    expect(ask({ horizonDays: "30" })).toThrow("options.horizonDays");
    expect(ask({ entries: "last" })).toThrow("options.entries");
    expect(ask({ unless: "lost" })).toThrow("options.unless");
    expect(ask({ unless: ["paid"] })).toThrow("options.unless");
    expect(ask({ within: 3 })).toThrow("options.within");
    expect(ask({ level: 0 })).toThrow("options.level");
  });
});
