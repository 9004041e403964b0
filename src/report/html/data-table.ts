import { type Html, type HtmlValue, html } from "./html.js";

/** A column of a {@link dataTable}. */
export interface DataColumn<Row> {
  readonly title: string;
  /** Numbers stand at the right edge, under each other. */
  readonly numeric?: boolean;
  readonly cell: (row: Row) => HtmlValue;
}

/** A table with a caption for readers who cannot see where it stands; its first column heads the rows. */
export function dataTable<Row>(
  caption: string,
  columns: readonly DataColumn<Row>[],
  rows: readonly Row[],
): Html {
  const head = columns.map(
    (column) => html`<th scope="col"${alignment(column)}>${column.title}</th>`,
  );
  const body = rows.map((row) => {
    const cells = columns.map((column, index) =>
      index === 0
        ? html`<th scope="row"${alignment(column)}>${column.cell(row)}</th>`
        : html`<td${alignment(column)}>${column.cell(row)}</td>`,
    );
    return html`<tr>${cells}</tr>`;
  });
  return scrollable(
    caption,
    html`<table><caption class="unseen">${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`,
  );
}

/**
 * Lets wide content scroll by itself, by finger and by keyboard, instead of moving the page.
 *
 * @param kind - `tall` where long content scrolls too
 */
export function scrollable(label: string, content: Html, kind: "wide" | "tall" = "wide"): Html {
  return html`<div class="scroll ${kind}" role="region" aria-label="${label}" tabindex="0">${content}</div>`;
}

function alignment(column: { readonly numeric?: boolean }): Html | undefined {
  return column.numeric === true ? html` class="number"` : undefined;
}
