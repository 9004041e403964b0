import { type Html, html } from "../html/html.js";
import type { View } from "../html/view.js";
import { commonTexts } from "../texts/common.js";
import { forecastTexts as texts } from "../texts/forecast.js";
import { modelNames } from "../texts/models.js";
import type { ForecastKind, Rehearsal } from "../value-types.js";

/** From here on the reader is told which way figures lean. */
const WORTH_A_WARNING = 0.05;

/** What the rehearsal came to, in two or three sentences. */
export function rehearsalOutcome(
  { locale, formats }: View,
  rehearsal: Rehearsal,
  kind: ForecastKind,
): Html {
  const { purchases, atOwnRate, forecasts } = rehearsal;
  const expected = forecasts.find((forecast) => forecast.kind === kind)?.purchases ?? purchases;
  const share = expected / purchases - 1;
  const deviation = (value: number) => {
    const off = value / purchases - 1;
    const text = formats.percent(Math.abs(off));
    const isRight = text === formats.percent(0);
    return { share: text, direction: isRight ? "none" : off < 0 ? "low" : "high" } as const;
  };
  const sentences = [
    texts.outcome[locale]({
      model: modelNames[kind],
      until: formats.day(rehearsal.learntUntil),
      weeks: formats.count(rehearsal.weeks),
      customers: commonTexts.customerCount[locale](rehearsal.customers, formats),
      expected: formats.count(expected),
      actual: formats.count(purchases),
      off: deviation(expected),
    }),
    texts.ownRate[locale](deviation(atOwnRate)),
    Math.abs(share) >= WORTH_A_WARNING && texts.advice[share < 0 ? "low" : "high"][locale],
  ];
  return html`<div class="card summary"><ul>${sentences.map(
    (sentence) => sentence && html`<li>${sentence}</li>`,
  )}</ul></div>`;
}
