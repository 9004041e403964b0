import { shareBar } from "../charts/share-bar.js";
import { dataTable } from "../html/data-table.js";
import { type Html, html } from "../html/html.js";
import type { View } from "../html/view.js";
import { retentionTexts } from "../texts/retention.js";
import { worthTexts as texts } from "../texts/worth.js";
import type { ExpectedValue, ValueGroup } from "../value-types.js";

/** Expected value by RFM segment, most first. */
export function segmentWorth(view: View, { segments, total }: ExpectedValue): Html {
  const { locale, analysis } = view;
  const groups = segments.map((group, index) => ({
    name: analysis.rfm.segments[index]?.segment.label[locale] ?? "",
    group,
  }));
  const filled = groups.filter(({ group }) => group.customers > 0);
  filled.sort((a, b) => b.group.expectedValue - a.group.expectedValue);
  return groupCard(view, texts.segmentTitle[locale], texts.segment[locale], filled, total);
}

/** More do not fit a screen. */
const MOST_COHORTS = 24;

/** Expected value by the period of the first purchase. */
export function cohortWorth(view: View, { cohorts, total }: ExpectedValue): Html {
  const { locale, formats, analysis } = view;
  const { retention } = analysis;
  const groups = cohorts.map((group, index) => ({
    name: formats.period(retention.cohorts[index] as string, retention.grain),
    group,
  }));
  const filled = groups.filter(({ group }) => group.customers > 0);
  const shown = filled.slice(-MOST_COHORTS);
  const cut = shown.length < filled.length && retentionTexts.cut[locale](shown.length);
  return groupCard(view, texts.cohortTitle[locale], texts.cohort[locale], shown, total, cut);
}

interface NamedGroup {
  readonly name: string;
  readonly group: ValueGroup;
}

function groupCard(
  { locale, formats }: View,
  title: string,
  headTitle: string,
  groups: readonly NamedGroup[],
  total: ValueGroup,
  cut?: string | false,
): Html {
  const table = dataTable(
    title,
    [
      { title: headTitle, cell: ({ name }) => html`<span class="whole">${name}</span>` },
      {
        title: texts.stillCustomers[locale],
        numeric: true,
        cell: ({ group }) => formats.percent(group.alive / group.customers),
      },
      {
        title: texts.valueRange[locale],
        numeric: true,
        cell: ({ group }) => {
          const share = total.expectedValue > 0 ? group.expectedValue / total.expectedValue : 0;
          return html`${formats.money(group.expectedValue)} <small>${formats.percent(share)}</small>${shareBar(share)}`;
        },
      },
      {
        title: texts.perHead[locale],
        numeric: true,
        cell: ({ group }) => formats.money(group.expectedValue / group.customers),
      },
    ],
    groups,
  );
  return html`<div class="card"><h3>${title}</h3><p class="note">${texts.groupNote[locale]}</p>${table}${cut && html`<p class="note">${cut}</p>`}</div>`;
}
