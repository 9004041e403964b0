import { type Html, html } from "./html.js";
import { definedTerm } from "./tooltip.js";
import type { View } from "./view.js";

/** One key figure with its definition; it stands in a `dl`. */
export function figureCard(
  view: View,
  figure: {
    /** Unique on one language's page. */
    readonly id: string;
    readonly term: string;
    readonly definition: string;
    readonly value: string;
    readonly note?: string | undefined;
  },
): Html {
  const { id, term, definition, value, note } = figure;
  return html`<div class="card figure"><dt>${definedTerm(view, id, term, definition)}</dt><dd class="amount">${value}</dd>${note !== undefined && html`<dd class="note">${note}</dd>`}</div>`;
}
