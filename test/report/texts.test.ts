import { expect, test } from "vitest";
import { attentionTexts } from "../../src/report/texts/attention.js";
import { commonTexts } from "../../src/report/texts/common.js";
import { figureTexts } from "../../src/report/texts/figures.js";
import { forecastTexts } from "../../src/report/texts/forecast.js";
import { lifecycleTexts } from "../../src/report/texts/lifecycle.js";
import { fixedDefinitions, methodTexts } from "../../src/report/texts/methods.js";
import { independenceTexts, modelAssumptions, modelTexts } from "../../src/report/texts/models.js";
import { pageTexts } from "../../src/report/texts/page.js";
import { qualityTexts } from "../../src/report/texts/quality.js";
import { rejectReasonTexts } from "../../src/report/texts/reject-reasons.js";
import { retentionTexts } from "../../src/report/texts/retention.js";
import { rhythmTexts } from "../../src/report/texts/rhythm.js";
import { riskTexts } from "../../src/report/texts/risk.js";
import { segmentTexts } from "../../src/report/texts/segments.js";
import { summaryTexts } from "../../src/report/texts/summary.js";
import { trendTexts } from "../../src/report/texts/trend.js";
import { tierActions, valueTexts } from "../../src/report/texts/value.js";
import { refusalTexts, worthTexts } from "../../src/report/texts/worth.js";

const CATALOGS = {
  attentionTexts,
  commonTexts,
  figureTexts,
  forecastTexts,
  lifecycleTexts,
  independenceTexts,
  modelAssumptions,
  modelTexts,
  refusalTexts,
  riskTexts,
  worthTexts,
  fixedDefinitions,
  methodTexts,
  pageTexts,
  qualityTexts,
  rejectReasonTexts,
  retentionTexts,
  rhythmTexts,
  segmentTexts,
  summaryTexts,
  tierActions,
  trendTexts,
  valueTexts,
};

interface Pair {
  readonly path: string;
  readonly en: unknown;
  readonly zh: unknown;
}

/** All pairs of texts in a catalog, however deep. */
function pairsOf(node: unknown, path: string): Pair[] {
  if (typeof node !== "object" || node === null) throw new Error(`${path} is no pair of texts`);
  if ("en" in node || "zh" in node) {
    const { en, zh } = node as { en: unknown; zh: unknown };
    if (typeof en !== "object" || en === null) return [{ path, en, zh }];
    return Object.keys({ ...en, ...(zh as object) }).map((key) => ({
      path: `${path}.${key}`,
      en: (en as Record<string, unknown>)[key],
      zh: (zh as Record<string, unknown>)[key],
    }));
  }
  return Object.entries(node).flatMap(([key, value]) => pairsOf(value, `${path}.${key}`));
}

const PAIRS = Object.entries(CATALOGS).flatMap(([name, catalog]) => pairsOf(catalog, name));
/** Language-neutral by nature. */
const NEUTRAL = new Set([
  "attentionTexts.fileName",
  "lifecycleTexts.fileName",
  "lifecycleTexts.separator",
  "riskTexts.fileName",
  "segmentTexts.separator",
]);

test("finds the pairs", () => {
  expect(PAIRS.length).toBeGreaterThan(100);
});

test("every text is there in both languages, in the same form", () => {
  const unequal = PAIRS.filter(
    ({ en, zh }) => !["string", "function"].includes(typeof en) || typeof en !== typeof zh,
  );
  expect(unequal).toEqual([]);
});

const TEXT_PAIRS = PAIRS.filter(
  ({ path, en }) =>
    typeof en === "string" && !NEUTRAL.has(path) && path !== "pageTexts.otherLanguage",
) as readonly { path: string; en: string; zh: string }[];

test("Chinese texts are Chinese, and English ones are not", () => {
  const han = /\p{Script=Han}/u;
  expect(TEXT_PAIRS.filter(({ en, zh }) => !han.test(zh) || han.test(en) || en === "")).toEqual([]);
});

test("Chinese texts use Chinese punctuation", () => {
  const latin = /\p{Script=Han}[,;:.!?]|[,;:!?]\p{Script=Han}/u;
  expect(TEXT_PAIRS.filter(({ zh }) => latin.test(zh))).toEqual([]);
});
