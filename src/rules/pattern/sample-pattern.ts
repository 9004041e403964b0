import type { PatternNode } from "./parse-pattern.js";
import { parsePattern } from "./parse-pattern.js";

/** A short text that has the form of the pattern; `undefined` when there is none. */
export function samplePattern(pattern: string, where = "pattern"): string | undefined {
  return sample(parsePattern(pattern, where));
}

function sample(node: PatternNode): string | undefined {
  switch (node.op) {
    case "set":
      return representative(node.set);
    case "sequence":
      return join(node.parts.map(sample));
    case "choice":
      return node.options
        .map(sample)
        .filter((text) => text !== undefined)
        .sort((a, b) => a.length - b.length)[0];
    case "repeat":
      return node.min === 0 ? "" : sample(node.part)?.repeat(node.min);
  }
}

function join(parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join("");
}

/** The first letter, digit or visible character of the set, before anything stranger. */
function representative(set: readonly number[]): string | undefined {
  for (const preferred of [0x61, 0x30, 0x41, 0x20]) {
    for (let index = 0; index < set.length; index += 2) {
      const first = Math.max(set[index] as number, preferred);
      if (first <= (set[index + 1] as number)) return String.fromCodePoint(first);
    }
  }
  return set.length === 0 ? undefined : String.fromCodePoint(set[0] as number);
}
