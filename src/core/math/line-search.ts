import { checkColumn, checkNumber } from "../column.js";
import { dot } from "./matrix.js";
import type { Objective } from "./objective.js";

/** A point on the line of a search. */
export interface LinePoint {
  /** How far along the direction. */
  readonly step: number;
  readonly point: readonly number[];
  readonly value: number;
  readonly gradient: ArrayLike<number>;
  /** The derivative along the direction. */
  readonly slope: number;
}

/** The Wolfe conditions: enough decrease, and a slope enough flatter than at the origin. */
const DECREASE = 1e-4;
const FLATTER = 0.9;
/** Differences of the value below this share of it are rounding. */
const ROUNDING = 1e-14;
const MOST_TRIALS = 40;

/** Evaluates the objective at the start and refuses what is not finite there. */
export function evaluateStart(objective: Objective, start: readonly number[]): LinePoint {
  checkColumn(start, "start");
  const point = Array.from(start);
  const { value, gradient } = objective(point);
  checkNumber(value, "objective(start).value");
  checkColumn(gradient, "objective(start).gradient", "finite", start.length);
  return { step: 0, point, value, gradient, slope: NaN };
}

/** Evaluates the objective at `step` along `direction`; a value that is not finite becomes Infinity. */
export function evaluateOnLine(
  objective: Objective,
  origin: readonly number[],
  direction: readonly number[],
  step: number,
): LinePoint {
  const point = origin.map((coordinate, index) => coordinate + step * (direction[index] as number));
  const { value, gradient } = objective(point);
  const slope = dot(direction, gradient);
  return Number.isFinite(value) && Number.isFinite(slope)
    ? { step, point, value, gradient, slope }
    : { step, point, value: Infinity, gradient, slope: NaN };
}

/**
 * A step that meets the strong Wolfe conditions (Nocedal and Wright, 2006, algorithms 3.5 and 3.6),
 * or at least lowers the value; `undefined` when no step does.
 *
 * @param evaluate - the line, see {@link evaluateOnLine}
 * @param origin - its point at step 0, with a negative slope
 * @param firstStep - where to look first
 */
export function searchLine(
  evaluate: (step: number) => LinePoint,
  origin: LinePoint,
  firstStep: number,
): LinePoint | undefined {
  let previous = origin;
  let step = firstStep;
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const current = evaluate(step);
    if (!decreases(current, origin) || (trial > 0 && current.value > previous.value)) {
      return zoom(evaluate, origin, previous, current);
    }
    if (isFlat(current, origin)) return current;
    if (current.slope >= 0) return zoom(evaluate, origin, current, previous);
    previous = current;
    step *= 2.5;
  }
  return previous;
}

/** Narrows the stretch between the better end and the other down to a step that is good. */
function zoom(
  evaluate: (step: number) => LinePoint,
  origin: LinePoint,
  betterEnd: LinePoint,
  otherEnd: LinePoint,
): LinePoint | undefined {
  let better = betterEnd;
  let other = otherEnd;
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const current = evaluate(interpolate(better, other));
    if (!decreases(current, origin) || current.value > better.value) {
      other = current;
    } else {
      if (isFlat(current, origin)) return current;
      if (current.slope * (other.step - better.step) >= 0) other = better;
      better = current;
    }
    if (Math.abs(other.step - better.step) <= 1e-12 * Math.abs(better.step)) break;
  }
  return better.value < origin.value ? better : undefined;
}

function decreases(current: LinePoint, origin: LinePoint): boolean {
  if (current.value <= origin.value + DECREASE * current.step * origin.slope) return true;
  // Near the minimum the value cannot tell any more, but the slope can (Hager and Zhang, 2005).
  const isLevel = current.value <= origin.value + ROUNDING * Math.abs(origin.value);
  return isLevel && current.slope <= (2 * DECREASE - 1) * origin.slope;
}

function isFlat(current: LinePoint, origin: LinePoint): boolean {
  return Math.abs(current.slope) <= -FLATTER * origin.slope;
}

/** The minimum of the cubic through both ends (Nocedal and Wright, 3.59), kept off the ends. */
function interpolate(better: LinePoint, other: LinePoint): number {
  const width = other.step - better.step;
  const middle = better.step + 0.5 * width;
  if (!Number.isFinite(other.value)) return better.step + 0.1 * width;
  const chord =
    better.slope + other.slope - (3 * (better.value - other.value)) / (better.step - other.step);
  const root = Math.sign(width) * Math.sqrt(chord * chord - better.slope * other.slope);
  const trial =
    other.step - (width * (other.slope + root - chord)) / (other.slope - better.slope + 2 * root);
  const share = (trial - better.step) / width;
  if (!Number.isFinite(share)) return middle;
  return better.step + Math.min(0.9, Math.max(0.1, share)) * width;
}
