/**
 * The script of the page. It only rearranges and shows what the page already holds: it makes no
 * markup from data, and it loads nothing. Without it the page can still be read.
 */
export const PAGE_SCRIPT: string = `"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const root = document.documentElement;
  root.classList.add("scripted");

  // Language: shows the other edition at the same section.
  const editions = all(".edition");
  function showLanguage(language) {
    const from = editions.find((edition) => !edition.hidden);
    const to = editions.find((edition) => edition.lang === language);
    const place = all("[data-section]", from).findLast((part) => part.getBoundingClientRect().top < 80);
    const offset = place && place.getBoundingClientRect().top;
    for (const edition of editions) edition.hidden = edition !== to;
    root.lang = language;
    document.title = to.dataset.title;
    to.querySelector("[data-language]").focus({ preventScroll: true });
    if (!place) return;
    const same = to.querySelector('[data-section="' + place.dataset.section + '"]');
    scrollBy({ top: same.getBoundingClientRect().top - offset, behavior: "instant" });
  }

  // Theme: follows the system until the reader chooses.
  const darkSystem = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (darkSystem.matches ? "dark" : "light")) === "dark";
  function showTheme() {
    for (const button of all("[data-theme-toggle]")) button.setAttribute("aria-pressed", isDark());
  }
  darkSystem.addEventListener("change", showTheme);
  showTheme();

  // Tables: numbers by size, texts by the reader's alphabet; equal rows keep their order.
  function sortTable(heading) {
    const table = heading.closest("table");
    const column = heading.cellIndex;
    const numeric = heading.classList.contains("number");
    const was = heading.getAttribute("aria-sort");
    const descending = was === "none" ? numeric : was === "ascending";
    const key = (row) => row.cells[column].dataset.key;
    const order = numeric
      ? (a, b) => key(a) - key(b)
      : (a, b) => key(a).localeCompare(key(b), root.lang, { numeric: true });
    const body = table.tBodies[0];
    body.append(...[...body.rows].sort((a, b) => (descending ? order(b, a) : order(a, b))));
    for (const other of heading.parentElement.cells) other.setAttribute("aria-sort", "none");
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
  }

  // Download: the file lies in the page; the mark at its start tells Excel that it is UTF-8.
  function download(button) {
    const csv = JSON.parse(document.getElementById(button.dataset.download).textContent);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\\ufeff" + csv], { type: "text/csv;charset=utf-8" }));
    link.download = button.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  // Definitions: a press opens and closes, Escape and a press elsewhere close.
  function openTip(button) {
    for (const info of all(".info")) {
      const open = info === button && info.getAttribute("aria-expanded") === "false";
      info.setAttribute("aria-expanded", open);
    }
    root.classList.remove("tips-off");
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    openTip(button && button.matches(".info") ? button : undefined);
    if (!button) return;
    if (button.dataset.language) showLanguage(button.dataset.language);
    if (button.matches("[data-theme-toggle]")) {
      root.dataset.theme = isDark() ? "light" : "dark";
      showTheme();
    }
    if (button.matches(".sort")) sortTable(button.closest("th"));
    if (button.dataset.download) download(button);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    openTip();
    root.classList.add("tips-off");
  });
  document.addEventListener("focusin", () => root.classList.remove("tips-off"));
})();
`;
