const LONGEST = 60;

/** Cuts a text of hostile length for the page, between characters: no id may push a page apart. */
export function shorten(text: string, longest: number = LONGEST): string {
  // A character takes at most two units: what lies further need not be split.
  const characters = [...text.slice(0, 2 * longest + 2)];
  return characters.length <= longest ? text : `${characters.slice(0, longest).join("")}…`;
}
