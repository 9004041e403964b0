import { checkNumber } from "../column.js";
import { type ClienteleError, invalid } from "../errors.js";
import { withDefaults } from "../options.js";

/** How exact {@link integrate} is asked to be. */
export interface IntegrateOptions {
  /** The error asked for, as a share of the result. Default 1e-12. */
  readonly relativeTolerance: number;
  /** The error asked for, where the result is near 0. Default 0. */
  readonly absoluteTolerance: number;
  /** Default 500, of 15 evaluations each. */
  readonly mostIntervals: number;
}

/** An integral with what is known of its error. */
export interface Integral {
  readonly value: number;
  /** An estimate from above, in smooth cases by far. */
  readonly error: number;
  /** Whether the error is within the tolerance. */
  readonly isExact: boolean;
  readonly evaluations: number;
}

const DEFAULTS: IntegrateOptions = {
  relativeTolerance: 1e-12,
  absoluteTolerance: 0,
  mostIntervals: 500,
};

/**
 * ∫ f over [low, high] by the 15 point Gauss-Kronrod rule on intervals that are halved where the error
 * is largest (Piessens et al., 1983, QUADPACK); an infinite end is taken to a finite one by
 * x = end ± t / (1 - t).
 *
 * @param f - finite inside the interval; an end itself is never evaluated
 * @param low - may be -Infinity
 * @param high - may be Infinity; below `low` the result changes its sign
 * @throws ClienteleError INVALID_ARGUMENT for NaN limits or a value that is not finite
 * @example
 * integrate((x) => Math.exp(-x * x), -Infinity, Infinity).value; //=> 1.772453850905516, which is √π
 */
export function integrate(
  f: (x: number) => number,
  low: number,
  high: number,
  options: Partial<IntegrateOptions> = {},
): Integral {
  const settings = withDefaults(DEFAULTS, options);
  checkNumber(settings.relativeTolerance, "options.relativeTolerance", "nonNegative");
  checkNumber(settings.absoluteTolerance, "options.absoluteTolerance", "nonNegative");
  checkNumber(settings.mostIntervals, "options.mostIntervals", "count");
  if (Number.isNaN(low)) throw invalid("low", "a number", low);
  if (Number.isNaN(high)) throw invalid("high", "a number", high);
  if (low === high) return { value: 0, error: 0, isExact: true, evaluations: 0 };
  if (low > high) {
    const reversed = integrate(f, high, low, options);
    return { ...reversed, value: 0 - reversed.value };
  }
  const checked = (x: number): number => {
    const value = f(x);
    if (!Number.isFinite(value)) throw notFinite(x, value);
    return value;
  };
  if (low === -Infinity && high === Infinity) {
    return refine(
      (t) => (checked(t / (1 - t)) + checked(-t / (1 - t))) / (1 - t) ** 2,
      0,
      1,
      settings,
    );
  }
  if (high === Infinity) {
    return refine((t) => checked(low + t / (1 - t)) / (1 - t) ** 2, 0, 1, settings);
  }
  if (low === -Infinity) {
    return refine((t) => checked(high - t / (1 - t)) / (1 - t) ** 2, 0, 1, settings);
  }
  return refine(checked, low, high, settings);
}

function notFinite(x: number, value: number): ClienteleError {
  return invalid(`f(${x})`, "a finite number", value);
}

interface Piece {
  readonly low: number;
  readonly high: number;
  readonly value: number;
  readonly error: number;
}

function refine(
  f: (x: number) => number,
  low: number,
  high: number,
  settings: IntegrateOptions,
): Integral {
  const pieces = [kronrod(f, low, high)];
  for (;;) {
    const value = pieces.reduce((sum, piece) => sum + piece.value, 0);
    const error = pieces.reduce((sum, piece) => sum + piece.error, 0);
    const bound = Math.max(
      settings.absoluteTolerance,
      settings.relativeTolerance * Math.abs(value),
    );
    const isExact = error <= bound;
    if (isExact || pieces.length >= settings.mostIntervals) {
      return { value, error, isExact, evaluations: 15 * (2 * pieces.length - 1) };
    }
    const worst = pieces.reduce(
      (best, piece, index) => (piece.error > pieces[best]!.error ? index : best),
      0,
    );
    const piece = pieces[worst] as Piece;
    const middle = 0.5 * (piece.low + piece.high);
    pieces[worst] = kronrod(f, piece.low, middle);
    pieces.push(kronrod(f, middle, piece.high));
  }
}

function kronrod(f: (x: number) => number, low: number, high: number): Piece {
  const middle = 0.5 * (low + high);
  const half = 0.5 * (high - low);
  const centre = f(middle);
  let value = centre * (KRONROD_WEIGHTS[7] as number);
  let gauss = centre * (GAUSS_WEIGHTS[3] as number);
  let size = Math.abs(value);
  for (let index = 0; index < 7; index++) {
    const distance = half * (KRONROD_NODES[index] as number);
    const left = f(middle - distance);
    const right = f(middle + distance);
    value += (KRONROD_WEIGHTS[index] as number) * (left + right);
    size += (KRONROD_WEIGHTS[index] as number) * (Math.abs(left) + Math.abs(right));
    if (index % 2 === 1) gauss += (GAUSS_WEIGHTS[(index - 1) / 2] as number) * (left + right);
  }
  // The difference of both rules is far above the error of the better one; rounding is its floor.
  const difference = Math.abs(value - gauss);
  const sharpened = size === 0 ? 0 : size * Math.min(1, (200 * difference) / size) ** 1.5;
  return {
    low,
    high,
    value: half * value,
    error: half * Math.max(Math.min(difference, sharpened), 1e-15 * size),
  };
}

// The 7 point Gauss rule uses every second node (Piessens et al., 1983).
const KRONROD_NODES: readonly number[] = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945,
  0.5860872354676911, 0.4058451513773972, 0.2077849550078985, 0,
];
const KRONROD_WEIGHTS: readonly number[] = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592,
  0.1690047266392679, 0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
];
const GAUSS_WEIGHTS: readonly number[] = [
  0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694,
];
