import { invalid } from "../core/errors.js";
import type { Locale } from "../core/locale.js";
import { withDefaults } from "../core/options.js";
import { checkAnalysis, checkLocale, checkSource, LOCALES } from "./check-input.js";
import { attentionCsv } from "./csv/attention-csv.js";
import { dueCsv } from "./csv/due-csv.js";
import { riskCsv } from "./csv/risk-csv.js";
import { createFormats } from "./html/formats.js";
import { html } from "./html/html.js";
import { jsonScript } from "./html/json-script.js";
import { type Edition, pageDocument } from "./html/page.js";
import { REPORT_DEFAULTS, type ReportOptions, type ReportOptionsInput } from "./options.js";
import { pageTexts } from "./texts/page.js";
import type { OrderAnalysis } from "./types.js";

/**
 * Writes an analysis as one HTML file that a manager understands without help: English and
 * Chinese, light and dark, for phone, desk and paper. The file loads nothing and sends nothing,
 * and its size does not grow with the number of customers.
 *
 * @param analysis - from `analyzeOrders`
 * @param options - the language shown first, the heading, and where the orders came from
 * @returns the file, to be written as UTF-8
 * @throws ClienteleError INVALID_ARGUMENT for an unknown locale, or for what is no analysis;
 *   UNKNOWN_OPTION
 * @example
 * writeFileSync("report.html", renderReport(analysis, { locale: "zh" }));
 */
export function renderReport(analysis: OrderAnalysis, options: ReportOptionsInput = {}): string {
  checkAnalysis(analysis);
  const settings = withDefaults(REPORT_DEFAULTS, options);
  checkLocale(settings.locale);
  checkSource(settings.source);
  const editions = LOCALES.map(
    (locale): Edition => ({
      title: titleIn(locale, settings.title),
      view: {
        locale,
        formats: createFormats(locale, analysis.currency, analysis.minorDigits),
        analysis,
        source: settings.source,
      },
    }),
  );
  const { value } = analysis;
  const data = LOCALES.map((locale) => [
    jsonScript(`${locale}-attention-csv`, attentionCsv(analysis, locale)),
    jsonScript(`${locale}-due-csv`, dueCsv(analysis, locale)),
    value.ok && jsonScript(`${locale}-risk-csv`, riskCsv(analysis, value.value, locale)),
  ]);
  const title = titleIn(settings.locale, settings.title);
  return pageDocument(editions, settings.locale, title, html`${data}`).markup;
}

/** A blank heading counts as none. */
function titleIn(locale: Locale, title: ReportOptions["title"]): string {
  const given = typeof title === "object" ? title?.[locale] : title;
  if (given === undefined) return pageTexts.title[locale];
  if (typeof given !== "string") {
    throw invalid("options.title", "a text, or one in each language", title);
  }
  return given.trim() === "" ? pageTexts.title[locale] : given;
}
