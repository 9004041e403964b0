import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { SharePoint, TierSummaryState } from "../../src/value/index.js";
import {
  concentration,
  migrationAccumulator,
  migrationMatrix,
  reviewTiers,
  thresholdsByQuantile,
  thresholdsByShare,
  tierByQuantile,
  tierByShare,
  tierByThreshold,
  tierSummary,
  tierSummaryAccumulator,
} from "../../src/value/index.js";

/** Amounts in cents, with ties, zeros and refunds. */
const cents = fc.oneof(
  fc.constantFrom(0, 100, 999, 100_000),
  fc.integer({ min: -50_000, max: 5_000_000 }),
);
const values = fc.array(cents, { maxLength: 60 });
const someValue = values.filter((column) => column.some((value) => value > 0));
const cuts = fc
  .uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 })
  .map((shares) => shares.sort((a, b) => a - b).map((share) => share / 100));
/** Currencies, cents, thousands: a change of unit. */
const unit = fc.constantFrom(0.01, 1 / 3, 0.1378, 7.2, 1000, 1e-9, 2 ** 40);

/** A column and the same rows in another order. */
const shuffled = values.chain((column) =>
  fc.record({
    column: fc.constant(column),
    order: fc.shuffledSubarray(
      column.map((_, index) => index),
      { minLength: column.length },
    ),
  }),
);

describe("Tiers by share and by quantile", () => {
  const methods = [
    ["tierByShare", tierByShare],
    ["tierByQuantile", tierByQuantile],
  ] as const;

  for (const [name, tierBy] of methods) {
    test.prop([values, cuts, unit])(
      `${name}: a change of unit changes no tier.`,
      (column, cuts, unit) => {
        const scaled = column.map((value) => value * unit);
        expect([...tierBy(scaled, { cuts })]).toEqual([...tierBy(column, { cuts })]);
      },
    );

    test.prop([shuffled, cuts])(
      `${name}: the order of the rows changes no tier.`,
      ({ column, order }, cuts) => {
        const tiers = tierBy(column, { cuts });
        const reordered = tierBy(
          order.map((index) => column[index]!),
          { cuts },
        );
        expect([...reordered]).toEqual(order.map((index) => tiers[index]));
      },
    );

    test.prop([values, cuts])(
      `${name}: more value is never a worse tier, equal value the same.`,
      (column, cuts) => {
        const tiers = tierBy(column, { cuts });
        const ranked = column.map((value, index) => ({ value, tier: tiers[index]! }));
        ranked.sort((a, b) => b.value - a.value || a.tier - b.tier);
        for (let index = 1; index < ranked.length; index++) {
          const [better, worse] = [ranked[index - 1]!, ranked[index]!];
          if (better.value === worse.value) expect(better.tier).toBe(worse.tier);
          else expect(better.tier).toBeLessThanOrEqual(worse.tier);
        }
      },
    );
  }

  test.prop([someValue, cuts])(
    "A tier by share ends with the customer who crosses its cut.",
    (column, cuts) => {
      const total = column.reduce((sum, value) => sum + Math.max(value, 0), 0);
      const tiers = tierByShare(column, { cuts, ties: "rowOrder" });
      cuts.forEach((cut, tier) => {
        const members = column.filter((_, index) => tiers[index]! <= tier);
        const sum = members.reduce((a, b) => a + b, 0);
        const least = Math.min(...members);
        expect(members.length).toBeGreaterThan(0);
        expect(sum).toBeGreaterThanOrEqual(cut * total * (1 - 1e-11));
        expect(sum - least).toBeLessThan(cut * total);
      });
    },
  );

  test.prop([someValue])("The best tier is never empty where anybody has value.", (column) => {
    const best = column.indexOf(Math.max(...column));
    expect(tierByShare(column)[best]).toBe(0);
  });

  test.prop([values, cuts])("Thresholds give the same tiers again.", (column, cuts) => {
    const byShare = thresholdsByShare(column, { cuts });
    if (byShare !== undefined) {
      expect([...tierByThreshold(column, byShare)]).toEqual([...tierByShare(column, { cuts })]);
    }
    const byQuantile = thresholdsByQuantile(column, { cuts });
    if (byQuantile !== undefined) {
      const json = JSON.parse(JSON.stringify(byQuantile));
      expect([...tierByThreshold(column, json)]).toEqual([...tierByQuantile(column, { cuts })]);
    }
  });

  test.prop([values.filter((column) => column.length > 0), cuts])(
    "A tier by quantile holds at least its share of the customers, but for the one in between.",
    (column, cuts) => {
      const tiers = tierByQuantile(column, { cuts });
      cuts.forEach((cut, tier) => {
        const members = tiers.filter((other) => other <= tier).length;
        expect(members).toBeGreaterThanOrEqual(
          Math.floor((column.length - 1) * cut + 1e-9) + 1 - 1e-9,
        );
      });
    },
  );
});

