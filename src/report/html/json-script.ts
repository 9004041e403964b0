import { Html } from "./html.js";

/**
 * Embeds data as JSON in a script element that does not run. `<`, `>` and `&` become escapes, so
 * that no text can close the element; so do the two line separators that old parsers refuse.
 *
 * @param id - the element's id: a constant, not data
 */
export function jsonScript(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return new Html(`<script type="application/json" id="${id}">${json}</script>`);
}
