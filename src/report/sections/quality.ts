import type { LocalizedText } from "../../core/locale.js";
import type { ReadAudit } from "../../transactions/reading/read-audit.js";
import { dataTable } from "../html/data-table.js";
import { type Html, html } from "../html/html.js";
import type { Section, View } from "../html/view.js";
import { qualityTexts as texts } from "../texts/quality.js";
import { rejectReasonTexts } from "../texts/reject-reasons.js";

/** What became of every row and every order: the counts add up. */
export const qualitySection: Section = {
  id: "quality",
  title: texts.title,
  link: texts.link,
  render: (view) => {
    const { reading } = view.source;
    return html`<p class="lead">${texts.lead[view.locale]}</p><div class="grid">${reading !== undefined && readingCard(view, reading)}${logCard(view)}</div>`;
  },
};

/** `rare` lines are left out when they count nothing. */
type Line = readonly [what: LocalizedText, count: number, kind?: "rare"];

function readingCard(view: View, reading: ReadAudit): Html {
  const { locale, formats } = view;
  const verdict =
    reading.rejected === 0
      ? texts.good[locale]
      : texts.some[locale](
          formats.count(reading.rejected),
          formats.percent(reading.rejected / reading.rows, 2),
        );
  const reasons = Object.entries(reading.rejectedByReason).map(
    ([reason, rows]): Line => [rejectReasonTexts[reason as keyof typeof rejectReasonTexts], rows],
  );
  return html`<div class="card"><h3>${texts.readingTitle[locale]}</h3><p class="note">${verdict}</p>${counts(
    view,
    texts.readingTitle,
    [
      [texts.rows, reading.rows],
      [texts.rejected, reading.rejected],
      [texts.mergedLines, reading.mergedOrderLines, "rare"],
      [texts.emptyRefunds, reading.emptyRefunds, "rare"],
      [texts.entries, reading.orders],
      [texts.rounded, reading.roundedAmounts, "rare"],
      [texts.converted, reading.convertedAmounts, "rare"],
    ],
  )}${reasons.length > 0 && html`<h4>${texts.reasons[locale]}</h4>${counts(view, texts.reasons, reasons)}`}</div>`;
}

function logCard(view: View): Html {
  const { audit } = view.analysis;
  return html`<div class="card"><h3>${texts.logTitle[view.locale]}</h3>${counts(
    view,
    texts.logTitle,
    [
      [texts.inLog, audit.orders],
      [texts.afterAsOf, audit.afterAsOf, "rare"],
      [texts.refundsNetted, audit.refundsNetted, "rare"],
      [texts.refundsIgnored, audit.refundsIgnored, "rare"],
      [texts.cancelled, audit.cancelledOrders, "rare"],
      [texts.purchases, audit.purchases],
      [texts.mergedSameDay, audit.mergedSameDay],
      [texts.purchaseDays, audit.purchases - audit.mergedSameDay],
      [texts.withoutPurchase, audit.customersWithoutPurchase, "rare"],
    ],
  )}</div>`;
}

function counts({ locale, formats }: View, caption: LocalizedText, lines: readonly Line[]): Html {
  return dataTable(
    caption[locale],
    [
      { title: texts.what[locale], cell: ([what]: Line) => what[locale] },
      {
        title: texts.count[locale],
        numeric: true,
        cell: ([, count]: Line) => formats.count(count),
      },
    ],
    lines.filter(([, count, kind]) => kind !== "rare" || count > 0),
  );
}
