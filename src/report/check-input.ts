import { checkOneOf } from "../core/column.js";
import { invalid } from "../core/errors.js";
import type { Locale } from "../core/locale.js";
import type { OrderAnalysis } from "./types.js";

/** The languages of a report. */
export const LOCALES: readonly Locale[] = ["en", "zh"];

/** @throws ClienteleError INVALID_ARGUMENT for a language that a report does not speak */
export function checkLocale(locale: Locale): void {
  checkOneOf(locale, "options.locale", LOCALES);
}

/** @throws ClienteleError INVALID_ARGUMENT for what cannot be an analysis */
export function checkAnalysis(analysis: OrderAnalysis): void {
  if (typeof analysis?.figures?.customers === "number" && Array.isArray(analysis.tiers)) return;
  throw invalid("analysis", "what analyzeOrders returns", analysis);
}
