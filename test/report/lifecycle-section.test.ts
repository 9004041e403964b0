import { describe, expect, test } from "vitest";
import { analyzeOrders } from "../../src/report/analyze-orders.js";
import { dueCsv } from "../../src/report/csv/due-csv.js";
import { createFormats } from "../../src/report/html/formats.js";
import { lifecycleSection } from "../../src/report/sections/lifecycle.js";
import type { OrderAnalysis } from "../../src/report/types.js";
import { transactionLog } from "../../src/transactions/transaction-log.js";

/** One purchase each, 45 days to be late: Ann is due on 16 July, Bob is lost. */
const analysis = analyzeOrders(
  transactionLog(
    [
      { customerId: "=Ann", at: "2026-06-01", amount: 10 },
      { customerId: "Bob", at: "2025-01-01", amount: 20 },
    ],
    { currency: "USD" },
  ),
  { asOf: "2026-06-30", grain: "year" },
);

function sectionOf(given: OrderAnalysis, locale: "en" | "zh" = "en"): string {
  const formats = createFormats(locale, given.currency, given.minorDigits);
  return lifecycleSection.render({ locale, formats, analysis: given, source: {} }).markup;
}

/** The words of each row of the table with a caption. */
function rowsOf(markup: string, caption: string): string[] {
  const table = markup.split("<table").find((part) => part.includes(`>${caption}</caption>`));
  return [...table!.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
    row!
      .replace(/<[^>]+>/g, "|")
      .replace(/\|+/g, "|")
      .replace(/^\||\|$/g, ""),
  );
}

describe("the section on the lifecycle", () => {
  test("shows where customers stand, and what it means", () => {
    const markup = sectionOf(analysis);
    const rows = rowsOf(markup, "Where customers stand");
    expect(rows).toEqual([
      "Stage|Customers|Change in 30\u{A0}days|Leaving within 30\u{A0}days",
      "New customer|1 |50%|+1|1",
      "Regular customer|0 |0%|0|0",
      "Late|0 |0%|0|0",
      "Dormant|0 |0%|0|0",
      "Lost|1 |50%|0|0",
    ]);
    expect(markup).toContain(
      "<dt>New customer</dt><dd>Bought once. The next order is not overdue.</dd>",
    );
  });

  test("shows the stages over time, and the moves of the last days", () => {
    const markup = sectionOf(analysis);
    expect(markup).toContain(
      'aria-label="Customers by stage from 2025 to 2026. At the end: New customer 1, Regular customer 0, Late 0, Dormant 0, Lost 1"',
    );
    expect(rowsOf(markup, "Stages over time").slice(1)).toEqual([
      "2025|0|0|0|0|1",
      "2026|1|0|0|0|1",
    ]);
    expect(rowsOf(markup, "Moves of the last 30\u{A0}days")).toEqual([
      "From|To|Moves",
      "First purchase|New customer|1",
    ]);
  });

  test("lists who is about to leave, with the spend where no value is expected", () => {
    const markup = sectionOf(analysis);
    expect(markup).toContain("1\u{A0}customer, who have spent $10.00.");
    expect(rowsOf(markup, "About to leave their stage")).toEqual([
      "Customer|Stage now|Becomes|On|Spend|Orders|Last order",
      "=Ann|New customer|Late|Jul 16, 2026|$10.00|1|Jun 1, 2026",
    ]);
    expect(markup).toMatch(/aria-sort="descending"><button[^>]*>Spend</);
  });

  test("speaks Chinese", () => {
    const markup = sectionOf(analysis, "zh");
    expect(rowsOf(markup, "即将离开当前阶段的客户")[1]).toBe(
      "=Ann|新客户|逾期未购|2026年7月16日|$10.00|1|2026年6月1日",
    );
    expect(rowsOf(markup, "最近 30\u{A0}天的阶段变动")[1]).toBe("首次购买|新客户|1");
  });

  test("says so where nobody moves", () => {
    const { lifecycle } = analysis;
    const due = { customers: 0, worth: 0, listed: [] };
    const markup = sectionOf({ ...analysis, lifecycle: { ...lifecycle, moves: [], due } });
    expect(markup).toContain("No customer changed stage.");
    expect(markup).toContain("No customer is about to leave a stage by time alone.");
    expect(markup).not.toContain("data-download");
  });
});

test("the list is a CSV file that no table program runs", () => {
  expect(dueCsv(analysis, "en").split("\r\n")).toEqual([
    "customer_id,stage,next_stage,due_date,expected_value_52w,spend,orders,last_order",
    "'=Ann,New customer,Late,2026-07-16,,10.00,1,2026-06-01",
    "",
  ]);
});
