import { kaplanMeier } from "./kaplan-meier.js";
import { numberLabels } from "./number-labels.js";
import type { KaplanMeierOptionsInput } from "./options.js";
import { readSurvivalSample } from "./read-sample.js";
import type { GroupCurve, GroupedSample } from "./types.js";

/**
 * A survival curve for each group; {@link logRankTest} tells whether they differ.
 *
 * @param sample - `times`, `events`, `groups`, and where there are some `entries` and `weights`
 * @param options - those of `kaplanMeier`
 * @returns one curve per group, in the order of their names; none for no subjects
 * @throws ClienteleError as `kaplanMeier`
 * @example
 * const curves = kaplanMeierByGroup({ times: [1, 2], events: [1, 1], groups: ["b", "a"] });
 * curves.map(({ group }) => group) //=> ["a", "b"]
 */
export function kaplanMeierByGroup(
  sample: Omit<GroupedSample, "strata">,
  options: KaplanMeierOptionsInput = {},
): GroupCurve[] {
  const { times, causes, entries, weights } = readSurvivalSample(sample);
  const { names, numbers } = numberLabels(sample.groups, "sample.groups", {
    length: times.length,
    mayMiss: false,
  });
  const rows = names.map((): number[] => []);
  numbers.forEach((number, row) => {
    (rows[number - 1] as number[]).push(row);
  });
  return names.map((group, place) => {
    const take = (column: ArrayLike<number>): Float64Array =>
      Float64Array.from(rows[place] as number[], (row) => column[row] as number);
    const curve = kaplanMeier(
      {
        times: take(times),
        events: take(causes),
        entries: entries && take(entries),
        weights: weights && take(weights),
      },
      options,
    );
    return { group, curve };
  });
}
