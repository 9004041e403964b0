import { scrollable } from "./data-table.js";
import { type Html, type HtmlValue, html } from "./html.js";

/** A column of a {@link sortableTable}. */
export interface SortableColumn<Row> {
  readonly title: string;
  /** What the rows sort by: numbers by size, texts by the reader's alphabet. */
  readonly key: (row: Row) => number | string;
  readonly cell: (row: Row) => HtmlValue;
}

/**
 * A table whose headings sort it. Each cell carries its sort key, so that the script in the page
 * knows nothing of formats; without script the table stands as it is.
 *
 * @param sorted - the column by which the rows come sorted, biggest first
 */
export function sortableTable<Row>(
  caption: string,
  sortBy: (title: string) => string,
  columns: readonly SortableColumn<Row>[],
  rows: readonly Row[],
  sorted: number,
): Html {
  const numeric = columns.map((column) => rows.every((row) => typeof column.key(row) === "number"));
  const alignment = (index: number): Html | undefined =>
    numeric[index] ? html` class="number"` : undefined;
  const head = columns.map(
    ({ title }, index) =>
      html`<th scope="col"${alignment(index)} aria-sort="${index === sorted ? "descending" : "none"}"><button type="button" class="sort" title="${sortBy(title)}">${title}</button></th>`,
  );
  const body = rows.map((row) => {
    const cells = columns.map(({ key, cell }, index) => {
      const attributes = html`${alignment(index)} data-key="${key(row)}"`;
      return index === 0
        ? html`<th scope="row"${attributes}>${cell(row)}</th>`
        : html`<td${attributes}>${cell(row)}</td>`;
    });
    return html`<tr>${cells}</tr>`;
  });
  return scrollable(
    caption,
    html`<table class="sortable"><caption class="unseen">${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`,
    "tall",
  );
}
