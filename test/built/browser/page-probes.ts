// Expressions that are evaluated in the page; each gives plain data, and lists give what is wrong.

/** What has the focus, and whether the reader can see it. */
export const FOCUS = `(() => {
  const { activeElement: element } = document;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const visible = box.width > 0 && box.right > 0 && box.bottom > 0 && box.top < innerHeight;
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return [element.tagName, visible ? "visible" : "hidden", outlined ? "outlined" : "plain"].join(" ");
})()`;

/** Elements that a screen reader could not name. */
export const UNNAMED = `(() => {
  const named = (element) => (element.getAttribute("aria-label") || element.textContent || "").trim() !== "";
  const drawings = [...document.querySelectorAll("svg")].filter((svg) =>
    !svg.closest("[aria-hidden=true]") && !(svg.getAttribute("role") === "img" && svg.getAttribute("aria-label")));
  const controls = [...document.querySelectorAll("button, a, summary")].filter((each) => !named(each));
  const regions = [...document.querySelectorAll("[role=region], nav")].filter((each) => !each.getAttribute("aria-label"));
  const tables = [...document.querySelectorAll("table")].filter((table) => !table.caption || !table.querySelector("th[scope]"));
  const lost = [...document.querySelectorAll("[aria-describedby], [aria-labelledby]")].filter((each) =>
    !document.getElementById(each.getAttribute("aria-describedby") ?? each.getAttribute("aria-labelledby")));
  const links = [...document.querySelectorAll("a[href^='#']")].filter((link) =>
    !document.getElementById(link.getAttribute("href").slice(1)));
  return [...drawings, ...controls, ...regions, ...tables, ...lost, ...links].map((each) => each.outerHTML.slice(0, 120));
})()`;

/** Ids that stand more than once in the page. */
export const DOUBLE_IDS = `(() => {
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
})()`;

/** Texts below the contrast that WCAG 2.2 AA asks for, as the browser computes their colours. */
export const LOW_CONTRAST = `(() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (rgb) => {
    const [r, g, b] = rgb.map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, alpha = 1] = parse(getComputedStyle(at).backgroundColor);
      if (alpha === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.querySelectorAll(".edition:not([hidden]) *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
    if (!own || element.tagName === "title" || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const ink = parse(element.closest("svg") ? style.fill : style.color).slice(0, 3);
    const [low, high] = [light(ink), light(ground(element))].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) found.push(ratio.toFixed(2) + " " + element.outerHTML.slice(0, 100));
  }
  return found;
})()`;

/** Texts that reach out of the window, but for those in a part that scrolls by itself. */
export const CUT_OFF = `[...document.querySelectorAll(".edition:not([hidden]) *")]
  .filter((each) => each.checkVisibility() && !each.closest(".scroll, nav, .unseen, .skip"))
  .filter((each) => {
    const box = each.getBoundingClientRect();
    return box.left < -1 || box.right > innerWidth + 1;
  })
  .map((each) => each.outerHTML.slice(0, 100))`;
