import { html } from "../html/html.js";
import type { Section } from "../html/view.js";
import { commonTexts } from "../texts/common.js";
import { lifecycleTexts as texts } from "../texts/lifecycle.js";
import { dueCard } from "./lifecycle-due.js";
import { stageMixChart, stageMoves, stageTable } from "./lifecycle-stages.js";

/** The lifecycle: where customers stand, how they got there, and who is about to leave. */
export const lifecycleSection: Section = {
  id: "lifecycle",
  title: texts.title,
  link: texts.link,
  render: (view) => {
    const { locale, formats, analysis } = view;
    const days = commonTexts.days[locale](analysis.lifecycle.rule.days, formats);
    return html`<p class="lead">${texts.lead[locale]}</p>${stageTable(view, days)}<div class="grid">${stageMixChart(view)}${stageMoves(view, days)}</div>${dueCard(view, days)}`;
  },
};
