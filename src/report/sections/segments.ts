import type { SegmentSummary } from "../../rfm/types.js";
import { heatTable } from "../charts/heat-table.js";
import { shareBar } from "../charts/share-bar.js";
import { type Html, html } from "../html/html.js";
import type { Section, View } from "../html/view.js";
import { commonTexts } from "../texts/common.js";
import { segmentTexts as texts } from "../texts/segments.js";
import { scoreRanges } from "./score-ranges.js";

/** RFM: the grid, what the scores stand for, and each segment with its advice. */
export const segmentsSection: Section = {
  id: "segments",
  title: texts.title,
  link: texts.link,
  render: (view) =>
    html`<p class="lead">${texts.lead[view.locale]}</p><div class="grid">${grid(view)}${scoreRanges(view)}</div>${list(view)}`,
};

function grid({ locale, formats, analysis }: View): Html {
  const { bins, grid } = analysis.rfm;
  const scores = (count: number): number[] =>
    Array.from({ length: count }, (_, index) => index + 1);
  return html`<div class="card"><h3>${texts.gridTitle[locale]}</h3><p class="note">${texts.gridNote[locale]}</p>${heatTable(
    {
      caption: texts.gridTitle[locale],
      headTitle: texts.corner[locale],
      cellTitles: scores(bins.frequency).map((score) => `F${score}`),
      rows: scores(bins.recency)
        .reverse()
        .map((recency) => ({
          head: `R${recency}`,
          cells: scores(bins.frequency).map((frequency) => {
            const customers = grid.customers[recency - 1]?.[frequency - 1] ?? 0;
            const spend = grid.spend[recency - 1]?.[frequency - 1] ?? 0;
            return {
              value: customers === 0 ? undefined : customers,
              text: formats.count(customers),
              ...(customers > 0 && { detail: formats.shortMoney(spend / customers) }),
              title: texts.cell[locale](
                recency,
                frequency,
                commonTexts.customerCount[locale](customers, formats),
                formats.money(spend),
              ),
            };
          }),
        })),
      legend: commonTexts.customers[locale],
      formatValue: formats.count,
    },
  )}</div>`;
}

function list(view: View): Html {
  const { locale, analysis } = view;
  const { segments } = analysis.rfm;
  const filled = segments.filter((summary) => summary.customers > 0);
  const unused = segments.filter((summary) => summary.customers === 0);
  const labels = unused.map((summary) => summary.segment.label[locale]);
  return html`<div class="card"><h3>${texts.listTitle[locale]}</h3><ol class="segments">${filled.map((summary) => item(view, summary))}</ol>${
    labels.length > 0 &&
    html`<p class="note">${texts.unused[locale](labels.join(texts.separator[locale]))}</p>`
  }</div>`;
}

function item({ locale, formats }: View, summary: SegmentSummary): Html {
  const { segment, customers, customerShare, spend, spendShare } = summary;
  const measure = (name: string, amount: string, share: number | undefined): Html =>
    html`<div><dt>${name}</dt><dd><b>${amount}</b> ${share !== undefined && html`<small>${formats.percent(share, 1)}</small>${shareBar(share)}`}</dd></div>`;
  return html`<li><div class="segment-text"><h4>${segment.label[locale]}</h4><p>${segment.meaning[locale]}</p><p class="action">${segment.action[locale]}</p></div><dl class="measures">${measure(commonTexts.customers[locale], formats.count(customers), customerShare)}${measure(commonTexts.spend[locale], formats.money(spend), spendShare)}</dl></li>`;
}
