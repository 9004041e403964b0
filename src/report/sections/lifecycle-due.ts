import { formatIsoDate } from "../../core/epoch-day.js";
import { type Html, html } from "../html/html.js";
import { joinSentences } from "../html/join-sentences.js";
import { shorten } from "../html/shorten.js";
import { type SortableColumn, sortableTable } from "../html/sortable-table.js";
import type { View } from "../html/view.js";
import type { DueCustomer } from "../lifecycle-types.js";
import { attentionTexts } from "../texts/attention.js";
import { commonTexts } from "../texts/common.js";
import { lifecycleTexts as texts } from "../texts/lifecycle.js";
import type { ExpectedValue } from "../value-types.js";

/** The customers about to leave their stage: a table to sort and to take along. */
export function dueCard(view: View, days: string): Html {
  const { locale, analysis } = view;
  const content =
    analysis.lifecycle.due.listed.length === 0
      ? html`<p class="note">${texts.noneDue[locale]}</p>`
      : html`<p class="note">${texts.dueLead[locale](days)}</p>${tools(view)}${table(view)}`;
  return html`<div class="card"><h3>${texts.dueTitle[locale]}</h3>${content}</div>`;
}

function tools({ locale, formats, analysis }: View): Html {
  const { customers, worth, listed } = analysis.lifecycle.due;
  const count = commonTexts.customerCount[locale](customers, formats);
  const { value } = analysis;
  const all = value.ok
    ? texts.expected[locale](
        count,
        formats.money(worth),
        formats.count(value.value.rule.horizonWeeks),
      )
    : texts.spent[locale](count, formats.money(worth));
  const shown =
    listed.length < customers &&
    attentionTexts.shown[locale](formats.count(listed.length), formats.count(customers));
  return html`<div class="tools"><p class="note">${joinSentences(locale, [all, shown])}</p><button type="button" class="button" data-download="${locale}-due-csv" data-name="${texts.fileName[locale]}">${attentionTexts.download[locale]}</button></div>`;
}

function table(view: View): Html {
  const { locale, formats, analysis } = view;
  const { customers, lifecycle, value } = analysis;
  const label = (stage: number): string => lifecycle.stages[stage]!.label[locale];
  const id = (row: number): string => shorten(customers.customerIds[row] as string);
  const orders = (row: number): number => customers.orderCount[row] as number;
  const spend = (row: number): number => customers.totalSpend[row] as number;
  const columns: readonly SortableColumn<DueCustomer>[] = [
    {
      title: attentionTexts.customer[locale],
      key: ({ row }) => id(row),
      cell: ({ row }) => html`<bdi>${id(row)}</bdi>`,
    },
    {
      title: texts.now[locale],
      key: ({ stage }) => label(stage),
      cell: ({ stage }) => label(stage),
    },
    { title: texts.next[locale], key: ({ next }) => label(next), cell: ({ next }) => label(next) },
    day(view, texts.on[locale], ({ dueDay }) => dueDay),
    ...(value.ok ? [expectedColumn(view, value.value)] : []),
    {
      title: commonTexts.spend[locale],
      key: ({ row }) => spend(row),
      cell: ({ row }) => formats.money(spend(row)),
    },
    {
      title: commonTexts.orders[locale],
      key: ({ row }) => orders(row),
      cell: ({ row }) => formats.count(orders(row)),
    },
    day(view, attentionTexts.lastOrder[locale], ({ row }) => customers.lastOrderDay[row] as number),
  ];
  return sortableTable(
    texts.dueTitle[locale],
    attentionTexts.sortBy[locale],
    columns,
    lifecycle.due.listed,
    4,
  );
}

function expectedColumn(
  { locale, formats }: View,
  { rule, customers }: ExpectedValue,
): SortableColumn<DueCustomer> {
  const expected = (row: number): number => customers.expectedValue[row] as number;
  return {
    title: texts.worth[locale](formats.count(rule.horizonWeeks)),
    key: ({ row }) => Math.round(expected(row) * 1e4) / 1e4,
    cell: ({ row }) => formats.money(expected(row)),
  };
}

/** A column of local days, counted from 1970-01-01. */
function day(
  { formats }: View,
  title: string,
  dayOf: (customer: DueCustomer) => number,
): SortableColumn<DueCustomer> {
  return {
    title,
    key: (customer) => formatIsoDate(dayOf(customer)),
    cell: (customer) => formats.day(formatIsoDate(dayOf(customer))),
  };
}
