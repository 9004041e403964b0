import { ClienteleError, invalid } from "./errors.js";

const DEEPEST = 1000;

/** A JSON value as it was when it was read, once: nothing that others hold can change it. */
export interface CanonicalCopy {
  readonly copy: unknown;
  /** The text of the copy by RFC 8785. */
  readonly text: string;
}

/**
 * Copies a JSON value with its keys sorted, so that the platform's own writer, which is faster than
 * any other, gives the canonical text.
 *
 * @throws ClienteleError INVALID_DATA, LIMIT_EXCEEDED
 */
export function canonicalCopy(value: unknown, where: string): CanonicalCopy {
  const reading: Reading = { where, path: [], parents: [], hasNumericKeys: false };
  const copy = read(value, reading);
  const text = reading.hasNumericKeys ? write(copy) : JSON.stringify(copy);
  // So the platform writes half of a surrogate pair, and few other texts.
  if (text.includes("\\ud")) checkTexts(copy, where);
  return { copy, text };
}

interface Reading {
  readonly where: string;
  /** The key or index of each part on the way, up to the number of parents. */
  readonly path: (string | number)[];
  readonly parents: object[];
  /** Objects list keys that look like an index first, whatever order they were given. */
  hasNumericKeys: boolean;
}

function read(value: unknown, reading: Reading): unknown {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  // What is added makes -0 the 0 that it is written as.
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  if (typeof value !== "object") throw notJson(value, reading);
  const { parents } = reading;
  if (parents.includes(value)) throw invalid(placeOf(reading), "free of circles", value, BROKEN);
  if (parents.length === DEEPEST) throw tooDeep(placeOf(reading));
  const copy = Array.isArray(value) ? readList(value, reading) : readObject(value, reading);
  parents.pop();
  return copy;
}

function readList(list: readonly unknown[], reading: Reading): unknown[] {
  const depth = reading.parents.push(list) - 1;
  const copy: unknown[] = [];
  for (let index = 0; index < list.length; index++) {
    reading.path[depth] = index;
    copy.push(read(list[index], reading));
  }
  return copy;
}

function readObject(object: object, reading: Reading): object {
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw notJson(object, reading);
  }
  const depth = reading.parents.push(object) - 1;
  const keys = Object.keys(object);
  if (!isSorted(keys)) keys.sort();
  const copy: Record<string, unknown> = {};
  for (const key of keys) {
    const member = (object as Record<string, unknown>)[key];
    if (member === undefined) continue;
    reading.path[depth] = key;
    const value = read(member, reading);
    if (key === "__proto__") Object.defineProperty(copy, key, { value, ...PLAIN_MEMBER });
    else copy[key] = value;
    if (startsWithDigit(key)) reading.hasNumericKeys = true;
  }
  return copy;
}

const PLAIN_MEMBER = { enumerable: true, configurable: true, writable: true } as const;

function isSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index++) {
    if (keys[index]! < keys[index - 1]!) return false;
  }
  return true;
}

function startsWithDigit(key: string): boolean {
  const unit = key.charCodeAt(0);
  return unit >= 0x30 && unit <= 0x39;
}

function write(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`).join(",")}}`;
}

function checkTexts(value: unknown, where: string): void {
  if (typeof value === "string") checkText(value, where);
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    checkText(key, where);
    checkTexts(member, Array.isArray(value) ? `${where}[${key}]` : `${where}.${key}`);
  }
}

function checkText(text: string, where: string): void {
  if (!/\p{Surrogate}/u.test(text)) return;
  throw invalid(where, "a text without half surrogate pairs", text, BROKEN);
}

const BROKEN = { code: "INVALID_DATA" } as const;

function placeOf({ where, path, parents }: Reading): string {
  const steps = path.slice(0, parents.length);
  return where + steps.map((at) => (typeof at === "number" ? `[${at}]` : `.${at}`)).join("");
}

function notJson(value: unknown, reading: Reading): ClienteleError {
  const expected = "JSON: an object, array, text, finite number, boolean or null";
  return invalid(placeOf(reading), expected, value, BROKEN);
}

function tooDeep(where: string): ClienteleError {
  const path = where.length > 60 ? `${where.slice(0, 60)}…` : where;
  return new ClienteleError(
    "LIMIT_EXCEEDED",
    `${path} is nested more than ${DEEPEST} levels deep`,
    { where: path, expected: `at most ${DEEPEST} levels` },
  );
}
