import type { MeasureCuts } from "../../rfm/types.js";
import { type DataColumn, dataTable } from "../html/data-table.js";
import { type Html, html } from "../html/html.js";
import type { View } from "../html/view.js";
import { segmentTexts as texts } from "../texts/segments.js";

/** The table of what each score stands for, where every measure is cut once. */
export function scoreRanges({ locale, formats, analysis }: View): Html | undefined {
  const { cuts } = analysis.rfm;
  if (cuts.layout !== "flat") return undefined;
  const recency = rangesOf(cuts.recency, 1, formats.count).reverse();
  const frequency = rangesOf(cuts.frequency, 1, formats.count);
  const monetary = rangesOf(cuts.monetary, 10 ** -analysis.minorDigits, formats.money);
  const most = Math.max(recency.length, frequency.length, monetary.length);
  const scores = Array.from({ length: most }, (_, index) => most - index);
  const column = (title: string, ranges: readonly string[]): DataColumn<number> => ({
    title,
    numeric: true,
    cell: (score) => ranges[score - 1] ?? NO_RANGE,
  });
  const table = dataTable(
    texts.scoresTitle[locale],
    [
      { title: texts.score[locale], cell: (score) => html`<span class="badge">${score}</span>` },
      column(texts.recencyRange[locale], recency),
      column(texts.frequencyRange[locale], frequency),
      column(texts.monetaryRange[locale], monetary),
    ],
    scores,
  );
  return html`<div class="card"><h3>${texts.scoresTitle[locale]}</h3><p class="note">${texts.scoresNote[locale]}</p>${table}</div>`;
}

const NO_RANGE = "–";

/**
 * The ranges between the cuts, lowest first, both ends included: `≤ 4`, `5–6`, `≥ 7`.
 *
 * @param step - the smallest difference that the measure can show: a day, an order, a cent
 */
function rangesOf(cuts: MeasureCuts, step: number, format: (value: number) => string): string[] {
  return Array.from({ length: cuts.at.length + 1 }, (_, index) => {
    const from = firstAbove(cuts, index - 1, step);
    const to = lastBelow(cuts, index, step);
    if (from === undefined) return to === undefined ? NO_RANGE : `≤ ${format(to)}`;
    if (to === undefined) return `≥ ${format(from)}`;
    if (from > to) return NO_RANGE;
    return format(from) === format(to) ? format(from) : `${format(from)}–${format(to)}`;
  });
}

/** A cut that lies on a step up to rounding lies on it. */
const ROUNDING = 1e-6;

function firstAbove(cuts: MeasureCuts, index: number, step: number): number | undefined {
  const cut = cuts.at[index];
  if (cut === undefined) return undefined;
  const steps = Math.ceil(cut / step - ROUNDING);
  const isOnCut = Math.abs(steps - cut / step) < ROUNDING;
  return (isOnCut && cuts.side[index] === "lower" ? steps + 1 : steps) * step;
}

function lastBelow(cuts: MeasureCuts, index: number, step: number): number | undefined {
  const cut = cuts.at[index];
  if (cut === undefined) return undefined;
  const steps = Math.floor(cut / step + ROUNDING);
  const isOnCut = Math.abs(steps - cut / step) < ROUNDING;
  return (isOnCut && cuts.side[index] === "upper" ? steps - 1 : steps) * step;
}
