import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  concentration,
  thresholdsByShare,
  tierByShare,
  tierSummary,
} from "../../src/value/index.js";

/** Spend by customer of 4,906 orders; the file's origin is in the README beside it. */
function readSpend(): number[] {
  const file = new URL("../golden/clv/rfm-data-orders.csv", import.meta.url);
  const spend = new Map<string, number>();
  for (const line of readFileSync(file, "utf8").trim().split("\n").slice(1)) {
    const [, customer, amount] = /^"+([^"]+)"+,[\d-]{10},(\d+)"*$/.exec(line)!;
    spend.set(customer!, (spend.get(customer!) ?? 0) + Number(amount));
  }
  return [...spend.values()];
}

// Expected values: exact rational arithmetic in Python 3 (fractions.Fraction) over the same file.
describe("995 customers with spend of 464,158", () => {
  const spend = readSpend();
  const spread = concentration(spend)!;

  test("The total, the Gini coefficients and the index.", () => {
    expect(spread).toMatchObject({ customers: 995, total: 464_158 });
    expect(spread.gini).toBeCloseTo(0.28960329549886205, 15);
    expect(spread.giniCorrected).toBeCloseTo(0.28989464690278444, 15);
    expect(spread.hhi).toBeCloseTo(0.0012721851189538551, 17);
  });

  test("The share of the best 1, 5, 10, 20 and 50 %.", () => {
    const expected = [
      0.02552266685051211, 0.11048608447985385, 0.2007096721375049, 0.3562321450885259,
      0.7056950434981192,
    ];
    spread.topShares.forEach(({ value }, index) => {
      expect(value).toBeCloseTo(expected[index]!, 15);
    });
  });

  test("The customers who bring 50, 80 and 95 %.", () => {
    expect(spread.neededCustomers.map(({ count }) => count)).toEqual([308, 606, 834]);
  });

  test("ABC: ties at a threshold go up, so that A has 607 customers and not 606.", () => {
    expect(thresholdsByShare(spend)).toEqual([375, 230]);
    const customersOf = (ties: "together" | "rowOrder") =>
      tierSummary(tierByShare(spend, { ties }), spend).map(({ customers }) => customers);
    expect(customersOf("together")).toEqual([607, 228, 160]);
    expect(customersOf("rowOrder")).toEqual([606, 228, 161]);
  });
});
