import { describe, expect, test } from "vitest";
import { reviewTiers, type TierReviewOptions } from "../../src/value/index.js";

const thresholds = [1000, 100];
const asOf = "2026-03-31";

/** The review of one customer: the tier, why, and since when. */
function review(
  value: number,
  tier: number | undefined,
  options: Partial<TierReviewOptions> = {},
  since = "2024-01-01",
) {
  const result = reviewTiers(
    [value],
    { tiers: [tier], since: [since] },
    { thresholds, asOf, ...options },
  );
  return [result.tiers[0], result.reasons[0], result.since[0]];
}

describe("reviewTiers", () => {
  test("A customer without a tier gets the one that the value asks for.", () => {
    expect(review(1000, undefined)).toEqual([0, "new", asOf]);
    expect(review(-5, undefined)).toEqual([2, "new", asOf]);
  });

  test("A value of the tier changes nothing, not even the day.", () => {
    expect(review(500, 1)).toEqual([1, "kept", "2024-01-01"]);
  });

  test("By default a tier is gained at its threshold and lost a tenth below.", () => {
    expect(review(1000, 1)).toEqual([0, "promoted", asOf]);
    expect(review(999.99, 1)).toEqual([1, "kept", "2024-01-01"]);
    expect(review(900, 0)).toEqual([0, "demotionMargin", "2024-01-01"]);
    expect(review(899.99, 0)).toEqual([1, "demoted", asOf]);
  });

  test("A promotion margin must be cleared.", () => {
    expect(review(1249.99, 1, { promotionMargin: 0.25 })).toEqual([
      1,
      "promotionMargin",
      "2024-01-01",
    ]);
    expect(review(1250, 1, { promotionMargin: 0.25 })).toEqual([0, "promoted", asOf]);
  });

  test("A value may clear the margin of one tier and not of the next: it rises by one.", () => {
    expect(review(1100, 2, { promotionMargin: 0.25 })).toEqual([1, "promoted", asOf]);
  });

  test("A value may fall through two tiers, or stop where it is within the margin of the second.", () => {
    expect(review(80, 0)).toEqual([2, "demoted", asOf]);
    expect(review(95, 0)).toEqual([1, "demoted", asOf]);
  });

  test("A tier is kept for the minimum stay and may be lost on the day on which it is over.", () => {
    const stay = (since: string, minimumStay = "P3M") => review(0, 0, { minimumStay }, since);
    expect(stay("2026-01-01")).toEqual([0, "minimumStay", "2026-01-01"]);
    expect(stay("2025-12-31")).toEqual([2, "demoted", asOf]);
    expect(stay("2026-03-31", "P0D")).toEqual([2, "demoted", asOf]);
    expect(stay("2026-03-30", "P1DT1S")).toEqual([0, "minimumStay", "2026-03-30"]);
  });

  test("The minimum stay ends at the end of a shorter month.", () => {
    const monthEnd = { minimumStay: "P1M", asOf: "2026-02-28" };
    expect(review(0, 0, monthEnd, "2026-01-31")[1]).toBe("demoted");
  });

  test("The minimum stay does not delay a promotion.", () => {
    expect(review(5000, 1, { minimumStay: "P10Y" }, "2026-03-30")).toEqual([0, "promoted", asOf]);
  });

  test("Margins of negative thresholds are on the right side too.", () => {
    const options = { thresholds: [-100], promotionMargin: 0.1, demotionMargin: 0.1 };
    expect(review(-90, 1, options)[1]).toBe("promoted");
    expect(review(-91, 1, options)[1]).toBe("promotionMargin");
    expect(review(-110, 0, options)[1]).toBe("demotionMargin");
    expect(review(-111, 0, options)[1]).toBe("demoted");
  });

  test("A value that wavers around a threshold does not move its customer.", () => {
    let history = reviewTiers(
      [1010],
      { tiers: [undefined], since: [undefined] },
      { thresholds, asOf },
    );
    const days = ["2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31"];
    for (const [index, day] of days.entries()) {
      history = reviewTiers([index % 2 === 0 ? 960 : 1010], history, { thresholds, asOf: day });
    }
    expect([history.tiers[0], history.since[0]]).toEqual([0, asOf]);
  });

  test("No customers, no tiers.", () => {
    const empty = reviewTiers([], { tiers: [], since: [] }, { thresholds, asOf });
    expect(empty).toEqual({
      tiers: new Uint8Array(0),
      since: [],
      targets: new Uint8Array(0),
      reasons: [],
    });
  });

  test("The result survives JSON as the history of the next review.", () => {
    const options = { thresholds, asOf };
    const first = reviewTiers([1200, 50], { tiers: [1, 1], since: [asOf, asOf] }, options);
    const history = JSON.parse(JSON.stringify({ tiers: [...first.tiers], since: first.since }));
    expect(reviewTiers([1200, 50], history, options).reasons).toEqual(["kept", "kept"]);
  });

  const history = { tiers: [0], since: ["2024-01-01"] };
  test.each<[string, () => unknown, string]>([
    [
      "no thresholds",
      () => reviewTiers([1], history, { asOf } as never),
      "options.thresholds must be an array",
    ],
    [
      "no day",
      () => reviewTiers([1], history, { thresholds } as never),
      "options.asOf must be a date such as 2026-03-31, got undefined",
    ],
    [
      "a day that is none",
      () => review(1, 0, { asOf: "2026-02-30" }),
      'options.asOf must be a date such as 2026-03-31, got "2026-02-30"',
    ],
    [
      "thresholds from below",
      () => review(1, 0, { thresholds: [1, 2] }),
      "options.thresholds[1] must be no greater",
    ],
    [
      "a negative margin",
      () => review(1, 0, { demotionMargin: -0.1 }),
      "options.demotionMargin must be a non-negative number",
    ],
    [
      "a margin of all",
      () => review(1, 0, { promotionMargin: 1 }),
      "options.promotionMargin must be a share from 0 to under 1",
    ],
    [
      "a stay in words",
      () => review(1, 0, { minimumStay: "3 months" }),
      "options.minimumStay must be an ISO 8601 duration",
    ],
    [
      "a misspelt option",
      () => review(1, 0, { minimalStay: "P1M" } as never),
      "options.minimalStay is not an option",
    ],
    [
      "a tier that does not exist",
      () => review(1, 3),
      "previous.tiers[0] must be a tier from 0 to 2, got 3",
    ],
    [
      "a tier of null",
      () => review(1, null as never),
      "previous.tiers[0] must be a tier from 0 to 2, got null",
    ],
    [
      "a tier without a day",
      () => review(1, 0, {}, ""),
      "previous.since[0] must be a date such as 2026-03-31",
    ],
    [
      "a stay from the future",
      () => review(1, 0, {}, "2026-04-01"),
      "previous.since[0] must be no later than asOf, 2026-03-31",
    ],
    [
      "no history",
      () => reviewTiers([1], null as never, { thresholds, asOf }),
      "previous must be an object with tiers and since, got null",
    ],
    ["NaN", () => review(Number.NaN, 0), "values[0] must be a finite number, got NaN"],
    [
      "another length",
      () => reviewTiers([1, 2], history, { thresholds, asOf }),
      "previous.tiers must be of length 2, got 1",
    ],
  ])("%s: refused.", (_, call, message) => {
    expect(call).toThrow(message);
    expect(call).toThrow(expect.objectContaining({ name: "ClienteleError" }));
  });
});
