import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { analyzeOrders } from "../../src/report/analyze-orders.js";
import { renderReport } from "../../src/report/render-report.js";
import type { OrderAnalysis } from "../../src/report/types.js";
import { transactionLog } from "../../src/transactions/transaction-log.js";
import { analyzeCdnow } from "./analyze-cdnow.js";

/** Each customer buys monthly, then falls silent long enough to be on the list. */
function lateCustomers(ids: readonly string[]): OrderAnalysis {
  const days = ["2026-01-05", "2026-02-05", "2026-03-05"];
  const rows = ids.flatMap((customerId) => days.map((at) => ({ customerId, at, amount: 10 })));
  return analyzeOrders(transactionLog(rows), { asOf: "2026-06-30" });
}

const HOSTILE = [
  "<script>alert(1)</script>",
  "</script><script>alert(2)</script>",
  '"><img src=x onerror=alert(3)>',
  "' autofocus onfocus='alert(4)",
  "__proto__",
  "constructor",
  "<!--",
  "&lt;b&gt;",
  "مرحبا\u{202E}abc",
  "👩‍👩‍👧‍👦",
  "lone \u{D800} half",
  "null\u0001byte",
  "x".repeat(5000),
];

/** What a reader of the page could see or hear: neither script nor style. */
function wordsOf(page: string): string {
  return page.replace(/<(script|style)[\s\S]*?<\/\1>/g, "");
}

