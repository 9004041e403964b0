import { checkColumn, checkOneOf } from "../core/column.js";
import { ClienteleError, describeValue, invalid } from "../core/errors.js";
import { FEWEST_BINS, MOST_BINS } from "./bins.js";
import type { MeasureCuts, RfmCuts } from "./types.js";

/**
 * Refuses cuts that are not complete: whatever their type says, they may come from a file.
 *
 * @throws ClienteleError INVALID_ARGUMENT; UNSUPPORTED_VERSION; LENGTH_MISMATCH
 */
export function checkRfmCuts(cuts: RfmCuts): void {
  checkHeader(cuts);
  checkMeasureCuts(cuts.recency, "cuts.recency");
  if (cuts.layout === "flat") {
    checkMeasureCuts(cuts.frequency, "cuts.frequency");
    checkMeasureCuts(cuts.monetary, "cuts.monetary");
    return;
  }
  checkGroups(cuts.frequency, "cuts.frequency", cuts.recency.at.length + 1);
  const groups = cuts.frequency.length * (cuts.frequency[0]!.at.length + 1);
  checkGroups(cuts.monetary, "cuts.monetary", groups);
}

/**
 * Refuses cuts of one measure that are not 1 to 9 ascending finite numbers with a side each.
 *
 * @throws ClienteleError INVALID_ARGUMENT; LENGTH_MISMATCH
 */
export function checkMeasureCuts(cuts: MeasureCuts, where: string): void {
  if (typeof cuts !== "object" || cuts === null) throw invalid(where, "an object of cuts", cuts);
  checkColumn(cuts.at, `${where}.at`);
  if (cuts.at.length + 1 < FEWEST_BINS || cuts.at.length + 1 > MOST_BINS) {
    throw invalid(`${where}.at`, `${FEWEST_BINS - 1} to ${MOST_BINS - 1} cuts`, cuts.at.length);
  }
  cuts.at.forEach((cut, index) => {
    const previous = cuts.at[index - 1];
    if (previous !== undefined && cut < previous) {
      throw invalid(`${where}.at[${index}]`, `at least ${previous}, the cut before it`, cut);
    }
  });
  if (!Array.isArray(cuts.side)) throw invalid(`${where}.side`, "an array of sides", cuts.side);
  if (cuts.side.length !== cuts.at.length) {
    throw invalid(`${where}.side`, `of length ${cuts.at.length}`, cuts.side.length, {
      code: "LENGTH_MISMATCH",
    });
  }
  cuts.side.forEach((side, index) => {
    checkOneOf(side, `${where}.side[${index}]`, ["lower", "upper"]);
  });
}

function checkHeader(cuts: RfmCuts): void {
  if (typeof cuts !== "object" || cuts === null) throw invalid("cuts", "RFM cuts", cuts);
  checkOneOf(cuts.kind, "cuts.kind", ["rfmCuts"]);
  if (cuts.version !== 1) {
    throw new ClienteleError(
      "UNSUPPORTED_VERSION",
      `cuts.version ${describeValue(cuts.version)} is not known here; this library reads version 1`,
      { where: "cuts.version", expected: "1", got: describeValue(cuts.version) },
    );
  }
  if (typeof cuts.unit !== "string") throw invalid("cuts.unit", "a unit of time", cuts.unit);
  if (typeof cuts.currency !== "string") {
    throw invalid("cuts.currency", "an ISO 4217 code", cuts.currency);
  }
  checkOneOf(cuts.layout, "cuts.layout", ["flat", "nested"]);
  checkOneOf(cuts.frequencyMeasure, "cuts.frequencyMeasure", ["orderCount", "purchaseDays"]);
  checkOneOf(cuts.monetaryMeasure, "cuts.monetaryMeasure", ["totalSpend", "meanSpend"]);
}

function checkGroups(groups: readonly MeasureCuts[], where: string, count: number): void {
  if (!Array.isArray(groups)) throw invalid(where, `${count} groups of cuts`, groups);
  if (groups.length !== count) {
    throw invalid(where, `${count} groups of cuts`, groups.length, { code: "LENGTH_MISMATCH" });
  }
  groups.forEach((cuts: MeasureCuts, index) => {
    checkMeasureCuts(cuts, `${where}[${index}]`);
    if (cuts.at.length !== groups[0]?.at.length) {
      throw invalid(`${where}[${index}].at`, "of the same length in every group", cuts.at.length, {
        code: "LENGTH_MISMATCH",
      });
    }
  });
}
