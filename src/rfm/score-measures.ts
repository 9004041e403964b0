import { binsOfCuts } from "./bins.js";
import { countByGroup, groupByScore, groupWithin } from "./groups.js";
import { type RfmMeasures, TIE_TOLERANCE } from "./measure-rfm.js";
import { placeValues } from "./place-values.js";
import type {
  FlatRfmCuts,
  MeasureCuts,
  NestedRfmCuts,
  RfmCuts,
  RfmMeasure,
  RfmScores,
} from "./types.js";

/** Scores measures by cuts that have been checked. */
export function scoreMeasures(measures: RfmMeasures, cuts: RfmCuts): RfmScores {
  const bins = binsOfCuts(cuts);
  const scores =
    cuts.layout === "flat"
      ? scoreFlat(measures, cuts)
      : scoreNested(measures, cuts, bins.frequency);
  const emptyBins = {
    recency: missingScores(scores.recency, bins.recency),
    frequency: missingScores(scores.frequency, bins.frequency),
    monetary: missingScores(scores.monetary, bins.monetary),
  };
  return { ...scores, bins, cuts, emptyBins };
}

/** Scores one measure; where cuts are nested, by those of each customer's group. */
export function scoreMeasure(
  measure: RfmMeasure,
  measures: RfmMeasures,
  cuts: readonly MeasureCuts[],
  group?: Uint8Array,
): Uint8Array {
  const rule = { tolerance: TIE_TOLERANCE[measure], isSmallBest: measure === "recency" };
  return placeValues(measures[measure], cuts, rule, group);
}

type Scored = Pick<RfmScores, RfmMeasure>;

function scoreFlat(measures: RfmMeasures, cuts: FlatRfmCuts): Scored {
  return {
    recency: scoreMeasure("recency", measures, [cuts.recency]),
    frequency: scoreMeasure("frequency", measures, [cuts.frequency]),
    monetary: scoreMeasure("monetary", measures, [cuts.monetary]),
  };
}

function scoreNested(measures: RfmMeasures, cuts: NestedRfmCuts, frequencyBins: number): Scored {
  const recency = scoreMeasure("recency", measures, [cuts.recency]);
  const outer = groupByScore(recency);
  const frequency = scoreMeasure("frequency", measures, cuts.frequency, outer);
  const inner = groupWithin(outer, frequency, frequencyBins);
  return { recency, frequency, monetary: scoreMeasure("monetary", measures, cuts.monetary, inner) };
}

function missingScores(column: Uint8Array, bins: number): number[] {
  const counts = countByGroup(column, bins + 1);
  return Array.from({ length: bins }, (_, index) => index + 1).filter((score) => !counts[score]);
}