/** What a figure that is none would print. */
const NONSENSE = /NaN|Infinity|undefined|\[object/;

describe("the page for CDNOW", () => {
  let page: string;
  beforeAll(async () => {
    const { analysis, reading } = await analyzeCdnow();
    page = renderReport(analysis, { source: { name: "cdnow-orders.csv", reading } });
  }, 60_000);

  test("is one small file", () => {
    expect(page.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
    expect(page.trimEnd().endsWith("</html>")).toBe(true);
    expect(page.length).toBeLessThan(450_000);
  });

  test("names nothing outside itself", () => {
    expect(page).not.toMatch(/https?:|url\(|@import|<link|<iframe|<img|src=|srcset=/);
  });

  test("lets only its own script and style take effect", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
    const hash = (tag: string) => {
      const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] as string;
      return createHash("sha256").update(content, "utf8").digest("base64");
    };
    expect(policy).toBe(
      `default-src &#39;none&#39;; style-src &#39;sha256-${hash("style")}&#39;; script-src &#39;sha256-${hash("script")}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
    );
    expect(page).not.toMatch(/ style="| on[a-z]+="/);
  });

  test("holds every section in both languages, the second hidden", () => {
    const editions = page.split('<div class="edition" ').slice(1);
    expect(editions.map((edition) => edition.slice(0, edition.indexOf(">")))).toEqual([
      'lang="en" data-title="Customer report"',
      'lang="zh-CN" data-title="客户分析报告" hidden',
    ]);
    const sections = editions.map((edition) =>
      [...edition.matchAll(/data-section="([a-z]+)"/g)].map(([, id]) => id),
    );
    expect(sections[0]).toEqual([
      "summary",
      "figures",
      "attention",
      "worth",
      "risk",
      "forecast",
      "lifecycle",
      "segments",
      "value",
      "retention",
      "trend",
      "rhythm",
      "quality",
      "methods",
    ]);
    expect(sections[1]).toEqual(sections[0]);
  });

  test("says in words what it found", () => {
    expect(page).toContain("<b>23,570\u{A0}customers</b> placed <b>69,659\u{A0}orders</b> worth");
    expect(page).toContain("The best <b>20%</b> of them bring <b>68%</b> of the spend.");
    expect(page).toContain("消费最高的 <b>20%</b> 客户贡献了 <b>68%</b> 的消费额。");
  });

  test("prints no figure that is none", () => {
    expect(NONSENSE.exec(wordsOf(page))).toBeNull();
  });
});

test("begins in the language asked for, under the title asked for", () => {
  const analysis = lateCustomers(["Ann"]);
  const page = renderReport(analysis, { locale: "zh", title: { en: "Shop & co", zh: "本店" } });
  expect(page).toContain('<html lang="zh-CN">');
  expect(page).toContain("<title>本店</title>");
  expect(page).toContain('lang="en" data-title="Shop &amp; co" hidden>');
  expect(renderReport(analysis, { title: "" })).toContain("<title>Customer report</title>");
});

test("shows hostile ids as text, shortened", () => {
  const page = renderReport(lateCustomers(HOSTILE), {
    title: "<script>alert(5)</script>",
    source: { name: "</title><script>alert(6)</script>.csv" },
  });
  expect(page.match(/<script/g)).toHaveLength(5); // two lists in two languages and the page's own script
  expect(page.match(/<\/script/g)).toHaveLength(5);
  expect(page).not.toContain("<img");
  expect(page).not.toContain("<!--");
  expect(page).toContain("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>");
  expect(page).toContain("<bdi>__proto__</bdi>");
  expect(page).toContain("<bdi>👩‍👩‍👧‍👦</bdi>");
  expect(page).toContain("<bdi>lone \u{FFFD} half</bdi>");
  expect(page).toContain(`<bdi>${"x".repeat(60)}…</bdi>`);
});

test("embeds the list as a file that reads back, whatever the ids", () => {
  const page = renderReport(lateCustomers(HOSTILE));
  const json = /id="en-attention-csv">([\s\S]*?)<\/script>/.exec(page)?.[1] as string;
  const csv: unknown = JSON.parse(json);
  expect(csv).toContain("</script><script>alert(2)</script>,");
  expect(csv).toContain('"""><img src=x onerror=alert(3)>",');
});

test("does not grow with the number of customers, nor with the length of their ids", () => {
  const ids = Array.from({ length: 30_000 }, (_, index) => `${"customer".repeat(80)}${index}`);
  const page = renderReport(lateCustomers(ids));
  expect(page).toContain("100 of 30,000 are listed.");
  expect(page.length).toBeLessThan(500_000);
});

test("draws the latest 120 periods of a log that has more", () => {
  const rows = ["2000-01-03", "2026-01-05"].map((at) => ({ customerId: "Ann", at, amount: 10 }));
  const analysis = analyzeOrders(transactionLog(rows), { asOf: "2026-01-05", grain: "week" });
  expect(analysis.trend.periods.length).toBeGreaterThan(1000);
  const page = renderReport(analysis);
  expect(page).toContain("The latest 120 periods are shown.");
  expect(page.length).toBeLessThan(1_500_000);
});

describe("tells small and odd logs without nonsense", () => {
  const row = (customerId: string, at: string, amount: number) => ({ customerId, at, amount });
  test.each([
    ["one order", [row("Ann", "2026-01-05", 10)]],
    ["free orders only", [row("Ann", "2026-01-05", 0), row("Bob", "2026-02-05", 0)]],
    ["more refunds than spend", [row("Ann", "2026-01-05", 10), row("Ann", "2026-02-05", -25)]],
    ["one customer with everything", [row("Ann", "2026-01-05", 1e9), row("Bob", "2026-02-05", 1)]],
    ["a century", [row("Ann", "1926-01-05", 10), row("Bob", "2026-02-05", 10)]],
  ])("%s", (_, rows) => {
    const page = renderReport(analyzeOrders(transactionLog(rows), { asOf: "2026-03-31" }));
    expect(NONSENSE.exec(wordsOf(page))).toBeNull();
    expect(page).toContain("</html>");
  });

  test("one customer, one order: singular", () => {
    const page = renderReport(
      analyzeOrders(transactionLog([row("Ann", "2026-01-05", 10)]), { asOf: "2026-03-31" }),
    );
    expect(page).toContain("<b>1\u{A0}customer</b> placed <b>1\u{A0}order</b> worth <b>10.00</b>");
  });
});

describe("refuses", () => {
  const analysis = lateCustomers(["Ann"]);
  test.each([
    [{ locale: "fr" }, /^options\.locale must be one of en, zh, got "fr"$/],
    [{ title: 7 }, /^options\.title must be a text, or one in each language, got 7$/],
    [{ title: { en: 7 } }, /^options\.title must be/],
    [{ heading: "x" }, /^options\.heading is not an option/],
  ])("options %j", (options, message) => {
    expect(() => renderReport(analysis, options as never)).toThrow(message);
  });

  test.each([undefined, null, 7, {}, []])("%j for an analysis", (wrong) => {
    expect(() => renderReport(wrong as never)).toThrow(/^analysis must be what analyzeOrders/);
  });
});
