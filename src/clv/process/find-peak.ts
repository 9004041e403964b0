const SEARCH_STEPS = 80;
/** How exactly: a quadrature that begins at the peak needs no more. */
const TOLERANCE = 1e-3;
const CURVATURE_STEP = 0.01;
/** Where a function is flat at its peak, its width is that of what lies around. */
const LEAST_CURVATURE = 1e-6;

/** Where a function is highest, and how it bends there. */
interface Peak {
  readonly peak: number;
  /** Minus the second derivative, above 0. */
  readonly curvature: number;
}

/** The highest point of a function with one peak, by golden section. */
export function findPeak(f: (x: number) => number, low: number, high: number): Peak {
  const share = (Math.sqrt(5) - 1) / 2;
  let [left, right] = [low, high];
  let [inner, outer] = [right - share * (right - left), left + share * (right - left)];
  let [atInner, atOuter] = [f(inner), f(outer)];
  for (let step = 0; step < SEARCH_STEPS && right - left > TOLERANCE; step++) {
    if (atInner >= atOuter) {
      [right, outer, atOuter] = [outer, inner, atInner];
      inner = right - share * (right - left);
      atInner = f(inner);
    } else {
      [left, inner, atInner] = [inner, outer, atOuter];
      outer = left + share * (right - left);
      atOuter = f(outer);
    }
  }
  const peak = (left + right) / 2;
  const around = f(peak - CURVATURE_STEP) + f(peak + CURVATURE_STEP);
  const curvature = (2 * f(peak) - around) / CURVATURE_STEP ** 2;
  return { peak, curvature: Math.max(curvature, LEAST_CURVATURE) };
}
