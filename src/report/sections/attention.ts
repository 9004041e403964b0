import { formatIsoDate } from "../../core/epoch-day.js";
import { type Html, html } from "../html/html.js";
import { shorten } from "../html/shorten.js";
import { sortableTable } from "../html/sortable-table.js";
import type { Section, View } from "../html/view.js";
import { attentionTexts as texts } from "../texts/attention.js";
import { commonTexts } from "../texts/common.js";

/** The customers to look at first: a table to sort and to take along. */
export const attentionSection: Section = {
  id: "attention",
  title: texts.title,
  link: texts.link,
  render: (view) => {
    const { locale, analysis } = view;
    const { rule, listed } = analysis.attention;
    if (listed.length === 0) {
      return html`<p class="lead">${texts.lead[locale](rule)}</p><div class="card"><p class="note">${texts.none[locale]}</p></div>`;
    }
    return html`<p class="lead">${texts.lead[locale](rule)}</p><div class="card">${tools(view)}${table(view)}</div>`;
  },
};

function tools({ locale, formats, analysis }: View): Html {
  const { listed, customers } = analysis.attention;
  const shown =
    listed.length < customers
      ? texts.shown[locale](formats.count(listed.length), formats.count(customers))
      : commonTexts.customerCount[locale](customers, formats);
  return html`<div class="tools"><p class="note">${shown}</p><button type="button" class="button" data-download="${locale}-attention-csv" data-name="${texts.fileName[locale]}">${texts.download[locale]}</button></div>`;
}

function table({ locale, formats, analysis }: View): Html {
  const { customers, rfm, attention } = analysis;
  const spend = (row: number): number => customers.totalSpend[row] as number;
  const lastOrder = (row: number): string => formatIsoDate(customers.lastOrderDay[row] as number);
  const segment = (row: number): string =>
    rfm.segments[customers.segment[row] as number]?.segment.label[locale] ?? "";
  return sortableTable(
    texts.title[locale],
    texts.sortBy[locale],
    [
      {
        title: texts.customer[locale],
        key: ({ row }) => shorten(customers.customerIds[row] as string),
        cell: ({ row }) => html`<bdi>${shorten(customers.customerIds[row] as string)}</bdi>`,
      },
      {
        title: texts.segment[locale],
        key: ({ row }) => segment(row),
        cell: ({ row }) => segment(row),
      },
      {
        title: commonTexts.spend[locale],
        key: ({ row }) => spend(row),
        cell: ({ row }) => formats.money(spend(row)),
      },
      {
        title: commonTexts.orders[locale],
        key: ({ row }) => customers.orderCount[row] as number,
        cell: ({ row }) => formats.count(customers.orderCount[row] as number),
      },
      {
        title: texts.lastOrder[locale],
        key: ({ row }) => lastOrder(row),
        cell: ({ row }) => formats.day(lastOrder(row)),
      },
      {
        title: texts.silent[locale],
        key: ({ silentDays }) => silentDays,
        cell: ({ silentDays }) => formats.count(silentDays),
      },
      {
        title: texts.usualGap[locale],
        key: ({ usualGapDays }) => usualGapDays,
        cell: ({ usualGapDays }) => formats.count(usualGapDays),
      },
      {
        title: texts.overdue[locale],
        key: ({ silentDays, usualGapDays }) => silentDays / usualGapDays,
        cell: ({ silentDays, usualGapDays }) =>
          texts.times[locale](formats.decimal(silentDays / usualGapDays, 1)),
      },
    ],
    attention.listed,
    2,
  );
}
