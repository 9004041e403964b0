import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { describe, expect, test } from "vitest";
import { analyzeCdnow } from "../report/analyze-cdnow.js";
import { CHROMIUM_ARGUMENTS, findChromium } from "./browser/find-chromium.js";
import { serveFiles } from "./browser/serve-files.js";

const executablePath = findChromium();

/** Runs in the page: the built modules alone, on orders that the page fetched. */
const SCORE_CDNOW = `(async () => {
  const { readTransactions } = await import("/dist/transactions/read-transactions.js");
  const { analyzeOrders } = await import("/dist/report/analyze-orders.js");
  const { renderReport } = await import("/dist/report/render-report.js");
  const file = await (await fetch("/examples/data/cdnow-orders.csv")).arrayBuffer();
  const { log } = await readTransactions(new Uint8Array(file), { defaultCurrency: "USD" });
  const analysis = analyzeOrders(log, { asOf: "1998-06-30" });
  return {
    figures: analysis.figures,
    tiers: analysis.tiers,
    cuts: analysis.rfm.cuts,
    segments: analysis.rfm.segments.map(({ segment, customers }) => [segment.id, customers]),
    recencyScore: [...analysis.customers.recencyScore],
    frequencyScore: [...analysis.customers.frequencyScore],
    monetaryScore: [...analysis.customers.monetaryScore],
    isPage: renderReport(analysis).startsWith("<!doctype html>"),
  };
})()`;

describe.skipIf(executablePath === undefined)("the built modules in Chromium", () => {
  test("score CDNOW as they do in Node", async () => {
    expect(existsSync("dist/report/index.js"), "dist is missing: run npm run build").toBe(true);
    const files = await serveFiles();
    const browser = await chromium.launch({
      executablePath: executablePath as string,
      args: [...CHROMIUM_ARGUMENTS],
    });
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(files.origin)) complaints.push(request.url());
      });
      await page.goto(files.origin);
      const inPage = await page.evaluate(SCORE_CDNOW);
      const { analysis } = await analyzeCdnow();
      expect(inPage).toEqual({
        figures: analysis.figures,
        tiers: analysis.tiers,
        cuts: analysis.rfm.cuts,
        segments: analysis.rfm.segments.map(({ segment, customers }) => [segment.id, customers]),
        recencyScore: [...analysis.customers.recencyScore],
        frequencyScore: [...analysis.customers.frequencyScore],
        monetaryScore: [...analysis.customers.monetaryScore],
        isPage: true,
      });
      expect(analysis.figures.customers).toBe(23_570);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      files.close();
    }
  });
});
