import type { Locale, LocalizedText } from "../../core/locale.js";
import type { ReportSource } from "../options.js";
import type { OrderAnalysis } from "../types.js";
import type { Formats } from "./formats.js";
import type { Html } from "./html.js";

/** Everything a section needs to write itself in one language. */
export interface View {
  readonly locale: Locale;
  readonly formats: Formats;
  readonly analysis: OrderAnalysis;
  readonly source: ReportSource;
}

/** One part of the page. */
export interface Section {
  /** Its anchor, unique on the page: lower case letters and hyphens. */
  readonly id: string;
  readonly title: LocalizedText;
  /** The title in a word or two, for the contents. */
  readonly link: LocalizedText;
  render(view: View): Html;
}

/** An id that is unique on a page that holds every language. */
export function scopedId(view: View, id: string): string {
  return `${view.locale}-${id}`;
}
