import { segmentsOf } from "../../rules/grammar/json-path.js";

/** A place in a file, both counted from 1; columns count characters as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a JSON path stands in a JSON text: at the key, at the item of a list, or where something is
 * missing, at what it is missing from.
 *
 * @param text - JSON that parses
 */
export function placeOfPath(text: string, path: string): Place {
  let place = skipSpace(text, 0);
  let value = place;
  for (const segment of segmentsOf(path)) {
    const member =
      typeof segment === "number" ? item(text, value, segment) : key(text, value, segment);
    if (member === undefined) break;
    ({ place, value } = member);
  }
  return placeAt(text, place);
}

/** The line and column of an offset. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: [...before.at(-1)!].length + 1 };
}

interface Member {
  readonly place: number;
  readonly value: number;
}

/** Of a key that comes twice, the last one counts, as for JSON.parse. */
function key(text: string, object: number, name: string): Member | undefined {
  if (text[object] !== "{") return undefined;
  let found: Member | undefined;
  let at = skipSpace(text, object + 1);
  while (text[at] === '"') {
    const end = skipValue(text, at);
    const value = skipSpace(text, skipSpace(text, end) + 1);
    if (JSON.parse(text.slice(at, end)) === name) found = { place: at, value };
    at = nextMember(text, value);
  }
  return found;
}

function item(text: string, list: number, index: number): Member | undefined {
  if (text[list] !== "[") return undefined;
  let at = skipSpace(text, list + 1);
  for (let left = index; left > 0 && text[at] !== "]"; left--) at = nextMember(text, at);
  return text[at] === "]" || at >= text.length ? undefined : { place: at, value: at };
}

/** The start of the next member, or the closing bracket. */
function nextMember(text: string, value: number): number {
  const end = skipSpace(text, skipValue(text, value));
  return text[end] === "," ? skipSpace(text, end + 1) : end;
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const PLAIN = /[^\s,\]}]+/y;

function skipSpace(text: string, at: number): number {
  return skip(SPACE, text, at);
}

function skipValue(text: string, at: number): number {
  if (text[at] === '"') return skip(STRING, text, at);
  if (text[at] !== "{" && text[at] !== "[") return skip(PLAIN, text, at);
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    const mark = text[end];
    if (mark === '"') end = skip(STRING, text, end) - 1;
    else if (mark === "{" || mark === "[") depth++;
    else if ((mark === "}" || mark === "]") && --depth === 0) return end + 1;
  }
  return text.length;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : Math.min(at + 1, text.length);
}
