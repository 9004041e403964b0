import type { RetentionTable } from "../../transactions/types.js";
import { type HeatRow, heatTable } from "../charts/heat-table.js";
import { type Html, html } from "../html/html.js";
import type { Section, View } from "../html/view.js";
import { commonTexts } from "../texts/common.js";
import { retentionTexts as texts } from "../texts/retention.js";

/** Cohort retention: which share of each month's newcomers bought again, and when. */
export const retentionSection: Section = {
  id: "retention",
  title: texts.title,
  link: texts.link,
  render: (view) => {
    const { retention } = view.analysis;
    const { locale } = view;
    return html`<p class="lead">${texts.lead[locale](retention.grain)}</p><div class="card"><h3>${texts.cardTitle[locale]}</h3>${
      retention.overall.length < 2 ? html`<p class="note">${texts.empty[locale]}</p>` : table(view)
    }</div>`;
  },
};

/** More do not fit a screen, and older ones say little about today. */
const MOST_COHORTS = 24;
const MOST_AGES = 24;

function table(view: View): Html {
  const { locale, formats, analysis } = view;
  const { retention } = analysis;
  const filled = retention.cohorts
    .map((from, index) => ({ from, index, customers: retention.customers[index] ?? 0 }))
    .filter((cohort) => cohort.customers > 0);
  const shown = filled.slice(-MOST_COHORTS);
  const ages = Math.min(retention.overall.length, MOST_AGES + 1);
  const row = (
    name: string,
    customers: number,
    rates: readonly (number | undefined)[],
  ): HeatRow => ({
    head: name,
    detail: commonTexts.customerCount[locale](customers, formats),
    cells: Array.from({ length: ages - 1 }, (_, index) =>
      cell(view, name, index + 1, rates[index + 1]),
    ),
  });
  const everybody = filled.reduce((sum, cohort) => sum + cohort.customers, 0);
  return html`${heatTable({
    caption: texts.cardTitle[locale],
    headTitle: texts.cohort[locale],
    cellTitles: Array.from({ length: ages - 1 }, (_, index) => `+${index + 1}`),
    rows: [
      row(texts.overall[locale], everybody, retention.overall),
      ...shown.map(({ from, index, customers }) =>
        row(formats.period(from, retention.grain), customers, retention.rate[index] ?? []),
      ),
    ],
    maximum: strongestShare(
      shown.map(({ index }) => index),
      retention,
    ),
    legend: texts.legend[locale],
    formatValue: (share) => formats.percent(share),
  })}${shown.length < filled.length && html`<p class="note">${texts.cut[locale](shown.length)}</p>`}`;
}

/** Cohorts of fewer customers reach extremes by chance, and would take the colour from the others. */
const FEWEST_FOR_COLOR = 20;

function strongestShare(
  cohorts: readonly number[],
  { customers, rate }: RetentionTable,
): number | undefined {
  const large = cohorts.filter((cohort) => (customers[cohort] ?? 0) >= FEWEST_FOR_COLOR);
  const shares = large.flatMap((cohort) => rate[cohort]?.slice(1) ?? []);
  const known = shares.filter((share) => share !== undefined && share > 0) as number[];
  return known.length === 0 ? undefined : Math.max(...known);
}

function cell(
  view: View,
  cohort: string,
  age: number,
  rate: number | undefined,
): HeatRow["cells"][number] {
  const { locale, formats } = view;
  const share = rate === undefined ? texts.notYet[locale] : formats.percent(rate, 1);
  return {
    value: rate,
    text: rate === undefined ? "" : formats.percent(rate),
    title: texts.cell[locale](cohort, `+${age}`, share),
  };
}
