import { invalid } from "../../core/errors.js";
import {
  type DateParts,
  type DateStep,
  readHalf,
  readLiteral,
  readMonthName,
  readNumber,
  readOffset,
  readShortYear,
} from "./date-steps.js";
import type { DateReader } from "./iso-date.js";
import type { ZoneClock } from "./zone-clock.js";

const NONE = -1;

/** What each token of a pattern reads: the part of the date, and the step. */
const TOKENS: Readonly<Record<string, readonly [part: keyof DateParts, step: DateStep]>> = {
  yyyy: ["year", readNumber("year", 4, 4)],
  yy: ["year", readShortYear],
  MMM: ["month", readMonthName],
  MM: ["month", readNumber("month", 2, 2)],
  M: ["month", readNumber("month", 1, 2)],
  dd: ["day", readNumber("day", 2, 2)],
  d: ["day", readNumber("day", 1, 2)],
  HH: ["hour", readNumber("hour", 2, 2)],
  H: ["hour", readNumber("hour", 1, 2)],
  hh: ["hour", readNumber("hour", 2, 2)],
  h: ["hour", readNumber("hour", 1, 2)],
  mm: ["minute", readNumber("minute", 2, 2)],
  ss: ["second", readNumber("second", 2, 2)],
  SSS: ["millisecond", readNumber("millisecond", 3, 3)],
  a: ["half", readHalf],
  XXX: ["offsetMs", readOffset],
};
/** A literal in quotes, a run of one letter, or a run of other characters. */
const PIECE = /'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+/g;
const LONGEST = 60;

/** Reads dates written after a pattern such as `dd/MM/yyyy HH:mm`. */
export class PatternDateReader implements DateReader {
  atMs = 0;
  readonly #steps: readonly DateStep[];
  readonly #hasTime: boolean;
  readonly #clock: ZoneClock;
  /** Parts that the pattern does not name keep these values. */
  readonly #parts: DateParts = {
    year: 0,
    month: 0,
    day: 0,
    hour: 0,
    minute: 0,
    second: 0,
    millisecond: 0,
    half: undefined,
    offsetMs: undefined,
  };

  /** @throws ClienteleError INVALID_ARGUMENT for a pattern that does not name a day, or what it is not made of */
  constructor(pattern: string, clock: ZoneClock) {
    const { steps, parts } = compile(pattern);
    this.#steps = steps;
    this.#hasTime = parts.has("hour") || parts.has("offsetMs");
    this.#clock = clock;
  }

  read(bytes: Uint8Array, from: number): number {
    const parts = this.#parts;
    let at = from;
    for (const step of this.#steps) {
      at = step(bytes, at, parts);
      if (at === NONE) return NONE;
    }
    const { year, month, day } = parts;
    this.atMs = this.#hasTime
      ? this.#clock.timeOf(year, month, day, millisecondsOfDay(parts), parts.offsetMs)
      : this.#clock.startOfDay(year, month, day);
    return this.atMs === -Infinity ? NONE : at;
  }
}

/** NaN when there is no such time. */
function millisecondsOfDay({ hour, minute, second, millisecond, half }: DateParts): number {
  const isHour = half === undefined ? hour <= 23 : hour >= 1 && hour <= 12;
  if (!isHour || minute > 59 || second > 59) return Number.NaN;
  const hours = half === undefined ? hour : (hour % 12) + 12 * half;
  return ((hours * 60 + minute) * 60 + second) * 1000 + millisecond;
}

interface CompiledPattern {
  readonly steps: readonly DateStep[];
  readonly parts: ReadonlySet<string>;
}

function compile(pattern: string): CompiledPattern {
  if (typeof pattern !== "string" || pattern.length > LONGEST) {
    throw invalid("mapping.dateFormat", `a pattern of at most ${LONGEST} characters`, pattern);
  }
  const pieces = [...pattern.trim().matchAll(PIECE)];
  if (pieces.map(([piece]) => piece).join("") !== pattern.trim()) {
    throw badPattern(pattern, "a pattern whose quotes are closed");
  }
  const parts = new Set<string>();
  const steps = pieces.map(([piece, quoted, letter]) => {
    if (letter === undefined || piece === "T") return readLiteral(quoted ?? piece);
    const token = Object.hasOwn(TOKENS, piece) ? TOKENS[piece] : undefined;
    if (token === undefined) throw badPattern(pattern, `free of ${JSON.stringify(piece)}`);
    const [part, step] = token;
    if (parts.has(part)) throw badPattern(pattern, `a pattern that names the ${part} once`);
    parts.add(part);
    return step;
  });
  checkParts(pattern, parts, /h/.test(pattern.replaceAll(/'[^']*'/g, "")));
  return { steps, parts };
}

const NEEDED: readonly (readonly [part: string, needs: string])[] = [
  ["half", "hour"],
  ["minute", "hour"],
  ["second", "minute"],
  ["millisecond", "second"],
];

function checkParts(pattern: string, parts: ReadonlySet<string>, isHalfDay: boolean): void {
  if (!["year", "month", "day"].every((part) => parts.has(part))) {
    throw badPattern(pattern, "auto, epoch-s, epoch-ms or a pattern with yyyy, MM and dd");
  }
  for (const [part, needs] of NEEDED) {
    if (parts.has(part) && !parts.has(needs)) {
      throw badPattern(pattern, `a pattern that has the ${needs} beside the ${part}`);
    }
  }
  if (isHalfDay !== parts.has("half")) {
    throw badPattern(pattern, "a pattern with h and a (AM, PM), or with HH");
  }
}

function badPattern(pattern: string, expected: string): Error {
  return invalid("mapping.dateFormat", expected, pattern, {
    remedy: "For 31/12/2025 18:30 give dd/MM/yyyy HH:mm",
  });
}