describe("concentration", () => {
  const positive = (column: readonly number[]) => column.map((value) => Math.max(value, 0));

  test.prop([someValue])("Gini is the mean absolute difference over twice the mean.", (column) => {
    const clipped = positive(column);
    const total = clipped.reduce((a, b) => a + b, 0);
    const pairs = clipped.flatMap((a) => clipped.map((b) => Math.abs(a - b)));
    const differences = pairs.reduce((a, b) => a + b, 0);
    expect(concentration(column)?.gini).toBeCloseTo(differences / (2 * clipped.length * total), 12);
  });

  test.prop([someValue])(
    "Gini is twice the area between the full curve and the diagonal.",
    (column) => {
      const spread = concentration(column, { curveTolerance: 0 })!;
      expect(2 * areaUnder(spread.curve) - 1).toBeCloseTo(spread.gini, 12);
    },
  );

  test.prop([someValue])("The index is the sum of squared shares, from 1/n to 1.", (column) => {
    const clipped = positive(column);
    const total = clipped.reduce((a, b) => a + b, 0);
    const { hhi, customers } = concentration(column)!;
    expect(hhi).toBeCloseTo(
      clipped.reduce((sum, value) => sum + (value / total) ** 2, 0),
      12,
    );
    expect(hhi).toBeGreaterThanOrEqual((1 / customers) * (1 - 1e-15));
    expect(hhi).toBeLessThanOrEqual(1);
  });

  test.prop([someValue, fc.double({ min: 0, max: 0.2, noNaN: true })])(
    "A thinned curve has corners of the full one, its ends, and is nowhere lower by more than the tolerance.",
    (column, curveTolerance) => {
      const full = concentration(column, { curveTolerance: 0 })!.curve;
      const thin = concentration(column, { curveTolerance })!.curve;
      expect(thin[0]).toEqual({ customers: 0, value: 0 });
      expect(thin.at(-1)).toEqual({ customers: 1, value: 1 });
      for (const corner of full) {
        const height = heightAt(thin, corner.customers);
        expect(height).toBeLessThanOrEqual(corner.value + 1e-12);
        expect(height).toBeGreaterThanOrEqual(corner.value - curveTolerance - 1e-12);
      }
    },
  );

  test.prop([someValue])("The curve rises and bends down all the way.", (column) => {
    const { curve } = concentration(column)!;
    const slopes = curve
      .slice(1)
      .map(
        (point, index) =>
          (point.value - curve[index]!.value) / (point.customers - curve[index]!.customers),
      );
    for (let index = 0; index < slopes.length; index++) {
      expect(slopes[index]).toBeGreaterThanOrEqual(0);
      if (index > 0) expect(slopes[index]! - slopes[index - 1]!).toBeLessThanOrEqual(1e-9);
    }
  });

  test.prop([shuffled])("The order of the rows changes no digit.", ({ column, order }) => {
    expect(concentration(order.map((index) => column[index]!))).toEqual(concentration(column));
  });

  test.prop([someValue, unit])(
    "A change of unit changes nothing but the total.",
    (column, unit) => {
      const before = concentration(column)!;
      const after = concentration(column.map((value) => value * unit))!;
      expect(after.gini).toBeCloseTo(before.gini, 12);
      expect(after.hhi).toBeCloseTo(before.hhi, 12);
      expect(after.neededCustomers).toEqual(before.neededCustomers);
    },
  );

  test.prop([someValue, cuts])(
    "The customers needed for a share are the tiers by that share.",
    (column, valueShares) => {
      const needed = concentration(column, { valueShares })!.neededCustomers;
      const tiers = tierByShare(column, { cuts: valueShares, ties: "rowOrder" });
      expect(needed.map(({ count }) => count)).toEqual(
        valueShares.map((_, tier) => tiers.filter((other) => other <= tier).length),
      );
    },
  );
});

