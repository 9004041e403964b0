import type { InterpurchaseTimes } from "../../transactions/types.js";
import { columnChart } from "../charts/column-chart.js";
import { dataTable } from "../html/data-table.js";
import { figure } from "../html/figure.js";
import { type Html, html } from "../html/html.js";
import type { Section, View } from "../html/view.js";
import { commonTexts } from "../texts/common.js";
import { rhythmTexts as texts } from "../texts/rhythm.js";

/** Interpurchase times: how long customers wait until they buy again. */
export const rhythmSection: Section = {
  id: "rhythm",
  title: texts.title,
  link: texts.link,
  render: (view) => {
    const { locale, formats, analysis } = view;
    const { count } = analysis.interpurchase;
    if (count === 0) return html`<p class="lead">${texts.none[locale]}</p>`;
    return html`<p class="lead">${texts.lead[locale](formats.count(count))}</p><div class="grid">${histogram(view)}${quantiles(view)}</div>`;
  },
};

type Bin = InterpurchaseTimes["histogram"][number];

function histogram(view: View): Html {
  const { locale, formats, analysis } = view;
  const { histogram, count, medianDays } = analysis.interpurchase;
  const median = commonTexts.days[locale](medianDays ?? 0, formats);
  return figure(view, {
    title: texts.histogramTitle[locale],
    note: texts.histogramNote[locale],
    chart: columnChart({
      label: texts.label[locale](median),
      series: [texts.gaps[locale]],
      columns: histogram.map((bin) => ({
        label: shortRange(bin),
        name: range(view, bin),
        parts: [bin.count],
      })),
      kind: "count",
      formatTick: formats.shortCount,
      formatValue: formats.count,
    }),
    table: dataTable(
      texts.histogramTitle[locale],
      [
        { title: texts.gap[locale], cell: (bin) => range(view, bin) },
        { title: texts.gaps[locale], numeric: true, cell: (bin) => formats.count(bin.count) },
        {
          title: texts.share[locale],
          numeric: true,
          cell: (bin) => formats.percent(bin.count / count, 1),
        },
      ],
      histogram,
    ),
  });
}

function quantiles({ locale, formats, analysis }: View): Html {
  const table = dataTable(
    texts.quantileTitle[locale],
    [
      { title: texts.share[locale], cell: ({ probability }) => formats.percent(probability) },
      {
        title: texts.within[locale],
        numeric: true,
        cell: ({ days }) => commonTexts.days[locale](days, formats),
      },
    ],
    analysis.interpurchase.quantiles,
  );
  return html`<div class="card"><h3>${texts.quantileTitle[locale]}</h3><p class="note">${texts.quantileNote[locale]}</p>${table}</div>`;
}

/** The last whole day of a half-open bin. */
function lastDay(bin: Bin): number {
  return Math.ceil(bin.toDays) - 1;
}

function shortRange(bin: Bin): string {
  if (bin.toDays === Infinity) return `${bin.fromDays}+`;
  if (bin.fromDays === 0) return `< ${bin.toDays}`;
  return lastDay(bin) === bin.fromDays ? `${bin.fromDays}` : `${bin.fromDays}–${lastDay(bin)}`;
}

function range({ locale, formats }: View, bin: Bin): string {
  if (bin.toDays === Infinity) return texts.over[locale](formats.count(bin.fromDays));
  if (bin.fromDays === 0) return texts.under[locale](formats.count(bin.toDays));
  if (lastDay(bin) === bin.fromDays) return commonTexts.days[locale](bin.fromDays, formats);
  return texts.range[locale](formats.count(bin.fromDays), formats.count(lastDay(bin)));
}
