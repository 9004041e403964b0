import type { Concentration, SharePoint } from "../../value/types.js";
import { lorenzChart } from "../charts/lorenz-chart.js";
import { shareBar } from "../charts/share-bar.js";
import { dataTable } from "../html/data-table.js";
import { figure } from "../html/figure.js";
import { type Html, html } from "../html/html.js";
import type { Section, View } from "../html/view.js";
import { commonTexts } from "../texts/common.js";
import { valueTexts as texts, tierActions } from "../texts/value.js";

/** Value concentration: the Lorenz curve and the ABC tiers. */
export const valueSection: Section = {
  id: "value",
  title: texts.title,
  link: texts.link,
  render: (view) =>
    html`<p class="lead">${texts.lead[view.locale]}</p><div class="grid">${view.analysis.concentration && curve(view, view.analysis.concentration)}${tiers(view)}</div>`,
};

/** The share of customers that the curve names: the proverbial 20 %. */
const NAMED_SHARE = 0.2;

function curve(view: View, { gini, topShares, curve }: Concentration): Html {
  const { locale, formats } = view;
  const say = (point: SharePoint): string =>
    texts.point[locale](formats.percent(point.customers), formats.percent(point.value));
  const named = topShares.filter((point) => point.customers === NAMED_SHARE);
  return figure(view, {
    title: texts.curveTitle[locale],
    note: texts.curveNote[locale](formats.decimal(gini)),
    chart: lorenzChart({
      label: texts.curveLabel[locale](named.map(say).join("; ")),
      curve,
      marks: named.map((point) => ({ ...point, text: say(point) })),
      evenText: texts.evenLine[locale],
      horizontalTitle: texts.customerAxis[locale],
      formatShare: (share) => formats.percent(share),
    }),
    table: dataTable(
      texts.curveTitle[locale],
      [
        { title: texts.bestCustomers[locale], cell: (point) => formats.percent(point.customers) },
        {
          title: commonTexts.shareOfSpend[locale],
          numeric: true,
          cell: (point) => formats.percent(point.value, 1),
        },
      ],
      topShares,
    ),
  });
}

function tiers({ locale, formats, analysis }: View): Html {
  const share = (amount: string, part: number | undefined): Html =>
    html`${amount} <small>${formats.percent(part)}</small>${part !== undefined && shareBar(part)}`;
  const table = dataTable(
    texts.tierTitle[locale],
    [
      { title: texts.tier[locale], cell: ({ tier }) => html`<span class="badge">${tier}</span>` },
      {
        title: commonTexts.customers[locale],
        numeric: true,
        cell: (tier) => share(formats.count(tier.customers), tier.customerShare),
      },
      {
        title: commonTexts.spend[locale],
        numeric: true,
        cell: (tier) => share(formats.money(tier.spend), tier.spendShare),
      },
      {
        title: texts.perCustomer[locale],
        numeric: true,
        cell: (tier) => (tier.customers === 0 ? "–" : formats.money(tier.spend / tier.customers)),
      },
    ],
    analysis.tiers,
  );
  const advice = analysis.tiers.map(
    ({ tier }) => html`<li><span class="badge">${tier}</span> ${tierActions[tier][locale]}</li>`,
  );
  return html`<div class="card"><h3>${texts.tierTitle[locale]}</h3><p class="note">${texts.tierNote[locale]}</p>${table}<h4>${texts.action[locale]}</h4><ul class="advice">${advice}</ul></div>`;
}
