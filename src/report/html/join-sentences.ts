import type { Locale } from "../../core/locale.js";

/** Sentences one after the other: English puts a space between them, Chinese does not. */
export function joinSentences(locale: Locale, sentences: readonly (string | false)[]): string {
  return sentences.filter((sentence) => sentence !== false).join(locale === "zh" ? "" : " ");
}
