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

/** Sums marks once, so that every question after takes logarithmic time, or one walk over the falls. */
export function sumMarks(marks: readonly Mark[]): QualifyingSum {
  const rises = steps(marks, ({ fromMs }) => fromMs);
  const falls = steps(marks, ({ untilMs }) => untilMs);
  const at = (atMs: number) => rises.upTo(atMs) - falls.upTo(atMs);
  return {
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
