/** Something that counts towards a tier in `[fromMs, untilMs)`. */
export interface Mark {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly amount: number;
}

/** The metric of an account as a function of time, if nothing more happens. */
export interface QualifyingSum {
  /** The metric at an instant. */
  at(atMs: number): number;
  /** When it next falls after an instant; `Infinity` when it never does. */
  nextFallMs(afterMs: number): number;
  /** The first instant from `fromMs` on at which it is below a threshold; `Infinity` when it never is. */
  firstBelowMs(threshold: number, fromMs: number): number;
  /** Since when it has been below a threshold, at an instant at which it is; `-Infinity` for always. */
  belowSinceMs(threshold: number, atMs: number): number;
}

/** A sum with the marks that it is made of. */
export interface MarkSum extends QualifyingSum {
  readonly marks: readonly Mark[];
}

/** Sums marks once, so that every question after takes logarithmic time, or one walk over the falls. */
export function sumMarks(marks: readonly Mark[]): MarkSum {
  const rises = steps(marks, ({ fromMs }) => fromMs);
  const falls = steps(marks, ({ untilMs }) => untilMs);
  const at = (atMs: number) => rises.upTo(atMs) - falls.upTo(atMs);
  return {
    marks,
    at,
    nextFallMs: (afterMs) => falls.atMs[falls.countUpTo(afterMs)] ?? Infinity,
    firstBelowMs(threshold, fromMs) {
      if (at(fromMs) < threshold) return fromMs;
      for (let index = falls.countUpTo(fromMs); index < falls.atMs.length; index++) {
        const fallMs = falls.atMs[index]!;
        if (at(fallMs) < threshold) return fallMs;
      }
      return Infinity;
    },
    belowSinceMs(threshold, atMs) {
      let sinceMs = -Infinity;
      for (let index = falls.countUpTo(atMs) - 1; index >= 0; index--) {
        const fallMs = falls.atMs[index]!;
        if (at(fallMs - 1) >= threshold) {
          sinceMs = fallMs;
          break;
        }
      }
      return sinceMs;
    },
  };
}

/** The sum of sums: what every command asks is added up part by part, the rest asked of all marks. */
export function addSums(parts: readonly MarkSum[]): QualifyingSum {
  if (parts.length === 1) return parts[0]!;
  let whole: MarkSum | undefined;
  const all = () => (whole ??= sumMarks(parts.flatMap(({ marks }) => marks)));
  return {
    at: (atMs) => parts.reduce((so, part) => so + part.at(atMs), 0),
    nextFallMs: (afterMs) =>
      parts.reduce((first, part) => Math.min(first, part.nextFallMs(afterMs)), Infinity),
    firstBelowMs: (threshold, fromMs) => all().firstBelowMs(threshold, fromMs),
    belowSinceMs: (threshold, atMs) => all().belowSinceMs(threshold, atMs),
  };
}

/** The metric that stays as it is until something happens. */
export function constantSum(value: number): QualifyingSum {
  return {
    at: () => value,
    nextFallMs: () => Infinity,
    firstBelowMs: (threshold, fromMs) => (value < threshold ? fromMs : Infinity),
    belowSinceMs: () => -Infinity,
  };
}

interface Steps {
  readonly atMs: readonly number[];
  countUpTo(atMs: number): number;
  upTo(atMs: number): number;
}

/** A running total over instants. */
function steps(marks: readonly Mark[], instantOf: (mark: Mark) => number): Steps {
  const counted = marks.filter((mark) => mark.amount > 0 && Number.isFinite(instantOf(mark)));
  counted.sort((a, b) => instantOf(a) - instantOf(b));
  const atMs = counted.map(instantOf);
  let sum = 0;
  const totals = counted.map(({ amount }) => {
    sum += amount;
    return sum;
  });
  const countUpTo = (untilMs: number): number => {
    let low = 0;
    let high = atMs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (atMs[middle]! <= untilMs) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { atMs, countUpTo, upTo: (untilMs) => totals[countUpTo(untilMs) - 1] ?? 0 };
}
