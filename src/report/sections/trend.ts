import type { TrendPeriod } from "../../transactions/types.js";
import { columnChart } from "../charts/column-chart.js";
import { lineChart } from "../charts/line-chart.js";
import type { MeasureKind } from "../charts/scales.js";
import { type DataColumn, dataTable } from "../html/data-table.js";
import { figure, legend } from "../html/figure.js";
import { type Html, html } from "../html/html.js";
import type { Section, View } from "../html/view.js";
import { commonTexts } from "../texts/common.js";
import { trendTexts as texts } from "../texts/trend.js";

/** Orders and spend over time, new customers against returning ones. */
export const trendSection: Section = {
  id: "trend",
  title: texts.title,
  link: texts.link,
  render: (view) => {
    const { locale, formats, analysis } = view;
    const { grain, periods } = analysis.trend;
    const cut = periods.length > MOST_PERIODS && texts.cut[locale](MOST_PERIODS);
    const money: NumberFormats = { kind: "amount", tick: formats.shortMoney, value: formats.money };
    const count: NumberFormats = { kind: "count", tick: formats.shortCount, value: formats.count };
    return html`<p class="lead">${texts.lead[locale](grain)}${cut && ` ${cut}`}</p><div class="grid">
${line(view, texts.spendTitle[locale], money, (period) => period.spend)}
${line(view, texts.ordersTitle[locale], count, (period) => period.orders)}
${stack(view, texts.customersTitle[locale], count, (period) => [period.newCustomers, period.returningCustomers])}
${stack(view, texts.mixTitle[locale], money, (period) => [period.spend - period.returningSpend, period.returningSpend])}
</div>`;
  },
};

/** More columns than this cannot be told apart. */
const MOST_PERIODS = 120;

function shownPeriods({ analysis }: View): readonly TrendPeriod[] {
  return analysis.trend.periods.slice(-MOST_PERIODS);
}

interface NumberFormats {
  readonly kind: MeasureKind;
  readonly tick: (value: number) => string;
  readonly value: (value: number) => string;
}

type Measure<T> = (period: TrendPeriod) => T;

function line(view: View, title: string, numbers: NumberFormats, measure: Measure<number>): Html {
  const { grain } = view.analysis.trend;
  const periods = shownPeriods(view);
  return figure(view, {
    title,
    chart: lineChart({
      label: label(view, title, numbers, measure),
      points: periods.map((period) => ({
        label: view.formats.shortPeriod(period.from, grain),
        name: periodName(view, period),
        value: measure(period),
        partial: !period.complete,
      })),
      kind: numbers.kind,
      formatTick: numbers.tick,
      formatValue: numbers.value,
    }),
    table: dataTable(
      title,
      [
        periodColumn(view),
        { title, numeric: true, cell: (period) => numbers.value(measure(period)) },
      ],
      periods,
    ),
  });
}

function stack(
  view: View,
  title: string,
  numbers: NumberFormats,
  measure: Measure<readonly [fresh: number, returning: number]>,
): Html {
  const { locale, formats, analysis } = view;
  const { grain } = analysis.trend;
  const periods = shownPeriods(view);
  const series = [commonTexts.newCustomers[locale], commonTexts.returningCustomers[locale]];
  const total: Measure<number> = (period) => measure(period)[0] + measure(period)[1];
  return figure(view, {
    title,
    note: texts.mixNote[locale],
    chart: html`${legend(series)}${columnChart({
      label: label(view, title, numbers, total),
      series,
      columns: periods.map((period) => ({
        label: formats.shortPeriod(period.from, grain),
        name: periodName(view, period),
        parts: measure(period),
        partial: !period.complete,
      })),
      kind: numbers.kind,
      formatTick: numbers.tick,
      formatValue: numbers.value,
    })}`,
    table: dataTable(
      title,
      [
        periodColumn(view),
        ...series.map(
          (name, part): DataColumn<TrendPeriod> => ({
            title: name,
            numeric: true,
            cell: (period) => numbers.value(measure(period)[part] as number),
          }),
        ),
        {
          title: texts.returningShare[locale],
          numeric: true,
          cell: (period) =>
            total(period) > 0 ? formats.percent(measure(period)[1] / total(period)) : "–",
        },
      ],
      periods,
    ),
  });
}

function periodColumn(view: View): DataColumn<TrendPeriod> {
  return {
    title: texts.period[view.locale],
    cell: (period) => html`<span class="whole">${periodName(view, period)}</span>`,
  };
}

function periodName({ locale, formats, analysis }: View, period: TrendPeriod): string {
  const name = formats.period(period.from, analysis.trend.grain);
  return period.complete ? name : `${name} (${texts.partial[locale]})`;
}

function label(
  view: View,
  title: string,
  numbers: NumberFormats,
  measure: Measure<number>,
): string {
  const { grain } = view.analysis.trend;
  const periods = shownPeriods(view);
  const values = periods.map(measure);
  const name = (period: TrendPeriod | undefined): string =>
    period === undefined ? "" : view.formats.period(period.from, grain);
  return texts.chartLabel[view.locale](
    title,
    name(periods[0]),
    name(periods.at(-1)),
    numbers.value(Math.min(...values)),
    numbers.value(Math.max(...values)),
  );
}
