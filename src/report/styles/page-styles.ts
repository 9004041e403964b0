import { BASE_STYLES } from "./base.js";
import { CHART_STYLES } from "./charts.js";
import { COMPONENT_STYLES } from "./components.js";
import { LAYOUT_STYLES } from "./layout.js";
import { PRINT_STYLES } from "./print.js";

/** The one style sheet of the page. */
export const PAGE_STYLES: string = [
  BASE_STYLES,
  LAYOUT_STYLES,
  COMPONENT_STYLES,
  CHART_STYLES,
  PRINT_STYLES,
].join("");
