import { type CharacterSet, hasCharacter } from "./character-set.js";
import { type PatternNode, parsePattern, tooLarge } from "./parse-pattern.js";

/** Thompson's automaton: a step reads a character, or forks without reading. */
type Step =
  | { readonly op: "read"; readonly set: CharacterSet; next: number }
  | { readonly op: "fork"; first: number; second: number }
  | { readonly op: "accept" };

const MOST_STEPS = 4000;

/**
 * Compiles a pattern into a test of whole texts, in time linear in the text whatever the pattern:
 * all states of the automaton advance together (Thompson, 1968), so that nothing backtracks.
 *
 * @param pattern - letters, `.`, `[a-z]`, `\d \w \s`, `( | )`, `* + ? {2,5}`
 * @param where - the place of the pattern, for errors
 * @throws ClienteleError INVALID_ARGUMENT for another notation; LIMIT_EXCEEDED for one too large
 * @example
 * const isMobile = compilePattern("(\\+86)?1[3-9]\\d{9}");
 * isMobile("13800138000") //=> true
 */
export function compilePattern(pattern: string, where = "pattern"): (text: string) => boolean {
  const steps: Step[] = [{ op: "accept" }];
  const start = build(parsePattern(pattern, where), 0, steps, where);
  return matcher(steps, start);
}

/** Adds the steps of a node before `next`; returns the first of them. */
function build(node: PatternNode, next: number, steps: Step[], where: string): number {
  if (steps.length > MOST_STEPS) throw tooLarge(where);
  switch (node.op) {
    case "set":
      return steps.push({ op: "read", set: node.set, next }) - 1;
    case "sequence":
      return node.parts.reduceRight((after, part) => build(part, after, steps, where), next);
    case "choice":
      return node.options
        .map((option) => build(option, next, steps, where))
        .reduceRight((second, first) => steps.push({ op: "fork", first, second }) - 1);
    case "repeat":
      return buildRepeat(node, next, steps, where);
  }
}

function buildRepeat(
  { part, min, max }: Extract<PatternNode, { op: "repeat" }>,
  next: number,
  steps: Step[],
  where: string,
): number {
  let start = next;
  if (max === Infinity) {
    const loop = { op: "fork" as const, first: 0, second: next };
    start = steps.push(loop) - 1;
    loop.first = build(part, start, steps, where);
  } else {
    for (let extra = min; extra < max; extra++) {
      const first = build(part, start, steps, where);
      start = steps.push({ op: "fork", first, second: next }) - 1;
    }
  }
  for (let needed = 0; needed < min; needed++) {
    const first = build(part, start, steps, where);
    if (first === start) break; // An empty part stays empty, however often it is repeated.
    start = first;
  }
  return start;
}

function matcher(steps: readonly Step[], start: number): (text: string) => boolean {
  let active = new Int32Array(steps.length);
  let following = new Int32Array(steps.length);
  let activeCount = 0;
  let followingCount = 0;
  // The character at which a step was last entered, so that each is entered once a character.
  const entered = new Float64Array(steps.length);
  const pending = new Int32Array(2 * steps.length);

  const enter = (step: number, tick: number): void => {
    let waiting = 1;
    pending[0] = step;
    while (waiting > 0) {
      const at = pending[--waiting] as number;
      if (entered[at] === tick) continue;
      entered[at] = tick;
      const found = steps[at] as Step;
      if (found.op === "fork") {
        pending[waiting++] = found.second;
        pending[waiting++] = found.first;
      } else following[followingCount++] = at;
    }
  };

  return (text) => {
    let tick = 1;
    entered.fill(0);
    followingCount = 0;
    enter(start, tick);
    for (let position = 0; position < text.length; tick++) {
      const spent = active;
      active = following;
      following = spent;
      activeCount = followingCount;
      if (activeCount === 0) return false;
      followingCount = 0;
      const codePoint = text.codePointAt(position) as number;
      position += codePoint > 0xffff ? 2 : 1;
      for (let index = 0; index < activeCount; index++) {
        const step = steps[active[index] as number] as Step;
        if (step.op === "read" && hasCharacter(step.set, codePoint)) enter(step.next, tick + 1);
      }
    }
    return entered[0] === tick;
  };
}
