import { commonTexts } from "../texts/common.js";
import { type Html, html } from "./html.js";
import type { View } from "./view.js";

/** A chart in a card: heading, one sentence, the drawing, and its numbers as a table to open. */
export function figure(
  view: View,
  parts: {
    readonly title: string;
    readonly note?: Html | string | undefined;
    readonly chart: Html;
    readonly table: Html;
  },
): Html {
  return html`<figure class="card">
<figcaption><h3>${parts.title}</h3>${parts.note !== undefined && html`<p class="note">${parts.note}</p>`}</figcaption>
${parts.chart}
<details class="numbers"><summary>${commonTexts.showNumbers[view.locale]}</summary>${parts.table}</details>
</figure>`;
}

/** Names the colours of a chart with several series. */
export function legend(names: readonly string[], palette: "series" | "stage" = "series"): Html {
  return html`<ul class="legend">${names.map(
    (name, index) =>
      html`<li><svg class="key" aria-hidden="true" role="presentation"><rect class="${palette}-${index + 1}" width="100%" height="100%" rx="2"/></svg>${name}</li>`,
  )}</ul>`;
}
