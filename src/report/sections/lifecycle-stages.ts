import { columnChart } from "../charts/column-chart.js";
import { shareBar } from "../charts/share-bar.js";
import { type DataColumn, dataTable } from "../html/data-table.js";
import { figure, legend } from "../html/figure.js";
import { type Html, html } from "../html/html.js";
import type { View } from "../html/view.js";
import { commonTexts } from "../texts/common.js";
import { lifecycleTexts as texts } from "../texts/lifecycle.js";
import { trendTexts } from "../texts/trend.js";

/** Customers by stage, with what each stage means. */
export function stageTable({ locale, formats, analysis }: View, days: string): Html {
  const { lifecycle, figures } = analysis;
  const table = dataTable(
    texts.stagesTitle[locale],
    [
      { title: texts.stage[locale], cell: ({ label }) => label[locale] },
      {
        title: commonTexts.customers[locale],
        numeric: true,
        cell: ({ customers }) => {
          const share = customers / figures.customers;
          return html`${formats.count(customers)} <small>${formats.percent(share, 1)}</small>${shareBar(share)}`;
        },
      },
      {
        title: texts.change[locale](days),
        numeric: true,
        cell: ({ change }) => `${change > 0 ? "+" : ""}${formats.count(change)}`,
      },
      { title: texts.due[locale](days), numeric: true, cell: ({ due }) => formats.count(due) },
    ],
    lifecycle.stages,
  );
  const meanings = lifecycle.stages.map(
    ({ label, meaning }) => html`<div><dt>${label[locale]}</dt><dd>${meaning[locale]}</dd></div>`,
  );
  return html`<div class="card"><h3>${texts.stagesTitle[locale]}</h3><p class="note">${texts.dueNote[locale]}</p>${table}<dl class="methods">${meanings}</dl></div>`;
}

/** More columns than this cannot be told apart. */
const MOST_PERIODS = 120;

/** Customers by stage at the end of each period. */
export function stageMixChart(view: View): Html {
  const { locale, formats, analysis } = view;
  const { trend, lifecycle } = analysis;
  const { stages } = lifecycle;
  const first = Math.max(0, trend.periods.length - MOST_PERIODS);
  const shown = trend.periods.slice(first).map(({ from }, index) => ({
    label: formats.shortPeriod(from, trend.grain),
    name: formats.period(from, trend.grain),
    parts: stages.map(({ mix }) => mix[first + index] as number),
  }));
  const series = stages.map(({ label }) => label[locale]);
  const now = stages.map(({ label, customers }) =>
    texts.stageCount[locale](label[locale], formats.count(customers)),
  );
  type Period = (typeof shown)[number];
  return figure(view, {
    title: texts.mixTitle[locale],
    note: texts.mixNote[locale],
    chart: html`${legend(series, "stage")}${columnChart({
      label: texts.mixLabel[locale](
        shown[0]?.name ?? "",
        shown.at(-1)?.name ?? "",
        now.join(texts.separator[locale]),
      ),
      series,
      palette: "stage",
      columns: shown,
      kind: "count",
      formatTick: formats.shortCount,
      formatValue: formats.count,
    })}`,
    table: dataTable(
      texts.mixTitle[locale],
      [
        {
          title: trendTexts.period[locale],
          cell: ({ name }) => html`<span class="whole">${name}</span>`,
        },
        ...series.map(
          (title, part): DataColumn<Period> => ({
            title,
            numeric: true,
            cell: ({ parts }) => formats.count(parts[part] as number),
          }),
        ),
      ],
      shown,
    ),
  });
}

/** The flow between the stages in the last days. */
export function stageMoves({ locale, formats, analysis }: View, days: string): Html {
  const { stages, moves } = analysis.lifecycle;
  const label = (stage: number | undefined): string =>
    stage === undefined ? texts.firstPurchase[locale] : stages[stage]!.label[locale];
  const title = texts.movesTitle[locale](days);
  const content =
    moves.length === 0
      ? html`<p class="note">${texts.noMoves[locale]}</p>`
      : html`<p class="note">${texts.movesNote[locale]}</p>${dataTable(
          title,
          [
            { title: texts.from[locale], cell: ({ from }) => label(from) },
            { title: texts.to[locale], cell: ({ to }) => label(to) },
            {
              title: texts.moves[locale],
              numeric: true,
              cell: (each) => formats.count(each.moves),
            },
          ],
          moves,
        )}`;
  return html`<div class="card"><h3>${title}</h3>${content}</div>`;
}
