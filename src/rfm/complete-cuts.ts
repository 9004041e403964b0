import { checkColumn, type NumberColumn } from "../core/column.js";
import { invalid } from "../core/errors.js";
import type { CustomerSummaries } from "../transactions/types.js";
import type { MeasureChoice } from "./measure-rfm.js";
import { RFM_DEFAULTS, type RfmOptionsInput } from "./options.js";
import type { FlatRfmCuts, MeasureCuts, RfmCuts, RfmMeasure } from "./types.js";

/** What all cuts have in common: their unit, currency and measures. */
export type RfmCutsHead = Omit<FlatRfmCuts, "layout" | RfmMeasure>;

/** Says in which unit, currency and measures new cuts of these summaries are. */
export function headOfCuts(summaries: CustomerSummaries, choice: MeasureChoice): RfmCutsHead {
  return {
    kind: "rfmCuts",
    version: 1,
    unit: summaries.unit,
    currency: summaries.currency,
    frequencyMeasure: choice.frequency,
    monetaryMeasure: choice.monetary,
  };
}

/**
 * Completes the cuts given for the method `fixed`: plain numbers get sides, unit and currency.
 *
 * @throws ClienteleError INVALID_ARGUMENT without cuts, or with options that the cuts settle
 */
export function completeCuts(summaries: CustomerSummaries, options: RfmOptionsInput): RfmCuts {
  const { cuts } = options;
  if (typeof cuts !== "object" || cuts === null) {
    throw invalid("options.cuts", "the cuts to score by", cuts, {
      remedy: 'The method "fixed" needs the cuts of an earlier run, or cuts of your own',
    });
  }
  refuse(options, "bins");
  refuse(options, "ties");
  refuse(options, "cutStep");
  if ("kind" in cuts) {
    refuse(options, "frequency", cuts.frequencyMeasure);
    refuse(options, "monetary", cuts.monetaryMeasure);
    return cuts;
  }
  const choice = {
    frequency: options.frequency ?? RFM_DEFAULTS.frequency,
    monetary: options.monetary ?? RFM_DEFAULTS.monetary,
  };
  return {
    ...headOfCuts(summaries, choice),
    layout: "flat",
    recency: completeMeasureCuts(cuts.recency, "options.cuts.recency"),
    frequency: completeMeasureCuts(cuts.frequency, "options.cuts.frequency"),
    monetary: completeMeasureCuts(cuts.monetary, "options.cuts.monetary"),
  };
}

/** Refuses an option that says something else than the cuts do. */
function refuse(options: RfmOptionsInput, key: keyof RfmOptionsInput, settled?: string): void {
  const value = options[key];
  if (value !== undefined && value !== settled) {
    throw invalid(`options.${key}`, "left out where the cuts are given: they settle it", value);
  }
}

/** A plain number is where an interval starts: that interval owns it. */
function completeMeasureCuts(cuts: NumberColumn | MeasureCuts, where: string): MeasureCuts {
  if (typeof cuts === "object" && cuts !== null && "side" in cuts) return cuts;
  checkColumn(cuts, where);
  const at = Array.from(cuts);
  return { at, side: at.map(() => "upper") };
}
