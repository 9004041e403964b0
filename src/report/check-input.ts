import { checkOneOf } from "../core/column.js";
import { invalid } from "../core/errors.js";
import type { Locale } from "../core/locale.js";
import type { ReportSource } from "./options.js";
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

/** @throws ClienteleError INVALID_ARGUMENT for a source that a page cannot name */
export function checkSource(source: ReportSource): void {
  if (typeof source !== "object" || source === null) {
    throw invalid("options.source", "an object with name and reading", source);
  }
  const { name, reading } = source;
  if (name !== undefined && typeof name !== "string") {
    throw invalid("options.source.name", "a text", name);
  }
  if (reading !== undefined && typeof reading?.rejectedByReason !== "object") {
    throw invalid("options.source.reading", "the audit of readTransactions", reading);
  }
}