function heightAt(curve: readonly SharePoint[], customers: number): number {
  const after = curve.findIndex((point) => point.customers >= customers);
  if (after === 0) return curve[0]!.value;
  const [from, to] = [curve[after - 1]!, curve[after]!];
  const part = (customers - from.customers) / (to.customers - from.customers);
  return from.value + part * (to.value - from.value);
}

function areaUnder(curve: readonly SharePoint[]): number {
  return curve.slice(1).reduce((area, to, index) => {
    const from = curve[index]!;
    return area + ((to.customers - from.customers) * (to.value + from.value)) / 2;
  }, 0);
}

describe("tierSummary", () => {
  const amount = fc.double({ min: -1e15, max: 1e15, noNaN: true });
  const rows = fc.array(fc.record({ tier: fc.nat({ max: 4 }), value: amount }), { maxLength: 40 });
  const columns = (part: readonly { tier: number; value: number }[]) => ({
    tiers: part.map(({ tier }) => tier),
    values: part.map(({ value }) => value),
  });

  test.prop([rows, fc.nat({ max: 40 }), fc.boolean()])(
    "Any two parts merged, in any order and through JSON, are one pass, to the last digit.",
    (all, split, swap) => {
      const parts = [all.slice(0, split), all.slice(split)];
      const [first, second] = swap ? parts.reverse() : parts;
      const merged = tierSummaryAccumulator({ tierCount: 5 });
      merged.add(columns(first!));
      const other = tierSummaryAccumulator();
      other.add(columns(second!));
      merged.merge(JSON.parse(JSON.stringify(other.state())) as TierSummaryState);
      const { tiers, values } = columns(all);
      expect(merged.value()).toEqual(tierSummary(tiers, values, { tierCount: 5 }));
      expect(merged.value()).toEqual(merged.value());
    },
  );

  test.prop([rows])("The rows add up to all customers and all value.", (all) => {
    const { tiers, values } = columns(all);
    const summary = tierSummary(tiers, values);
    expect(summary.reduce((sum, row) => sum + row.customers, 0)).toBe(all.length);
    const [whole] = tierSummary(
      tiers.map(() => 0),
      values,
    );
    const sum = summary.reduce((total, row) => total + row.value, 0);
    expect(Math.abs(sum - (whole?.value ?? 0))).toBeLessThanOrEqual(10);
  });

  test.prop([rows])("A sum of whole numbers is the sum.", (all) => {
    const whole = all.map(({ value }) => Math.trunc(value));
    const sum = whole.reduce((total, value) => total + BigInt(value), 0n);
    expect(
      tierSummary(
        all.map(() => 0),
        whole,
      )[0]?.value ?? 0,
    ).toBe(Number(sum) || 0);
  });
});

