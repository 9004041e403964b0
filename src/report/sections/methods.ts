import { type Html, html } from "../html/html.js";
import type { Section } from "../html/view.js";
import { commonTexts } from "../texts/common.js";
import { fixedDefinitions, methodTexts as texts } from "../texts/methods.js";

/** Methods and definitions: how every figure is made. */
export const methodsSection: Section = {
  id: "methods",
  title: texts.title,
  link: texts.link,
  render: ({ locale, formats, analysis }) => {
    const { asOf, zone, interpurchase, attention } = analysis;
    const typical = commonTexts.days[locale](interpurchase.medianDays ?? 0, formats);
    const entries: readonly (readonly [string, string])[] = [
      [texts.asOf.term[locale], texts.asOf.text[locale](formats.day(asOf), zone)],
      ...fixedDefinitions.map(([term, text]) => [term[locale], text[locale]] as const),
      [texts.gap.term[locale], texts.gap.text[locale](typical)],
      [texts.attention.term[locale], texts.attention.text[locale](attention.rule)],
      [texts.stage.term[locale], texts.stage.text[locale](typical)],
    ];
    return html`<p class="lead">${texts.lead[locale]}</p><dl class="card methods">${entries.map(entry)}</dl>`;
  },
};

function entry([term, text]: readonly [string, string]): Html {
  return html`<div><dt>${term}</dt><dd>${text}</dd></div>`;
}
