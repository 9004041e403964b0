import type { Rehearsal } from "../../value-types.js";
import { MODEL_KINDS } from "./fit-models.js";

type Forecast = Rehearsal["forecasts"][number];

/** Errors this near, relative to the least, are equal: chance would decide between them. */
const ABOUT_EQUAL = 0.01;

/**
 * Puts forecasts in order, the one to use first: that with the least error, or where others are about
 * as good, the first in the order of {@link MODEL_KINDS}, in which models that let one-time buyers leave
 * come before those that do not.
 */
export function rankForecasts(forecasts: readonly Forecast[]): readonly Forecast[] {
  const byError = [...forecasts].sort((a, b) => a.error - b.error);
  const least = byError[0]?.error ?? 0;
  const equals = byError.filter(({ error }) => error <= least * (1 + ABOUT_EQUAL));
  const rank = ({ kind }: Forecast): number => MODEL_KINDS.indexOf(kind);
  const chosen = equals.reduce((best, each) => (rank(each) < rank(best) ? each : best));
  return [chosen, ...byError.filter((each) => each !== chosen)];
}

/**
 * The error of forecasts of counts: the mean Poisson deviance, which is least for the true means
 * (Gneiting, 2011) and in which a busy customer does not outweigh a hundred quiet ones.
 *
 * @param actual - purchases of each customer
 * @param expected - as many, positive
 */
export function forecastError(actual: Int32Array, expected: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < actual.length; row++) {
    const [count, mean] = [actual[row] as number, expected[row] as number];
    const surprise = count === 0 ? 0 : count * Math.log(count / mean);
    sum += 2 * (surprise - (count - mean));
  }
  return sum / actual.length;
}
