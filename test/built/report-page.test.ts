import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderReport } from "../../src/report/render-report.js";
import { analyzeCdnow } from "../report/analyze-cdnow.js";
import { CHROMIUM_ARGUMENTS, findChromium } from "./browser/find-chromium.js";
import { CUT_OFF, DOUBLE_IDS, FOCUS, LOW_CONTRAST, UNNAMED } from "./browser/page-probes.js";

const executablePath = findChromium();
const OUT = resolve("out/screenshots");
const PHONE = { width: 375, height: 812 };
const DESK = { width: 1280, height: 900 };

describe.skipIf(executablePath === undefined)("the page for CDNOW in Chromium", () => {
  let browser: Browser;
  let page: Page;
  let address: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    mkdirSync(OUT, { recursive: true });
    const file = resolve(OUT, "report.html");
    const { analysis, reading } = await analyzeCdnow();
    const source = { name: "cdnow-orders.csv", reading };
    writeFileSync(file, renderReport(analysis, { source }));
    address = pathToFileURL(file).href;
    browser = await chromium.launch({
      executablePath: executablePath as string,
      args: [...CHROMIUM_ARGUMENTS],
    });
    page = await browser.newPage({ viewport: DESK, colorScheme: "light" });
    page.on("console", (message) =>
      complaints.push(`console ${message.type()}: ${message.text()}`),
    );
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    page.on("request", (request) => {
      if (request.url() !== address) complaints.push(`request: ${request.url().slice(0, 100)}`);
    });
    await page.goto(address);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
  });

  const shown = (selector: string): Locator => page.locator(`.edition:not([hidden]) ${selector}`);
  const column = (index: number): Promise<string[]> =>
    shown(`[data-section=attention] .sortable tbody tr > :nth-child(${index})`).allTextContents();

  test("names the facts of CDNOW", async () => {
    const summary = await shown("[data-section=summary]").textContent();
    expect(summary).toContain("23,570\u{A0}customers placed 69,659\u{A0}orders worth $2,500,316");
  });

  test("sorts the table by mouse, and says so to a screen reader", async () => {
    const heading = shown("[data-section=attention] .sortable th").filter({ hasText: "Orders" });
    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    const descending = (await column(4)).map(Number);
    expect(descending).toEqual([...descending].sort((a, b) => b - a));
    expect(new Set(descending).size).toBeGreaterThan(5);

    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    const ascending = (await column(4)).map(Number);
    expect(ascending).toEqual([...ascending].sort((a, b) => a - b));
    expect(await shown("[data-section=attention] .sortable th[aria-sort=none]").count()).toBe(7);
  });

  test("sorts the table by keyboard", async () => {
    await shown("[data-section=attention] .sortable th").first().getByRole("button").focus();
    await page.keyboard.press("Enter");
    const ids = await column(1);
    expect(ids).toEqual([...ids].sort());
  });

  test.each([
    ["attention", "customers-to-look-at-first.csv", "customer_id,segment,spend,", 8],
    ["risk", "value-at-risk.csv", "customer_id,segment,value_at_risk_52w,", 9],
    ["lifecycle", "about-to-leave-their-stage.csv", "customer_id,stage,next_stage,due_date,", 8],
  ])("gives the list of the section %s as a CSV file", async (section, name, start, columns) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      shown(`[data-section=${section}] [data-download]`).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    const csv = readFileSync(await download.path(), "utf8");
    expect(csv.startsWith(`\u{FEFF}${start}`)).toBe(true);
    const lines = csv.trimEnd().split("\r\n");
    const rows = await shown(`[data-section=${section}] .sortable tbody tr`).count();
    expect(lines).toHaveLength(rows + 1);
    expect(new Set(lines.map((line) => line.split(",").length))).toEqual(new Set([columns]));
  });

  test("shows a definition on hover, on focus and on touch, and hides it on Escape", async () => {
    const info = shown(".info").first();
    const tip = shown(".tip").first();
    expect(await tip.isVisible()).toBe(false);
    await info.hover();
    expect(await tip.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await tip.isVisible()).toBe(false);
    await page.mouse.move(0, 0);
    await info.focus();
    expect(await tip.isVisible()).toBe(true);
    await info.evaluate((button: { blur(): void }) => button.blur());
    expect(await tip.isVisible()).toBe(false);
    await info.dispatchEvent("click");
    expect(await info.getAttribute("aria-expanded")).toBe("true");
    expect(await tip.isVisible()).toBe(true);
    await page.mouse.click(2, 2);
    expect(await tip.isVisible()).toBe(false);
  });

  test("switches the language at the place where the reader is", async () => {
    await shown("[data-section=retention]").scrollIntoViewIfNeeded();
    await shown("[data-language]").evaluate((button: { click(): void }) => button.click());
    expect(await page.title()).toBe("客户分析报告");
    expect(await page.evaluate("document.documentElement.lang")).toBe("zh-CN");
    expect(await page.locator(".edition:visible").count()).toBe(1);
    expect(await shown("h1").textContent()).toBe("客户分析报告");
    const focused = await page.evaluate("document.activeElement.dataset.language");
    expect(focused).toBe("en");
    await shown("[data-language]").evaluate((button: { click(): void }) => button.click());
    expect(await page.title()).toBe("Customer report");
  });

  test("switches between light and dark", async () => {
    const ground = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const toggle = shown("[data-theme-toggle]");
    const light = await ground();
    expect(await toggle.getAttribute("aria-pressed")).toBe("false");
    await toggle.click();
    expect(await toggle.getAttribute("aria-pressed")).toBe("true");
    const dark = await ground();
    expect(dark).not.toBe(light);
    await toggle.click();
    expect(await ground()).toBe(light);

    await page.emulateMedia({ colorScheme: "dark" });
    expect(await ground()).toBe(light); // the reader's choice stays
    await page.emulateMedia({ colorScheme: "light" });
  });

  test("can be walked through by keyboard, with the focus in sight", async () => {
    await page.reload();
    const stops: string[] = [];
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press("Tab");
      stops.push(await page.evaluate<string>(FOCUS));
    }
    expect(stops[0]).toBe("A visible outlined");
    expect(new Set(stops)).toEqual(new Set(["A visible outlined", "BUTTON visible outlined"]));
  });

  test("names every drawing, region and button, and steps through the headings", async () => {
    expect(await page.evaluate(UNNAMED)).toEqual([]);
    const levels = await shown("h1, h2, h3, h4").evaluateAll((headings) =>
      headings.map((heading) => Number((heading as { tagName: string }).tagName[1])),
    );
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      if (index > 0) expect(level - (levels[index - 1] as number)).toBeLessThanOrEqual(1);
    });
    expect(await page.evaluate(DOUBLE_IDS)).toEqual([]);
  });

  test.each(["light", "dark"] as const)(
    "can be read: contrast of every text, %s",
    async (scheme) => {
      const other = await browser.newPage({ viewport: DESK, colorScheme: scheme });
      await other.goto(address);
      await other.evaluate(
        "document.querySelectorAll('details').forEach((one) => { one.open = true })",
      );
      expect(await other.evaluate(LOW_CONTRAST)).toEqual([]);
      await other.close();
    },
  );

  test.each([
    ["phone", "en", "light", PHONE],
    ["phone", "zh-CN", "dark", PHONE],
    ["desk", "en", "dark", DESK],
    ["desk", "zh-CN", "light", DESK],
  ] as const)(
    "fits a %s, %s, %s",
    async (name, language, colorScheme, viewport) => {
      const other = await browser.newPage({ viewport, colorScheme });
      await other.goto(address);
      if (language !== "en") {
        await other.locator(`[data-language="${language}"]:visible`).click();
      }
      await other.evaluate(
        "document.querySelectorAll('details').forEach((one) => { one.open = true })",
      );
      expect(await other.evaluate("document.documentElement.scrollWidth")).toBe(viewport.width);
      expect(await other.evaluate(CUT_OFF)).toEqual([]);
      await other.evaluate(
        "document.querySelectorAll('details').forEach((one) => { one.open = false })",
      );
      const path = resolve(OUT, `${name}-${language}-${colorScheme}.png`);
      await other.screenshot({ path, fullPage: true, timeout: 120_000 });
      await other.close();
    },
    150_000,
  );

  test("can be read without scripts, in the language asked for", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: DESK });
    const plain = await context.newPage();
    await plain.goto(address);
    expect(await plain.locator("h1:visible").textContent()).toBe("Customer report");
    expect(await plain.locator("button:visible:not(.info, .sort)").count()).toBe(0);
    await context.close();
  });

  test("complained about nothing and asked the network for nothing", () => {
    expect(complaints).toEqual([]);
  });
});
