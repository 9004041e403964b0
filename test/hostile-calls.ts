import { ClienteleError } from "../src/core/errors.js";

/** What callers without types hand over; each value is made anew, as a call may change it. */
const HOSTILE: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  NaN: () => Number.NaN,
  "-1": () => -1,
  "1.5": () => 1.5,
  Infinity: () => Infinity,
  "a bigint": () => 10n,
  "a text": () => "text",
  "an inherited name": () => "constructor",
  true: () => true,
  "a symbol": () => Symbol("hostile"),
  "a function": () => () => 1,
  "an empty array": () => [],
  "an array of null": () => [null],
  "an array of texts": () => ["a", "b", "c"],
  "an array with a hole": () => new Array(3),
  "an empty object": () => ({}),
  "an object without prototype": () => Object.create(null),
  "a polluting object": () => JSON.parse('{"__proto__":{"polluted":true},"constructor":1}'),
  "a length that lies": () => ({ length: 3 }),
  "a negative length": () => ({ length: -1 }),
  "a date of no day": () => new Date(Number.NaN),
};

/** A function with arguments that it accepts. */
export interface Call {
  readonly run: (...args: never[]) => unknown;
  readonly args: () => readonly unknown[];
  /** Arguments that another function made, and that are replaced as a whole only. */
  readonly whole?: readonly number[];
}

/**
 * Puts each hostile value in the place of each argument, and of each property of an argument, down to
 * two levels, and runs the call.
 *
 * @returns the calls that ended in an error without a code, which tells a user nothing; a good one
 * may return, or throw a `ClienteleError`
 */
export function rawErrors(calls: Readonly<Record<string, Call>>): string[] {
  return Object.entries(calls).flatMap(([name, call]) => {
    (call.run as (...args: unknown[]) => unknown)(...call.args());
    return placesIn(call).flatMap((place) =>
      Object.entries(HOSTILE).flatMap(([label, make]) => {
        const args = replaceAt(call.args(), place, make());
        const error = rawErrorOf(() => (call.run as (...args: unknown[]) => unknown)(...args));
        return error === undefined ? [] : [`${name}(${place.join(".")} = ${label}): ${error}`];
      }),
    );
  });
}

type Place = readonly (string | number)[];

function placesIn({ args, whole = [] }: Call): Place[] {
  return args().flatMap((argument, index): Place[] => [
    [index],
    ...(whole.includes(index) ? [] : keysOf(argument)).flatMap((key): Place[] => [
      [index, key],
      ...keysOf((argument as Record<string, unknown>)[key]).map((inner) => [index, key, inner]),
    ]),
  ]);
}

function keysOf(value: unknown): string[] {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord && !ArrayBuffer.isView(value) ? Object.keys(value) : [];
}

function replaceAt(target: unknown, [key, ...rest]: Place, value: unknown): unknown[] {
  if (key === undefined) return value as unknown[];
  const copy = Array.isArray(target) ? [...target] : { ...(target as object) };
  Reflect.set(copy, key, replaceAt(Reflect.get(target as object, key), rest, value));
  return copy as unknown[];
}

function rawErrorOf(run: () => unknown): string | undefined {
  try {
    const result = run();
    if (isIterator(result)) for (const _ of result) break;
    return undefined;
  } catch (error) {
    return error instanceof ClienteleError ? undefined : String(error);
  }
}

function isIterator(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && "next" in value;
}
