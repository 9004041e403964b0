import type { Tell } from "./collect-checks.js";

/** More than people can name; what is larger takes too long to reason about. */
const MOST_STAGES = 1000;
const MOST_MOVES = 2500;

/** Tells of a machine that is too large to be checked; whether it is. */
export function isTooLarge(config: unknown, tell: Tell): boolean {
  const { stages, moves } = (config ?? {}) as { stages?: unknown; moves?: unknown };
  const isLong = Array.isArray(moves) && moves.length > MOST_MOVES;
  const isWide = countStages(stages, MOST_STAGES) > MOST_STAGES;
  if (isLong) {
    tell("$.moves", "TOO_LARGE", tooMany(`${MOST_MOVES} moves`, `${MOST_MOVES} 条流转`), ERROR);
  }
  if (isWide) {
    tell("$.stages", "TOO_LARGE", tooMany(`${MOST_STAGES} stages`, `${MOST_STAGES} 个阶段`), ERROR);
  }
  return isLong || isWide;
}

const ERROR = { severity: "error" } as const;

const tooMany = (en: string, zh: string) => ({
  en: `a machine is checked with at most ${en}`,
  zh: `最多可检查 ${zh}`,
});

/** The number of stages, inner ones too, counted no further than one above `most`. */
function countStages(stages: unknown, most: number): number {
  let count = 0;
  const open: unknown[] = [stages];
  while (open.length > 0 && count <= most) {
    const level = open.pop();
    if (typeof level !== "object" || level === null) continue;
    const inside = Object.values(level) as { stages?: unknown }[];
    count += inside.length;
    for (const stage of inside) {
      if (typeof stage === "object" && stage !== null) open.push(stage.stages);
    }
  }
  return count;
}
