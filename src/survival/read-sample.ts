import { checkColumn, checkLength, type NumberColumn } from "../core/column.js";
import { ClienteleError, invalid } from "../core/errors.js";
import { numberLabels } from "./number-labels.js";
import type { CompetingSample, SurvivalSample } from "./types.js";

/** A sample that has been checked. */
export interface Sample {
  readonly times: NumberColumn;
  /** 0 where censored, otherwise the number of the cause, from 1. */
  readonly causes: ArrayLike<number>;
  readonly causeCount: number;
  readonly entries: NumberColumn | undefined;
  readonly weights: NumberColumn | undefined;
}

/** Columns that may be absent, as they are easily misspelt: a sample without them gives other results. */
const MISSPELT = [
  ["entry", "entries"],
  ["weight", "weights"],
  ["stratum", "strata"],
] as const;

/**
 * Reads a sample with one kind of event.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, UNKNOWN_OPTION, INVALID_DATA, OUT_OF_RANGE
 */
export function readSurvivalSample(sample: SurvivalSample): Sample {
  checkObject(sample);
  const followUp = readFollowUp(sample);
  const causes = readEvents(sample.events, followUp.times.length);
  return { ...followUp, causes, causeCount: 1 };
}

/**
 * Reads a sample with several kinds of event.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, UNKNOWN_OPTION, INVALID_DATA, OUT_OF_RANGE
 */
export function readCompetingSample(
  sample: CompetingSample,
): Sample & { readonly names: readonly string[] } {
  checkObject(sample);
  const followUp = readFollowUp(sample);
  const { names, numbers } = numberLabels(sample.causes, "sample.causes", {
    length: followUp.times.length,
    mayMiss: true,
  });
  return { ...followUp, causes: numbers, causeCount: names.length, names };
}

function checkObject(sample: object): void {
  if (typeof sample !== "object" || sample === null || Array.isArray(sample)) {
    throw invalid("sample", "an object with columns such as times", sample);
  }
  for (const [wrong, right] of MISSPELT) {
    if (Object.hasOwn(sample, wrong)) {
      throw new ClienteleError(
        "UNKNOWN_OPTION",
        `sample.${wrong} is not a column; it is called ${right}`,
        { where: `sample.${wrong}`, expected: right, got: wrong },
      );
    }
  }
}

function readFollowUp({
  times,
  entries,
  weights,
}: SurvivalSample | CompetingSample): Pick<Sample, "times" | "entries" | "weights"> {
  checkColumn(times, "sample.times", "nonNegative");
  if (entries !== undefined) checkEntries(entries, times);
  if (weights !== undefined) checkWeights(weights, times.length);
  return { times, entries, weights };
}

function checkEntries(entries: NumberColumn, times: NumberColumn): void {
  checkColumn(entries, "sample.entries", "nonNegative", times.length);
  for (let row = 0; row < times.length; row++) {
    const entry = entries[row] as number;
    if (entry > 0 && entry >= (times[row] as number)) {
      throw invalid(`sample.entries[${row}]`, `below its time ${times[row]}`, entry, {
        code: "INVALID_DATA",
        remedy: "A row that ends where it begins was never under observation: leave it out",
      });
    }
  }
}

function checkWeights(weights: NumberColumn, length: number): void {
  checkColumn(weights, "sample.weights", "nonNegative", length);
  let total = 0;
  for (let row = 0; row < length; row++) total += weights[row] as number;
  if (total === Infinity) {
    throw new ClienteleError("OUT_OF_RANGE", "sample.weights are too large to be added", {
      where: "sample.weights",
    });
  }
}

function readEvents(events: ArrayLike<number | boolean>, length: number): Uint8Array {
  if (typeof events !== "object" || events === null || typeof events.length !== "number") {
    throw invalid("sample.events", "an array of 0 and 1, or of false and true", events);
  }
  checkLength(events, "sample.events", length);
  const flags = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    const event = events[row];
    if (event === 1 || event === true) flags[row] = 1;
    else if (event !== 0 && event !== false) {
      throw invalid(`sample.events[${row}]`, "0 or 1, false or true", event);
    }
  }
  return flags;
}
