/** Code points as sorted pairs: first, last, first, last. */
export type CharacterSet = readonly number[];

const LAST_CODE_POINT = 0x10ffff;

/** Every character, line breaks included: a fact is one value, not lines. */
export const ANY_CHARACTER: CharacterSet = [0, LAST_CODE_POINT];

const DIGIT: CharacterSet = [0x30, 0x39];
const WORD: CharacterSet = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];
// The white space of ECMAScript.
const SPACE: CharacterSet = [
  0x09, 0x0d, 0x20, 0x20, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f,
  0x202f, 0x205f, 0x205f, 0x3000, 0x3000, 0xfeff, 0xfeff,
];

/** The sets that an escaped letter stands for, with the meaning they have in ECMAScript. */
export const ESCAPED_SETS: Readonly<Record<string, CharacterSet>> = {
  d: DIGIT,
  D: complement(DIGIT),
  w: WORD,
  W: complement(WORD),
  s: SPACE,
  S: complement(SPACE),
};

/** The union of pairs in any order, sorted and joined. */
export function unite(pairs: readonly number[]): CharacterSet {
  const ranges: [number, number][] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    ranges.push([pairs[index] as number, pairs[index + 1] as number]);
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const joined: number[] = [];
  for (const [first, last] of ranges) {
    const end = joined.length - 1;
    if (joined.length > 0 && first <= (joined[end] as number) + 1) {
      joined[end] = Math.max(joined[end] as number, last);
    } else joined.push(first, last);
  }
  return joined;
}

/** All the other characters. */
export function complement(set: CharacterSet): CharacterSet {
  const rest: number[] = [];
  let next = 0;
  for (let index = 0; index < set.length; index += 2) {
    const first = set[index] as number;
    if (next < first) rest.push(next, first - 1);
    next = (set[index + 1] as number) + 1;
  }
  if (next <= LAST_CODE_POINT) rest.push(next, LAST_CODE_POINT);
  return rest;
}

/** Whether the set has the character. */
export function hasCharacter(set: CharacterSet, codePoint: number): boolean {
  for (let index = 0; index < set.length; index += 2) {
    if (codePoint < (set[index] as number)) return false;
    if (codePoint <= (set[index + 1] as number)) return true;
  }
  return false;
}
