import type { TrackingPeriod } from "../../clv/index.js";
import { forecastChart } from "../charts/forecast-chart.js";
import { dataTable } from "../html/data-table.js";
import { figure, legend } from "../html/figure.js";
import { type Html, html } from "../html/html.js";
import type { View } from "../html/view.js";
import { forecastTexts as texts } from "../texts/forecast.js";
import { trendTexts } from "../texts/trend.js";
import type { Rehearsal } from "../value-types.js";

type Measure = (period: TrackingPeriod) => number;

/** Expected beside actual purchases: period by period, and added up. */
export function rehearsalCharts(view: View, rehearsal: Rehearsal): Html {
  const { locale } = view;
  const each = texts.eachTitle[locale](rehearsal.grain);
  const added = texts.sumTitle[locale];
  return html`<div class="grid">
${tracking(
  view,
  rehearsal,
  each,
  ({ actual }) => actual,
  ({ expected }) => expected,
)}
${tracking(
  view,
  rehearsal,
  added,
  ({ cumulativeActual }) => cumulativeActual,
  ({ cumulativeExpected }) => cumulativeExpected,
)}
</div>`;
}

function tracking(
  view: View,
  { grain, periods }: Rehearsal,
  title: string,
  actual: Measure,
  expected: Measure,
): Html {
  const { locale, formats } = view;
  const series = [texts.actual[locale], texts.expected[locale]] as const;
  const judged = periods.filter(({ isHoldout }) => isHoldout);
  const sum = (measure: Measure): string =>
    formats.count(judged.reduce((total, period) => total + measure(period), 0));
  const name = ({ from }: TrackingPeriod): string => formats.period(from, grain);
  return figure(view, {
    title,
    note: texts.note[locale],
    chart: html`${legend(series)}${forecastChart({
      label: texts.label[locale](
        title,
        sum((period) => period.actual),
        sum((period) => period.expected),
      ),
      series,
      points: periods.map((period) => ({
        label: formats.shortPeriod(period.from, grain),
        name: name(period),
        actual: actual(period),
        expected: expected(period),
      })),
      known: periods.length - judged.length,
      boundaryText: texts.boundary[locale],
      formatTick: formats.shortCount,
      formatValue: formats.count,
    })}`,
    table: dataTable(
      title,
      [
        {
          title: trendTexts.period[locale],
          cell: (period) => html`<span class="whole">${name(period)}</span>`,
        },
        { title: series[0], numeric: true, cell: (period) => formats.count(actual(period)) },
        { title: series[1], numeric: true, cell: (period) => formats.count(expected(period)) },
      ],
      periods,
    ),
  });
}
