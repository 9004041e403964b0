import { figureCard } from "../html/figure-card.js";
import { type Html, html } from "../html/html.js";
import { type Section, scopedId, type View } from "../html/view.js";
import { modelNames } from "../texts/models.js";
import { refusalTexts, worthTexts as texts } from "../texts/worth.js";
import type { ExpectedValue } from "../value-types.js";
import { aliveHeat, valueColumns } from "./worth-charts.js";
import { cohortWorth, segmentWorth } from "./worth-groups.js";

/** What the customers are expected to be worth, or why nothing is said about it. */
export const worthSection: Section = {
  id: "worth",
  title: texts.title,
  link: texts.link,
  render: (view) => {
    const { locale, formats, analysis } = view;
    const { value } = analysis;
    if (!value.ok) {
      return html`<div class="card"><p class="note">${refusalTexts[value.code][locale]}</p></div>`;
    }
    const worth = value.value;
    return html`<p class="lead">${texts.lead[locale](formats.count(worth.rule.horizonWeeks))}</p>
${figures(view, worth)}
<div class="grid">${aliveHeat(view, worth)}${valueColumns(view, worth)}${segmentWorth(view, worth)}${cohortWorth(view, worth)}</div>
<p class="note">${texts.model[locale](modelNames[worth.model.kind])} <a href="#${scopedId(view, "forecast")}">${texts.modelLink[locale]}</a></p>`;
  },
};

/** The share of customers that the figures name: the proverbial 20 %. */
const NAMED_SHARE = 0.2;

function figures(view: View, { rule, total, concentration }: ExpectedValue): Html {
  const { locale, formats } = view;
  const within = texts.within[locale](formats.count(rule.horizonWeeks));
  const top = concentration?.topShares.find(({ customers }) => customers === NAMED_SHARE);
  return html`<dl class="figures">
${figureCard(view, {
  id: "expected-orders",
  term: texts.orders.term[locale],
  definition: texts.orders.definition[locale],
  value: formats.count(total.expectedOrders),
  note: within,
})}
${figureCard(view, {
  id: "expected-value",
  term: texts.value[rule.margin === 1 ? "revenue" : "profit"][locale],
  definition: texts.value.definition[locale](formats.percent(rule.annualDiscountRate, 1)),
  value: formats.money(total.expectedValue),
  note: within,
})}
${figureCard(view, {
  id: "still-customers",
  term: texts.alive.term[locale],
  definition: texts.alive.definition[locale],
  value: formats.count(total.alive),
  note: texts.ofAll[locale](formats.percent(total.alive / total.customers)),
})}
${figureCard(view, {
  id: "value-per-customer",
  term: texts.perCustomer.term[locale],
  definition: texts.perCustomer.definition[locale],
  value: formats.money(total.expectedValue / total.customers),
  note:
    top &&
    texts.perCustomer.top[locale](formats.percent(top.customers), formats.percent(top.value)),
})}
</dl>`;
}
