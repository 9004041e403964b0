import { commonTexts } from "../texts/common.js";
import { type Html, html } from "./html.js";
import { scopedId, type View } from "./view.js";

/**
 * A term with its definition, shown on hover, on focus and on touch; a screen reader reads it as
 * the description of the button.
 *
 * @param id - unique on one language's page
 */
export function definedTerm(view: View, id: string, term: string, definition: string): Html {
  const tipId = scopedId(view, `tip-${id}`);
  const label = commonTexts.whatIs[view.locale](term);
  return html`<span class="term">${term} <button type="button" class="info" aria-label="${label}" aria-describedby="${tipId}" aria-expanded="false"><span aria-hidden="true">i</span></button><span role="tooltip" class="tip" id="${tipId}">${definition}</span></span>`;
}