describe("migrationMatrix", () => {
  const snapshot = fc
    .dictionary(fc.stringMatching(/^[a-f]{1,2}$/), fc.nat({ max: 3 }))
    .map((tierOf) => ({
      customerIds: Object.keys(tierOf),
      tiers: Object.values(tierOf),
    }));

  test.prop([snapshot, snapshot])("Every customer of both times is counted once.", (from, to) => {
    const { counts, entrants, leavers, promoted, kept, demoted } = migrationMatrix(from, to, {
      tierCount: 4,
    });
    for (let tier = 0; tier < 4; tier++) {
      const row = counts[tier]!.reduce((a, b) => a + b, 0);
      const column = counts.reduce((sum, others) => sum + others[tier]!, 0);
      expect(row + leavers[tier]!).toBe(from.tiers.filter((other) => other === tier).length);
      expect(column + entrants[tier]!).toBe(to.tiers.filter((other) => other === tier).length);
    }
    const both = from.customerIds.filter((id) => to.customerIds.includes(id)).length;
    expect(promoted + kept + demoted).toBe(both);
  });

  test.prop([snapshot, snapshot])("A row of shares and its leavers add up to 1.", (from, to) => {
    const { shares, leaverShares } = migrationMatrix(from, to);
    shares.forEach((row, tier) => {
      if (row[0] === undefined) expect(leaverShares[tier]).toBeUndefined();
      else
        expect(row.reduce<number>((sum, share) => sum + share!, leaverShares[tier]!)).toBeCloseTo(
          1,
          12,
        );
    });
  });

  test.prop([snapshot, snapshot])(
    "Shards by customer, merged through JSON, are one pass.",
    (from, to) => {
      const shard = ({ customerIds, tiers }: typeof from, letter: (id: string) => boolean) => ({
        customerIds: customerIds.filter(letter),
        tiers: tiers.filter((_, index) => letter(customerIds[index]!)),
      });
      const total = migrationAccumulator({ tierCount: 4 });
      for (const isIn of [(id: string) => id < "c", (id: string) => id >= "c"]) {
        const part = migrationAccumulator();
        part.add({ from: shard(from, isIn), to: shard(to, isIn) });
        total.merge(JSON.parse(JSON.stringify(part.state())));
      }
      expect(total.value()).toEqual(migrationMatrix(from, to, { tierCount: 4 }));
    },
  );
});

describe("reviewTiers", () => {
  const thresholds = [1000, 500, 100];
  const row = fc.record({
    value: fc.integer({ min: -200, max: 1500 }),
    tier: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
    since: fc.constantFrom("2024-01-01", "2025-06-30", "2025-12-31"),
  });
  const rows = fc.array(row, { maxLength: 30 });
  const margin = fc.double({ min: 0, max: 0.5, noNaN: true });
  const policy = fc.record({
    promotionMargin: margin,
    demotionMargin: margin,
    minimumStay: fc.constantFrom("P0D", "P3M", "P1Y"),
  });
  const historyOf = (all: readonly { tier: number | undefined; since: string }[]) => ({
    tiers: all.map(({ tier }) => tier),
    since: all.map(({ tier, since }) => (tier === undefined ? undefined : since)),
  });

  test.prop([rows, policy])(
    "A second review of the same values changes no tier and no day.",
    (all, policy) => {
      const options = { ...policy, thresholds, asOf: "2026-01-01" };
      const values = all.map(({ value }) => value);
      const first = reviewTiers(values, historyOf(all), options);
      const second = reviewTiers(values, first, options);
      expect([...second.tiers]).toEqual([...first.tiers]);
      expect(second.since).toEqual(first.since);
    },
  );

  test.prop([rows])(
    "Without margins and minimum stay, tiers are those of the thresholds.",
    (all) => {
      const values = all.map(({ value }) => value);
      const { tiers, targets } = reviewTiers(values, historyOf(all), {
        thresholds,
        asOf: "2026-01-01",
        demotionMargin: 0,
      });
      expect([...tiers]).toEqual([...tierByThreshold(values, thresholds)]);
      expect([...targets]).toEqual([...tiers]);
    },
  );

  test.prop([rows, policy])(
    "Nobody moves against the value, and reasons tell what happened.",
    (all, policy) => {
      const options = { ...policy, thresholds, asOf: "2026-01-01" };
      const review = reviewTiers(
        all.map(({ value }) => value),
        historyOf(all),
        options,
      );
      all.forEach(({ tier, since }, index) => {
        const [now, target, reason] = [
          review.tiers[index]!,
          review.targets[index]!,
          review.reasons[index],
        ];
        if (tier === undefined) {
          expect([now, reason, review.since[index]]).toEqual([target, "new", "2026-01-01"]);
          return;
        }
        expect(now).toBeGreaterThanOrEqual(Math.min(tier, target));
        expect(now).toBeLessThanOrEqual(Math.max(tier, target));
        if (now < tier) expect(reason).toBe("promoted");
        else if (now > tier) expect(reason).toBe("demoted");
        else if (target === tier) expect(reason).toBe("kept");
        else if (target < tier) expect(reason).toBe("promotionMargin");
        else expect(["demotionMargin", "minimumStay"]).toContain(reason);
        expect(review.since[index]).toBe(now === tier ? since : "2026-01-01");
      });
    },
  );
});
