import { columnChart } from "../charts/column-chart.js";
import { heatTable } from "../charts/heat-table.js";
import { dataTable } from "../html/data-table.js";
import { figure } from "../html/figure.js";
import { type Html, html } from "../html/html.js";
import type { View } from "../html/view.js";
import { commonTexts } from "../texts/common.js";
import { worthTexts as texts } from "../texts/worth.js";
import type { ExpectedValue, ValueRange } from "../value-types.js";

/** The probability to be still a customer, by silence and purchases. */
export function aliveHeat({ locale, formats }: View, { alive }: ExpectedValue): Html {
  const purchases = alive.purchases.map(wholeRange);
  return html`<div class="card"><h3>${texts.gridTitle[locale]}</h3><p class="note">${texts.gridNote[locale]}</p>${heatTable(
    {
      caption: texts.gridTitle[locale],
      headTitle: texts.corner[locale],
      cellTitles: purchases.map((range) => texts.purchasesHead[locale](range)),
      rows: alive.silentWeeks.map((weeks, row) => ({
        head: wholeRange(weeks),
        cells: purchases.map((range, column) => {
          const probability = alive.probability[row]?.[column];
          const customers = alive.customers[row]?.[column] ?? 0;
          return {
            value: probability,
            text: probability === undefined ? "" : formats.percent(probability),
            title: texts.gridCell[locale](
              wholeRange(weeks),
              texts.purchases[locale](range),
              formats.percent(probability),
              commonTexts.customerCount[locale](customers, formats),
            ),
          };
        }),
      })),
      maximum: 1,
      legend: texts.gridLegend[locale],
      formatValue: (share) => formats.percent(share),
    },
  )}</div>`;
}

/** `4–7` for the whole numbers from 4 to below 8. */
function wholeRange({ from, to }: ValueRange): string {
  if (to === undefined) return `${from}+`;
  return to - from === 1 ? `${from}` : `${from}–${to - 1}`;
}

/** How many customers are expected to bring how much. */
export function valueColumns(view: View, { histogram, total }: ExpectedValue): Html {
  const { locale, formats } = view;
  const most = histogram.reduce((best, bin) => (bin.customers > best.customers ? bin : best));
  return figure(view, {
    title: texts.histogramTitle[locale],
    note: texts.histogramNote[locale],
    chart: columnChart({
      label: texts.histogramLabel[locale](moneyRange(view, most)),
      series: [commonTexts.customers[locale]],
      columns: histogram.map((bin) => ({
        label: shortMoneyRange(view, bin),
        name: moneyRange(view, bin),
        parts: [bin.customers],
      })),
      kind: "count",
      formatTick: formats.shortCount,
      formatValue: formats.count,
    }),
    table: dataTable(
      texts.histogramTitle[locale],
      [
        { title: texts.valueRange[locale], cell: (bin) => moneyRange(view, bin) },
        {
          title: commonTexts.customers[locale],
          numeric: true,
          cell: (bin) => formats.count(bin.customers),
        },
        {
          title: texts.shareOfValue[locale],
          numeric: true,
          cell: (bin) => formats.percent(shareOf(bin.value, total.expectedValue), 1),
        },
      ],
      histogram,
    ),
  });
}

function shareOf(part: number, whole: number): number | undefined {
  return whole > 0 ? part / whole : undefined;
}

function moneyRange({ locale, formats }: View, { from, to }: ValueRange): string {
  if (to === undefined) return texts.from[locale](formats.money(from));
  if (from === 0) return texts.under[locale](formats.money(to));
  return `${formats.money(from)}–${formats.money(to)}`;
}

/** Where a bin begins: all that fits under a column. */
function shortMoneyRange({ formats }: View, { from, to }: ValueRange): string {
  if (from === 0 && to !== undefined) return `< ${formats.shortMoney(to)}`;
  return `${formats.shortMoney(from)}+`;
}
