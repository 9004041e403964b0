import { type DataColumn, dataTable } from "../html/data-table.js";
import { type Html, html } from "../html/html.js";
import { joinSentences } from "../html/join-sentences.js";
import type { View } from "../html/view.js";
import {
  independenceTexts,
  modelAssumptions,
  modelNames,
  modelTexts as texts,
} from "../texts/models.js";
import type { ExpectedValue, ModelChoice, RehearsedForecast } from "../value-types.js";

/** Which models the figures come from, how they were chosen, and what they take for granted. */
export function modelCard(view: View, worth: ExpectedValue): Html {
  const { locale } = view;
  const sentences = [purchases(view, worth), amounts(view, worth), meaning(view, worth)];
  const isCompared = worth.model.candidates.length > 1 || worth.model.rehearsal !== undefined;
  return html`<div class="card"><h3>${texts.title[locale]}</h3>${sentences.map(
    (sentence) => html`<p class="note">${sentence}</p>`,
  )}${isCompared && comparison(view, worth.model)}</div>`;
}

function purchases({ locale, formats, analysis }: View, { model }: ExpectedValue): string {
  const reason = model.candidates.length === 1 ? "only" : model.chosenBy;
  const sampled = model.fittedCustomers < analysis.figures.customers;
  return joinSentences(locale, [
    texts.chosen[reason][locale](modelNames[model.kind]),
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

interface ComparedForecast {
  readonly name: string;
  readonly isInUse: boolean;
  /** AIC above the lowest; `undefined` for what is no model. */
  readonly aicDifference: number | undefined;
  /** Purchases in the rehearsal; `undefined` for a model that could not be fitted in it. */
  readonly forecast: (Partial<RehearsedForecast> & { readonly purchases: number }) | undefined;
}

function comparison(
  { locale, formats }: View,
  { kind: used, candidates, rehearsal, verdict }: ModelChoice,
): Html {
  const lowest = candidates[0]?.aic ?? 0;
  const models = candidates.map(
    ({ kind, aic }): ComparedForecast => ({
      name: modelNames[kind],
      isInUse: kind === used,
      aicDifference: aic - lowest,
      forecast: rehearsal?.forecasts.find((forecast) => forecast.kind === kind),
    }),
  );
  if (rehearsal !== undefined) {
    const error = ({ forecast }: ComparedForecast): number => forecast?.error ?? Infinity;
    models.sort((a, b) => Number(b.isInUse) - Number(a.isInUse) || error(a) - error(b));
  }
  const rows = rehearsal === undefined ? models : [...models, ownRate(locale, rehearsal.atOwnRate)];
  const percent = (off: number): string =>
    `${off > 0 ? "+" : off < 0 ? "−" : ""}${formats.percent(Math.abs(off))}`;
  const judged: DataColumn<ComparedForecast>[] =
    rehearsal === undefined
      ? []
      : [
          {
            title: texts.forecast[locale],
            numeric: true,
            cell: ({ forecast }) => (forecast ? formats.count(forecast.purchases) : "–"),
          },
          {
            title: texts.off[locale],
            numeric: true,
            cell: ({ forecast }) =>
              forecast ? percent(forecast.purchases / rehearsal.purchases - 1) : "–",
          },
          {
            title: texts.error[locale],
            numeric: true,
            cell: ({ forecast }) =>
              forecast?.error === undefined ? "–" : formats.fixed(forecast.error, 3),
          },
        ];
  return html`<h4>${texts.tableTitle[locale]}</h4>${dataTable(
    texts.tableTitle[locale],
    [
      {
        title: texts.model[locale],
        cell: ({ name, isInUse }) =>
          html`${name}${isInUse && html` <small class="badge">${texts.inUse[locale]}</small>`}`,
      },
      ...judged,
      {
        title: texts.fit[locale],
        numeric: true,
        cell: ({ aicDifference }) =>
          aicDifference === undefined ? "–" : formats.fixed(aicDifference, 1),
      },
    ],
    rows,
  )}<p class="note">${texts.tableNote[locale]}</p>${verdict && html`<p class="note">${texts.byFit[locale](verdict[locale])}</p>`}`;
}

function ownRate(locale: View["locale"], purchases: number): ComparedForecast {
  const name = texts.ownRate[locale];
  return { name, isInUse: false, aicDifference: undefined, forecast: { purchases } };
}
