import type { Locale } from "../../core/locale.js";
import { PAGE_SCRIPT } from "../script/page-script.js";
import { SECTIONS } from "../sections/section-list.js";
import { PAGE_STYLES } from "../styles/page-styles.js";
import { pageTexts as texts } from "../texts/page.js";
import { contentPolicy } from "./content-policy.js";
import { type Html, html, trusted } from "./html.js";
import { type Section, scopedId, type View } from "./view.js";

/** One language's page within the file. */
export interface Edition {
  readonly view: View;
  readonly title: string;
}

/**
 * The whole file. Every language is written out in full and all but one are hidden: switching
 * needs no second rendering, and what is read aloud is always one language.
 *
 * @param data - elements that hold data for the script
 */
export function pageDocument(
  editions: readonly Edition[],
  shown: Locale,
  title: string,
  data: Html,
): Html {
  return html`<!doctype html>
<html lang="${LANGUAGE_CODES[shown]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(PAGE_STYLES, PAGE_SCRIPT)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(PAGE_STYLES)}</style>
</head>
<body>
${editions.map((edition) => editionBody(edition, shown))}
${data}
<script>${trusted(PAGE_SCRIPT)}</script>
</body>
</html>
`;
}

const LANGUAGE_CODES: Readonly<Record<Locale, string>> = { en: "en", zh: "zh-CN" };

function editionBody({ view, title }: Edition, shown: Locale): Html {
  const { locale } = view;
  const hidden = locale === shown ? undefined : html` hidden`;
  return html`<div class="edition" lang="${LANGUAGE_CODES[locale]}" data-title="${title}"${hidden}>
<a class="skip" href="#${scopedId(view, "content")}">${texts.skip[locale]}</a>
${pageHeader(view, title)}
${contents(view)}
<main id="${scopedId(view, "content")}" tabindex="-1">
${SECTIONS.map((section) => sectionPart(section, view))}
</main>
<footer>${texts.madeWith[locale]}</footer>
</div>
`;
}

function pageHeader(view: View, title: string): Html {
  const { locale, formats, analysis, source } = view;
  const { firstOrderDay, lastOrderDay, asOf, currency } = analysis;
  const facts = [
    texts.subtitle[locale](
      ...([firstOrderDay, lastOrderDay, asOf].map(formats.day) as [string, string, string]),
    ),
    currency !== "XXX" && texts.currency[locale](currency),
    source.name !== undefined && texts.source[locale](source.name),
  ];
  const other: Locale = locale === "en" ? "zh" : "en";
  return html`<header><div><h1>${title}</h1><p class="facts">${facts.map((fact) => fact && html`<span>${fact}</span>`)}</p></div>
<div class="controls"><button type="button" class="button" data-language="${LANGUAGE_CODES[other]}" lang="${LANGUAGE_CODES[other]}">${texts.otherLanguage[locale]}</button><button type="button" class="button" data-theme-toggle aria-pressed="false">${texts.theme[locale]}</button></div></header>`;
}

function contents(view: View): Html {
  const links = SECTIONS.map(
    (section) =>
      html`<li><a href="#${scopedId(view, section.id)}">${section.link[view.locale]}</a></li>`,
  );
  return html`<nav aria-label="${texts.contents[view.locale]}"><ul>${links}</ul></nav>`;
}

function sectionPart(section: Section, view: View): Html {
  const headingId = scopedId(view, `${section.id}-title`);
  return html`<section id="${scopedId(view, section.id)}" data-section="${section.id}" aria-labelledby="${headingId}"><h2 id="${headingId}">${section.title[view.locale]}</h2>
${section.render(view)}
</section>
`;
}
