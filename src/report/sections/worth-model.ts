import { type Html, html } from "../html/html.js";
import { joinSentences } from "../html/join-sentences.js";
import type { View } from "../html/view.js";
import {
  independenceTexts,
  modelAssumptions,
  modelNames,
  worthTexts as texts,
} from "../texts/worth.js";
import type { ExpectedValue } from "../value-types.js";

/** Which models the figures come from, how they were chosen, and what they take for granted. */
export function modelCard(view: View, worth: ExpectedValue): Html {
  const { locale } = view;
  const sentences = [purchases(view, worth), amounts(view, worth), meaning(view, worth)];
  return html`<div class="card"><h3>${texts.modelTitle[locale]}</h3>${sentences.map(
    (sentence) => html`<p class="note">${sentence}</p>`,
  )}</div>`;
}

function purchases({ locale, formats, analysis }: View, { model }: ExpectedValue): string {
  const [best, ...others] = model.candidates;
  const differences = others.map(({ kind, aic }) =>
    texts.difference[locale](modelNames[kind], formats.count(aic - (best?.aic ?? aic))),
  );
  const sampled = model.fittedCustomers < analysis.figures.customers;
  return joinSentences(locale, [
    texts.chosen[locale](modelNames[model.kind], differences.join(texts.separator[locale])),
    modelAssumptions[model.kind][locale],
    sampled && texts.sampled[locale](formats.count(model.fittedCustomers)),
  ]);
}

function amounts({ locale, formats }: View, { spend }: ExpectedValue): string {
  const mean = formats.money(spend.meanSpend);
  return joinSentences(locale, [
    spend.method === "gammaGamma" ? texts.gammaGamma[locale](mean) : texts.meanSpend[locale](mean),
    spend.independence !== undefined && independenceTexts[spend.independence][locale],
  ]);
}

function meaning({ locale, formats }: View, { rule }: ExpectedValue): string {
  return joinSentences(locale, [
    rule.margin === 1
      ? texts.revenue[locale]
      : texts.profit[locale](formats.percent(rule.margin, 1)),
    texts.discount[locale](formats.percent(rule.annualDiscountRate, 1)),
  ]);
}
