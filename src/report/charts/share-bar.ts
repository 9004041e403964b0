import { type Html, html } from "../html/html.js";
import { round } from "./scales.js";

/**
 * A thin bar that fills a share of its cell. It repeats a figure printed beside it, so that readers
 * who cannot see it lose nothing.
 *
 * @param share - 0 to 1; what lies outside is cut
 */
export function shareBar(share: number): Html {
  const width = round(Math.min(Math.max(share, 0), 1) * 100);
  return html`<svg class="bar" role="presentation" aria-hidden="true"><rect class="bar-track" width="100%" height="100%" rx="3"/><rect class="bar-fill" width="${width}%" height="100%" rx="3"/></svg>`;
}
