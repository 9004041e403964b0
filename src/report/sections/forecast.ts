import { html } from "../html/html.js";
import type { Section } from "../html/view.js";
import { forecastTexts as texts } from "../texts/forecast.js";
import { rehearsalCharts } from "./forecast-charts.js";
import { modelCard } from "./forecast-model.js";
import { rehearsalOutcome } from "./forecast-outcome.js";

/** How good the forecast is: a rehearsal on what is known, and which models it rests on. */
export const forecastSection: Section = {
  id: "forecast",
  title: texts.title,
  link: texts.link,
  render: (view) => {
    const { locale, analysis } = view;
    if (!analysis.value.ok) {
      return html`<div class="card"><p class="note">${texts.noEstimate[locale]}</p></div>`;
    }
    const worth = analysis.value.value;
    const { rehearsal, kind } = worth.model;
    if (rehearsal === undefined) {
      return html`<p class="lead">${texts.noRehearsal[locale]}</p>${modelCard(view, worth)}`;
    }
    return html`<p class="lead">${texts.lead[locale]}</p>
${rehearsalOutcome(view, rehearsal, kind)}
${rehearsalCharts(view, rehearsal)}
${modelCard(view, worth)}`;
  },
};
