import { expect, test } from "vitest";
import { forecastText } from "../../src/cli/forecast-text.js";
import type { OrderAnalysis, Rehearsal } from "../../src/report/index.js";

/** An analysis whose model, NBD, forecast so many purchases where 200 came. */
function analysisWith(purchases: number | undefined): Pick<OrderAnalysis, "value"> {
  const rehearsal = {
    learntUntil: "2025-06-30",
    purchases: 200,
    forecasts: [{ kind: "nbd", purchases }],
  } as unknown as Rehearsal;
  return {
    value: {
      ok: true,
      value: {
        rule: { horizonWeeks: 52 },
        total: { expectedValue: 12_345.6 },
        model: { kind: "nbd", rehearsal: purchases === undefined ? undefined : rehearsal },
      },
    },
  } as unknown as Pick<OrderAnalysis, "value">;
}

test("names the value, the model and how far off it was", () => {
  expect(forecastText(analysisWith(150), " EUR", "en")).toEqual([
    "in the next 52 weeks they are expected to bring 12,346 EUR (NBD model)",
    "rehearsal: from the orders up to 2025-06-30 alone, it forecast 25% too few purchases",
  ]);
  expect(forecastText(analysisWith(250), "", "zh")).toEqual([
    "未来 52 周预计带来 12,346（NBD 模型）",
    "预演：只用截至 2025-06-30 的订单，购买次数的预测偏高 25%",
  ]);
});

test("calls a forecast right that is off by less than the figures show", () => {
  expect(forecastText(analysisWith(200.5), "", "en")[1]).toMatch(/the right number of purchases$/);
  expect(forecastText(analysisWith(200), "", "zh")[1]).toMatch(/预测准确$/);
});

test("is silent on what was not rehearsed, and where there is no forecast", () => {
  expect(forecastText(analysisWith(undefined), "", "en")).toHaveLength(1);
  const value = { ok: false, code: "FEW_CUSTOMERS", message: "", details: {} } as const;
  expect(forecastText({ value }, "", "en")).toEqual([]);
});
