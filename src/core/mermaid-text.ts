const LONGEST = 200;

/**
 * A text that cannot break out of a Mermaid diagram, whatever it holds: letters, digits and a few
 * marks as they are, all else as Mermaid's number entities, at most 200 characters in one line.
 */
export function mermaidText(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ").slice(0, LONGEST);
  const escaped = line.replace(
    /[^\p{L}\p{M}\p{N} .,()/×+_-]/gu,
    (mark) => `#${mark.codePointAt(0)};`,
  );
  return escaped.trim() === "" ? "-" : escaped;
}
