import { type CutRule, cutAtQuantiles } from "./cut-at-quantiles.js";
import { countByGroup, groupByScore, groupWithin } from "./groups.js";
import { type RfmMeasures, TIE_TOLERANCE } from "./measure-rfm.js";
import type { RfmOptions } from "./options.js";
import { scoreMeasure } from "./score-measures.js";
import type { FlatRfmCuts, MeasureCuts, NestedRfmCuts, RfmBins, RfmMeasure } from "./types.js";

/** How all three measures are cut. */
export type CutRules = Pick<RfmOptions, "ties" | "cutStep"> & { readonly bins: RfmBins };

/** Cuts each measure at its own quantiles. */
export function cutIndependently(
  measures: RfmMeasures,
  rules: CutRules,
): Pick<FlatRfmCuts, "layout" | RfmMeasure> {
  return {
    layout: "flat",
    recency: cutAtQuantiles(measures.recency, ruleOf("recency", rules)),
    frequency: cutAtQuantiles(measures.frequency, ruleOf("frequency", rules)),
    monetary: cutAtQuantiles(measures.monetary, ruleOf("monetary", rules)),
  };
}

/** Cuts frequency within each recency score, and money within each pair of both. */
export function cutNested(
  measures: RfmMeasures,
  rules: CutRules,
): Pick<NestedRfmCuts, "layout" | RfmMeasure> {
  const { bins } = rules;
  const recency = cutAtQuantiles(measures.recency, ruleOf("recency", rules));
  const outer = groupByScore(scoreMeasure("recency", measures, [recency]));
  const frequency = cutWithin("frequency", measures, outer, bins.recency, rules);
  const frequencyScores = scoreMeasure("frequency", measures, frequency, outer);
  const inner = groupWithin(outer, frequencyScores, bins.frequency);
  const monetary = cutWithin("monetary", measures, inner, bins.recency * bins.frequency, rules);
  return { layout: "nested", recency, frequency, monetary };
}

/** Cuts a measure within each group; a group without customers takes the cuts of all customers. */
function cutWithin(
  measure: "frequency" | "monetary",
  measures: RfmMeasures,
  group: Uint8Array,
  groups: number,
  rules: CutRules,
): MeasureCuts[] {
  const rule = ruleOf(measure, rules);
  const overall = cutAtQuantiles(measures[measure], rule);
  return gatherGroups(measures[measure], group, groups).map((members) =>
    members.length === 0 ? overall : cutAtQuantiles(members, rule),
  );
}

/** The values of each group, next to each other in one array. */
function gatherGroups(values: Float64Array, group: Uint8Array, groups: number): Float64Array[] {
  const sizes = countByGroup(group, groups);
  const next = new Uint32Array(groups);
  for (let each = 1; each < groups; each++) {
    next[each] = (next[each - 1] as number) + (sizes[each - 1] as number);
  }
  const starts = next.slice();
  const gathered = new Float64Array(values.length);
  for (let index = 0; index < values.length; index++) {
    gathered[next[group[index] as number]!++] = values[index] as number;
  }
  return Array.from(starts, (start, each) => gathered.subarray(start, next[each]));
}

function ruleOf(measure: RfmMeasure, { bins, ties, cutStep }: CutRules): CutRule {
  return { bins: bins[measure], ties, cutStep, tolerance: TIE_TOLERANCE[measure] };
}
