import { ClienteleError, describeValue } from "../../core/errors.js";
import {
  ANY_CHARACTER,
  type CharacterSet,
  complement,
  ESCAPED_SETS,
  unite,
} from "./character-set.js";

/** The tree of a pattern. */
export type PatternNode =
  | { readonly op: "set"; readonly set: CharacterSet }
  | { readonly op: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly op: "choice"; readonly options: readonly PatternNode[] }
  | {
      readonly op: "repeat";
      readonly part: PatternNode;
      readonly min: number;
      readonly max: number;
    };

const LONGEST_PATTERN = 500;
const DEEPEST_GROUP = 32;
const MOST_REPEATS = 1000;
const PUNCTUATION = /^[!-/:-@[-`{-~]$/;
const LITERAL_ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/**
 * Reads a pattern: the regular part of a regular expression, so that matching never backtracks.
 * Letters stand for themselves; `.`, `[a-z]`, `[^a-z]`, `\d \w \s \D \W \S`, `( | )` and
 * `* + ? {2} {2,} {2,5}` have their usual meaning; `\` takes the meaning from punctuation.
 *
 * @throws ClienteleError INVALID_ARGUMENT for anything else, such as a back-reference or a
 *   look-around; LIMIT_EXCEEDED for a pattern too long or too deep
 */
export function parsePattern(pattern: string, where: string): PatternNode {
  if (typeof pattern !== "string") throw fault("must be a text", pattern, where);
  const characters = [...pattern];
  if (characters.length > LONGEST_PATTERN) throw tooLarge(where);
  let position = 0;

  const peek = (): string | undefined => characters[position];
  const take = (): string => {
    const character = characters[position++];
    if (character === undefined) throw refuse("ends too early");
    return character;
  };
  const refuse = (problem: string): ClienteleError =>
    fault(`${problem} at character ${Math.min(position, characters.length)}`, pattern, where);

  const choice = (depth: number): PatternNode => {
    const options = [sequence(depth)];
    while (peek() === "|") {
      position++;
      options.push(sequence(depth));
    }
    return options.length === 1 ? (options[0] as PatternNode) : { op: "choice", options };
  };

  const sequence = (depth: number): PatternNode => {
    const parts: PatternNode[] = [];
    for (let next = peek(); next !== undefined && next !== "|" && next !== ")"; next = peek()) {
      parts.push(repeated(single(depth)));
    }
    return { op: "sequence", parts };
  };

  const repeated = (part: PatternNode): PatternNode => {
    const range = quantifier();
    if (range === undefined) return part;
    if (quantifier() !== undefined) throw refuse("has two repeats in a row");
    return { op: "repeat", part, min: range[0], max: range[1] };
  };

  const quantifier = (): readonly [number, number] | undefined => {
    const mark = peek();
    if (mark === undefined || !"*+?{".includes(mark)) return undefined;
    position++;
    if (mark === "*") return [0, Infinity];
    if (mark === "+") return [1, Infinity];
    if (mark === "?") return [0, 1];
    const min = count();
    let max = min;
    if (peek() === ",") {
      position++;
      max = peek() === "}" ? Infinity : count();
    }
    if (take() !== "}" || max < min) throw refuse("has a repeat that is not {2}, {2,} or {2,5}");
    return [min, max];
  };

  const count = (): number => {
    let digits = "";
    for (let next = peek(); next !== undefined && /^\d$/.test(next); next = peek())
      digits += take();
    if (digits === "") throw refuse("has a repeat without a number");
    if (Number(digits) > MOST_REPEATS) throw tooLarge(where);
    return Number(digits);
  };

  const single = (depth: number): PatternNode => {
    const character = take();
    if (character === "(") return group(depth + 1);
    if (character === "[") return { op: "set", set: bracket() };
    if (character === ".") return { op: "set", set: ANY_CHARACTER };
    if (character === "\\") return { op: "set", set: escaped() };
    if ("^$".includes(character)) throw refuse("matches the whole text anyway: leave out ^ and $,");
    if ("*+?{}])".includes(character)) throw refuse(`has a ${character} without meaning`);
    return { op: "set", set: only(character) };
  };

  const group = (depth: number): PatternNode => {
    if (depth > DEEPEST_GROUP) throw tooLarge(where);
    if (peek() === "?") {
      position++;
      if (take() !== ":")
        throw refuse("has a look-around or a named group, which are not offered,");
    }
    const inner = choice(depth);
    if (peek() !== ")") throw refuse("has a group without its )");
    position++;
    return inner;
  };

  const escaped = (): CharacterSet => {
    const character = take();
    const known = Object.hasOwn(ESCAPED_SETS, character) ? ESCAPED_SETS[character] : undefined;
    if (known !== undefined) return known;
    if (Object.hasOwn(LITERAL_ESCAPES, character))
      return only(LITERAL_ESCAPES[character] as string);
    if (/^\d$/.test(character)) throw refuse("has a back-reference, which is not offered,");
    if (!PUNCTUATION.test(character)) throw refuse(`has an unknown escape \\${character}`);
    return only(character);
  };

  const bracket = (): CharacterSet => {
    const negated = peek() === "^";
    if (negated) position++;
    const pairs: number[] = [];
    while (peek() !== "]") pairs.push(...range());
    position++;
    if (pairs.length === 0) throw refuse("has an empty []");
    return negated ? complement(unite(pairs)) : unite(pairs);
  };

  const range = (): CharacterSet => {
    const first = member();
    if (peek() !== "-" || characters[position + 1] === "]") return first;
    position++;
    const last = member();
    const from = first[0] as number;
    const to = last[0] as number;
    if (!isSingle(first) || !isSingle(last) || from > to)
      throw refuse("has a range that is not a-z");
    return [from, to];
  };

  const member = (): CharacterSet => {
    const character = take();
    return character === "\\" ? escaped() : only(character);
  };

  const tree = choice(0);
  if (position < characters.length) throw refuse("has a ) without its (");
  return tree;
}

function only(character: string): CharacterSet {
  const codePoint = character.codePointAt(0) as number;
  return [codePoint, codePoint];
}

function isSingle(set: CharacterSet): boolean {
  return set.length === 2 && set[0] === set[1];
}

function fault(problem: string, pattern: unknown, where: string): ClienteleError {
  const got = describeValue(pattern);
  return new ClienteleError("INVALID_ARGUMENT", `${where}: the pattern ${problem}, got ${got}`, {
    where,
    got,
  });
}

/** The error for a pattern beyond the limits, which keep matching fast. */
export function tooLarge(where: string): ClienteleError {
  return new ClienteleError(
    "LIMIT_EXCEEDED",
    `${where}: the pattern is too long, too deep or repeats too much; split the condition`,
    { where },
  );
}
