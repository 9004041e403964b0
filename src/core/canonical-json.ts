import { ClienteleError, invalid } from "./errors.js";

const DEEPEST = 1000;

/**
 * The one text of a JSON value, whatever the order of its keys and the spaces around them: keys
 * sorted by UTF-16 unit, no spaces, numbers and strings as ECMAScript writes them (RFC 8785).
 * Equal values have equal texts, so that a digest of the text names the value.
 *
 * An object member that is `undefined` counts as absent; everything else that JSON cannot carry is
 * refused instead of being dropped in silence.
 *
 * @param value - plain data: objects, arrays, texts, finite numbers, booleans and null, at most
 *   1,000 levels deep
 * @param where - how messages name the value
 * @throws ClienteleError INVALID_DATA when a part is not JSON: NaN, a Date, a function, a circle,
 *   half of a surrogate pair
 * @throws ClienteleError LIMIT_EXCEEDED when the value is nested more than 1,000 levels deep
 * @example
 * canonicalJson({ b: 1, a: [true, null] }) //=> '{"a":[true,null],"b":1}'
 */
export function canonicalJson(value: unknown, where = "value"): string {
  return write(value, where, []);
}

function write(value: unknown, where: string, parents: object[]): string {
  if (typeof value === "string") return writeText(value, where);
  if (typeof value === "boolean" || value === null) return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== "object") throw notJson(value, where);
  if (parents.includes(value)) throw invalid(where, "free of circles", value, BROKEN);
  if (parents.length === DEEPEST) throw tooDeep(where);
  parents.push(value);
  const text = Array.isArray(value)
    ? writeList(value, where, parents)
    : writeObject(value, where, parents);
  parents.pop();
  return text;
}

/** Texts that need no escape, as most do: quotes are all that they need. */
const PLAIN = /^[ !#-[\]-~]*$/;

function writeText(text: string, where: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (/\p{Surrogate}/u.test(text)) {
    throw invalid(where, "a text without half surrogate pairs", text, BROKEN);
  }
  return JSON.stringify(text);
}

function writeList(list: readonly unknown[], where: string, parents: object[]): string {
  const parts: string[] = [];
  for (let i = 0; i < list.length; i++) parts.push(write(list[i], `${where}[${i}]`, parents));
  return `[${parts.join(",")}]`;
}

function writeObject(object: object, where: string, parents: object[]): string {
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw notJson(object, where);
  }
  const members: string[] = [];
  const keys = Object.keys(object);
  if (!isSorted(keys)) keys.sort();
  for (const key of keys) {
    const member = (object as Record<string, unknown>)[key];
    if (member === undefined) continue;
    members.push(`${writeText(key, where)}:${write(member, `${where}.${key}`, parents)}`);
  }
  return `{${members.join(",")}}`;
}

function isSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index++) {
    if (keys[index]! < keys[index - 1]!) return false;
  }
  return true;
}

const BROKEN = { code: "INVALID_DATA" } as const;

function notJson(value: unknown, where: string): ClienteleError {
  return invalid(
    where,
    "JSON: an object, array, text, finite number, boolean or null",
    value,
    BROKEN,
  );
}

function tooDeep(where: string): ClienteleError {
  const path = where.length > 60 ? `${where.slice(0, 60)}…` : where;
  return new ClienteleError(
    "LIMIT_EXCEEDED",
    `${path} is nested more than ${DEEPEST} levels deep`,
    { where: path, expected: `at most ${DEEPEST} levels` },
  );
}
