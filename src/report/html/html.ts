/** Markup that is safe to place in a page: only {@link html} and {@link trusted} make it. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a hole of an {@link html} template; `undefined` and `false` print nothing. */
export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[];

/**
 * Builds markup from a template; every hole is escaped, for text and for quoted attributes alike,
 * except where it holds markup already.
 *
 * @example
 * html`<b>${"<script>"}</b>`.markup; //=> "<b>&lt;script&gt;</b>"
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = strings[0] as string;
  for (let index = 0; index < values.length; index++) {
    markup += toMarkup(values[index]) + strings[index + 1];
  }
  return new Html(markup);
}

/** Takes a constant of this library (a style sheet, a script) as markup; never data. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/** Escapes a text for an element or a quoted attribute, and replaces what HTML cannot hold. */
function escapeHtml(text: string): string {
  return text
    .replace(UNPRINTABLE, "\u{FFFD}")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters other than tab and line ends, and halves of surrogate pairs. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function toMarkup(value: HtmlValue): string {
  if (value instanceof Html) return value.markup;
  if (value === undefined || value === false) return "";
  if (typeof value === "object") return value.map(toMarkup).join("");
  return escapeHtml(String(value));
}
