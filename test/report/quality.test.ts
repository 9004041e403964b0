import { expect, test } from "vitest";
import { analyzeOrders } from "../../src/report/analyze-orders.js";
import { renderReport } from "../../src/report/render-report.js";
import { readTransactions } from "../../src/transactions/read-transactions.js";

const MESSY = `customer_id,order_id,refund_of,date,amount
Ann,1,,2026-01-05,100
Ann,1,,2026-01-05,20
Ann,2,,2026-01-05,30
Ann,3,,2026-02-05,40
Ann,4,3,2026-02-07,-40
Bob,5,,2026-02-20,20
Bob,,,2026-02-21,-5
Bob,6,,someday,20
,7,,2026-02-21,20
Cy,8,,2026-12-31,10
`;

/** The lines of the two cards: `[sign, count]`, read off the English page. */
function linesOf(page: string, title: string): readonly (readonly [string, number])[] {
  const table = page.split(`<h3>${title}</h3>`)[1]?.split("</table>")[0] ?? "";
  const rows = /<th scope="row">([^<]+)<\/th><td class="number">([\d,]+)<\/td>/g;
  return [...table.matchAll(rows)].map(([, what, count]) => [
    what?.[0] as string,
    Number(count?.replaceAll(",", "")),
  ]);
}

/** Takes off what is taken off, and compares wherever a line begins with an equals sign. */
function checkSums(lines: readonly (readonly [string, number])[]): void {
  let rest = lines[0]?.[1] ?? Number.NaN;
  for (const [sign, count] of lines.slice(1)) {
    if (sign === "−") rest -= count;
    if (sign === "=") expect(count).toBe(rest);
  }
}

test("accounts for every row on the page: what is taken off leaves what is counted", async () => {
  const { log, audit } = await readTransactions(new TextEncoder().encode(MESSY), {
    tolerance: 1,
    order: "order_id",
    refundOf: "refund_of",
  });
  const page = renderReport(analyzeOrders(log, { asOf: "2026-06-30" }), {
    source: { reading: audit },
  });
  const rows = linesOf(page, "From rows to orders");
  const orders = linesOf(page, "From orders to purchases");
  expect(rows.map(([, count]) => count)).toEqual([10, 2, 1, 7]);
  expect(orders[0]?.[1]).toBe(7);
  expect(rows.filter(([sign]) => sign === "=")).toHaveLength(1);
  expect(orders.filter(([sign]) => sign === "=")).toHaveLength(2);
  checkSums(rows);
  checkSums(orders);
  expect(page).toContain("2 of the rows (20%) could not be read and are not in this report.");
  expect(page).toContain('<th scope="row">the date cannot be read</th><td class="number">1</td>');
  expect(page).toContain("日期无法识别");
});
