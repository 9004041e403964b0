import type { TrendPeriod } from "../../transactions/types.js";
import { type Html, html } from "../html/html.js";
import { type Section, scopedId, type View } from "../html/view.js";
import { commonTexts } from "../texts/common.js";
import { summaryTexts as texts } from "../texts/summary.js";

/** The findings in a few sentences, for a reader who reads nothing else. */
export const summarySection: Section = {
  id: "summary",
  title: texts.title,
  link: texts.link,
  render: (view) => html`<div class="card summary"><ul>
${[scope, concentration, topSegment, loyalty, lastPeriod, worth, attention].map((sentence) => {
  const text = sentence(view);
  return text && html`<li>${text}</li>`;
})}
</ul></div>`,
};

function scope({ locale, formats, analysis }: View): Html {
  const { figures, firstOrderDay: from, lastOrderDay: to } = analysis;
  return texts.scope[locale]({ ...figures, from, to }, formats);
}

/** The share nearest to the proverbial 20 % of customers. */
const PROVERBIAL_SHARE = 0.2;

function concentration({ locale, formats, analysis }: View): Html | undefined {
  const top = analysis.concentration?.topShares.find(
    (point) => point.customers === PROVERBIAL_SHARE,
  );
  if (top === undefined) return undefined;
  return texts.concentration[locale](formats.percent(top.customers), formats.percent(top.value));
}

function topSegment({ locale, formats, analysis }: View): Html | undefined {
  const [first, ...others] = analysis.rfm.segments;
  if (first === undefined) return undefined;
  const top = others.reduce((best, each) => (each.spend > best.spend ? each : best), first);
  if (top.spendShare === undefined) return undefined;
  return texts.segment[locale](
    top.segment.label[locale],
    formats.percent(top.customerShare),
    formats.percent(top.spendShare),
  );
}

function loyalty({ locale, formats, analysis }: View): Html {
  const { customers, repeatCustomers } = analysis.figures;
  const { medianDays } = analysis.interpurchase;
  return texts.loyalty[locale](
    formats.percent((customers - repeatCustomers) / customers),
    medianDays === undefined ? undefined : commonTexts.days[locale](medianDays, formats),
  );
}

function lastPeriod({ locale, formats, analysis }: View): Html | undefined {
  const { grain, periods } = analysis.trend;
  const index = periods.findLastIndex((period) => period.complete);
  const last = periods[index];
  if (last === undefined) return undefined;
  const change = relativeChange(periods[index - 1], last);
  return texts.lastPeriod[locale](
    formats.period(last.from, grain),
    formats.money(last.spend),
    change === undefined
      ? undefined
      : { share: formats.percent(Math.abs(change)), up: change >= 0 },
  );
}

/** A share makes no sense of nothing, of refunds, or of a part of a period. */
function relativeChange(before: TrendPeriod | undefined, last: TrendPeriod): number | undefined {
  if (before === undefined || !before.complete || before.spend <= 0) return undefined;
  return last.spend / before.spend - 1;
}

function worth(view: View): Html | undefined {
  const { locale, formats, analysis } = view;
  if (!analysis.value.ok) return undefined;
  const { rule, total } = analysis.value.value;
  return texts.worth[locale]({
    weeks: formats.count(rule.horizonWeeks),
    value: formats.money(total.expectedValue),
    alive: formats.count(total.alive),
    link: scopedId(view, "worth"),
  });
}

function attention(view: View): Html | undefined {
  const { customers, spend } = view.analysis.attention;
  if (customers === 0) return undefined;
  const link = scopedId(view, "attention");
  return texts.attention[view.locale](customers, view.formats.money(spend), link, view.formats);
}
