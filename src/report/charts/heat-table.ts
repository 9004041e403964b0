import { scrollable } from "../html/data-table.js";
import { type Html, html } from "../html/html.js";
import { HEAT_LEVELS, heatLevel } from "./heat-level.js";

/** One cell of a {@link heatTable}; without a value it is left blank. */
interface HeatCell {
  readonly value: number | undefined;
  /** What stands in the cell. */
  readonly text: string;
  /** What hovering tells, and a second line of the cell where given. */
  readonly title?: string;
  readonly detail?: string;
}

/** One row of a {@link heatTable}. */
export interface HeatRow {
  readonly head: string;
  /** A second line of the head. */
  readonly detail?: string;
  readonly cells: readonly HeatCell[];
}

/** What a {@link heatTable} shows. */
export interface HeatTable {
  readonly caption: string;
  /** What the rows are. */
  readonly headTitle: string;
  readonly cellTitles: readonly string[];
  readonly rows: readonly HeatRow[];
  /** The value of the strongest colour, which greater ones share; without it, the greatest. */
  readonly maximum?: number | undefined;
  readonly legend: string;
  readonly formatValue: (value: number) => string;
}

/**
 * Draws a heat map as a table: every figure can be read, selected and spoken, and colour only
 * repeats it. The scale begins at zero, in steps of equal width.
 */
export function heatTable(table: HeatTable): Html {
  const greatest = greatestOf(table.rows);
  const maximum = table.maximum ?? greatest;
  const head = [table.headTitle, ...table.cellTitles].map(
    (title) => html`<th scope="col">${title}</th>`,
  );
  const body = table.rows.map(
    (row) =>
      html`<tr><th scope="row">${row.head}${secondLine(row.detail)}</th>${row.cells.map((cell) => heatCell(cell, maximum))}</tr>`,
  );
  return html`${scrollable(
    table.caption,
    html`<table class="heat"><caption class="unseen">${table.caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`,
  )}${heatLegend(table, maximum, greatest)}`;
}

function heatCell(cell: HeatCell, maximum: number): Html {
  if (cell.value === undefined)
    return html`<td class="blank" title="${cell.title ?? ""}">${cell.text}</td>`;
  const style = `heat-${heatLevel(cell.value, maximum)}`;
  return html`<td class="${style}" title="${cell.title ?? ""}">${cell.text}${secondLine(cell.detail)}</td>`;
}

function secondLine(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html` <small>${text}</small>`;
}

function greatestOf(rows: readonly HeatRow[]): number {
  let maximum = 0;
  for (const cell of rows.flatMap((row) => row.cells)) {
    maximum = Math.max(maximum, cell.value ?? 0);
  }
  return maximum;
}

function heatLegend({ legend, formatValue }: HeatTable, maximum: number, greatest: number): Html {
  const steps = Array.from(
    { length: HEAT_LEVELS },
    (_, level) => html`<i class="heat-${level}"></i>`,
  );
  return html`<p class="heat-legend" aria-hidden="true"><span>${legend}</span><span>${formatValue(0)}</span><span class="steps">${steps}</span><span>${greatest > maximum && "≥ "}${formatValue(maximum)}</span></p>`;
}
