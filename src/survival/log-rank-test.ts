import { checkColumn, checkOneOf } from "../core/column.js";
import { ClienteleError } from "../core/errors.js";
import { chiSquareSurvival, symmetricEigen } from "../core/math/index.js";
import { withDefaults } from "../core/options.js";
import { sortedOrder } from "../core/sorted-order.js";
import { type Comparison, compareGroups, type Stratum } from "./compare-groups.js";
import { numberLabels } from "./number-labels.js";
import { LOG_RANK_DEFAULTS, type LogRankOptionsInput } from "./options.js";
import { readSurvivalSample } from "./read-sample.js";
import type { GroupedSample, LogRankTest } from "./types.js";

/** The covariances take the square of this many sums at each time. */
const MOST_GROUPS = 100;
/** Directions with less variance than this, of 1 for each group, are none. */
const NO_VARIANCE = 1e-9;

/**
 * Tests whether groups have one survival curve: the log-rank test and its weighted kin (Mantel, 1966;
 * Peto and Peto, 1972; Tarone and Ware, 1977), within strata where there are some.
 *
 * @param sample - `times`, `events`, `groups`, and where there are some `strata`, `entries` and
 * whole-numbered `weights`; in any order
 * @param options - `weighting` (default `logRank`)
 * @returns the statistic and, per group, events observed and expected; no statistic where no two
 * groups are at risk together when something happens
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, UNKNOWN_OPTION; INVALID_DATA for an entry
 * that is not below its time; LIMIT_EXCEEDED for more than 100 groups
 * @example
 * logRankTest({ times: [1, 2, 3, 4], events: [1, 1, 1, 1], groups: ["a", "a", "b", "b"] }).statistic //=> 2.8823529411764706
 */
export function logRankTest(sample: GroupedSample, options: LogRankOptionsInput = {}): LogRankTest {
  const { weighting } = withDefaults(LOG_RANK_DEFAULTS, options);
  checkOneOf(weighting, "options.weighting", ["logRank", "gehan", "taroneWare", "petoPeto"]);
  const { strata, names, subjects } = readGroups(sample);
  const size = names.length;
  const total: Comparison = {
    observed: new Float64Array(size),
    expected: new Float64Array(size),
    scores: new Float64Array(size),
    covariance: names.map(() => new Float64Array(size)),
  };
  for (const stratum of strata) compareGroups(stratum, weighting, total);
  const { statistic, degrees } = quadraticForm(total);
  return {
    statistic,
    degrees,
    pValue: statistic === undefined ? undefined : chiSquareSurvival(statistic, degrees),
    groups: names.map((group, place) => ({
      group,
      subjects: subjects[place] as number,
      observed: total.observed[place] as number,
      expected: total.expected[place] as number,
      score: total.scores[place] as number,
    })),
  };
}

function readGroups(sample: GroupedSample): {
  readonly strata: readonly Stratum[];
  readonly names: readonly string[];
  readonly subjects: Float64Array;
} {
  const { times, causes, entries, weights } = readSurvivalSample(sample);
  const label = { length: sample.times.length, mayMiss: false };
  const { names, numbers: groups } = numberLabels(sample.groups, "sample.groups", label);
  if (weights !== undefined) checkColumn(weights, "sample.weights", "count");
  if (names.length > MOST_GROUPS) {
    throw new ClienteleError(
      "LIMIT_EXCEEDED",
      `sample.groups has ${names.length} groups; at most ${MOST_GROUPS} can be compared`,
      { where: "sample.groups", expected: `at most ${MOST_GROUPS}`, got: String(names.length) },
    );
  }
  const strata =
    sample.strata === undefined
      ? { names: [""], numbers: new Uint32Array(label.length).fill(1) }
      : numberLabels(sample.strata, "sample.strata", label);
  const lateEntries = entries === undefined ? [] : sortedOrder(entries);
  const byTime = partition(sortedOrder(times), strata.numbers, strata.names.length);
  const byEntry = partition(
    Array.from(lateEntries).filter((row) => (entries?.[row] as number) > 0),
    strata.numbers,
    strata.names.length,
  );
  const subjects = new Float64Array(names.length);
  groups.forEach((group, row) => {
    subjects[group - 1] = (subjects[group - 1] as number) + (weights?.[row] ?? 1);
  });
  return {
    names,
    subjects,
    strata: strata.names.map((_, place) => ({
      byTime: byTime[place] as number[],
      byEntry: byEntry[place] as number[],
      times,
      events: causes,
      entries,
      weights,
      groups,
    })),
  };
}

/** The rows of each part, in the order in which they come. */
function partition(rows: ArrayLike<number>, parts: Uint32Array, partCount: number): number[][] {
  const result = Array.from({ length: partCount }, (): number[] => []);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as number;
    (result[(parts[row] as number) - 1] as number[]).push(row);
  }
  return result;
}

/**
 * z' V⁻ z in the directions that V has, on the scale of correlations: the scores add up to 0, over all
 * groups and over all that meet only each other, so that V has fewer directions than groups.
 */
function quadraticForm({ scores, covariance }: Comparison): {
  readonly statistic: number | undefined;
  readonly degrees: number;
} {
  const scales = covariance.map((row, group) => Math.sqrt(row[group] as number));
  const compared = scales.flatMap((scale, group) => (scale > 0 ? [group] : []));
  const correlation = compared.map((row) =>
    compared.map((column) => covariance[row]![column]! / (scales[row]! * scales[column]!)),
  );
  const { values, vectors } = symmetricEigen(correlation);
  let statistic = 0;
  let degrees = 0;
  values.forEach((value, place) => {
    if (value <= NO_VARIANCE) return;
    const along = compared.reduce(
      (sum, group, index) => sum + (scores[group]! / scales[group]!) * vectors[place]![index]!,
      0,
    );
    statistic += along ** 2 / value;
    degrees++;
  });
  return { statistic: degrees === 0 ? undefined : statistic, degrees };
}
