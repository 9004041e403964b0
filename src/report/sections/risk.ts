import { formatIsoDate } from "../../core/epoch-day.js";
import { type Html, html } from "../html/html.js";
import { joinSentences } from "../html/join-sentences.js";
import { shorten } from "../html/shorten.js";
import { type SortableColumn, sortableTable } from "../html/sortable-table.js";
import type { Section, View } from "../html/view.js";
import { attentionTexts } from "../texts/attention.js";
import { commonTexts } from "../texts/common.js";
import { riskTexts as texts } from "../texts/risk.js";
import type { ExpectedValue, RiskCustomer } from "../value-types.js";

/** The customers with most value at risk: a table to sort and to take along. */
export const riskSection: Section = {
  id: "risk",
  title: texts.title,
  link: texts.link,
  render: (view) => {
    const { locale, formats, analysis } = view;
    if (!analysis.value.ok) return html`<p class="lead">${texts.noEstimate[locale]}</p>`;
    const { rule, risk } = analysis.value.value;
    const lead = texts.lead[locale](
      formats.count(rule.horizonWeeks),
      formats.percent(risk.aliveFrom),
      formats.percent(risk.aliveTo),
    );
    const content =
      risk.listed.length === 0
        ? html`<p class="note">${texts.none[locale]}</p>`
        : html`${tools(view, analysis.value.value)}${table(view, analysis.value.value)}`;
    return html`<p class="lead">${lead}</p><div class="card">${content}</div>`;
  },
};

function tools({ locale, formats }: View, { risk }: ExpectedValue): Html {
  const { customers, listed, value } = risk;
  const all = texts.all[locale](
    commonTexts.customerCount[locale](customers, formats),
    formats.money(value),
  );
  const shown =
    listed.length < customers &&
    attentionTexts.shown[locale](formats.count(listed.length), formats.count(customers));
  const note = joinSentences(locale, [all, shown]);
  return html`<div class="tools"><p class="note">${note}</p><button type="button" class="button" data-download="${locale}-risk-csv" data-name="${texts.fileName[locale]}">${attentionTexts.download[locale]}</button></div>`;
}

function table(view: View, { risk, customers: valued }: ExpectedValue): Html {
  const { locale, formats, analysis } = view;
  const { customers, rfm } = analysis;
  const segment = (row: number): string =>
    rfm.segments[customers.segment[row] as number]?.segment.label[locale] ?? "";
  const lastOrder = (row: number): string => formatIsoDate(customers.lastOrderDay[row] as number);
  const id = (row: number): string => shorten(customers.customerIds[row] as string);
  return sortableTable(
    texts.title[locale],
    attentionTexts.sortBy[locale],
    [
      {
        title: attentionTexts.customer[locale],
        key: ({ row }) => id(row),
        cell: ({ row }) => html`<bdi>${id(row)}</bdi>`,
      },
      {
        title: attentionTexts.segment[locale],
        key: ({ row }) => segment(row),
        cell: ({ row }) => segment(row),
      },
      amount(texts.atRisk[locale], ({ valueAtRisk }) => valueAtRisk, formats.money),
      amount(texts.ifAlive[locale], ({ valueIfAlive }) => valueIfAlive, formats.money),
      amount(
        texts.alive[locale],
        ({ row }) => valued.probabilityAlive[row] as number,
        formats.percent,
      ),
      amount(
        commonTexts.spend[locale],
        ({ row }) => customers.totalSpend[row] as number,
        formats.money,
      ),
      amount(
        commonTexts.orders[locale],
        ({ row }) => customers.orderCount[row] as number,
        formats.count,
      ),
      {
        title: attentionTexts.lastOrder[locale],
        key: ({ row }) => lastOrder(row),
        cell: ({ row }) => formats.day(lastOrder(row)),
      },
    ],
    risk.listed,
    2,
  );
}

/** A column of numbers: sorted by what is printed, to four figures more than a reader can see. */
function amount(
  title: string,
  value: (customer: RiskCustomer) => number,
  format: (value: number) => string,
): SortableColumn<RiskCustomer> {
  return {
    title,
    key: (customer) => Math.round(value(customer) * 1e4) / 1e4,
    cell: (customer) => format(value(customer)),
  };
}
