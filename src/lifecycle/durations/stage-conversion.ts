import { checkNumber, checkOneOf } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import {
  aalenJohansen,
  type IncidenceCurves,
  type IncidencePoint,
  incidenceAt,
} from "../../survival/index.js";
import { checkStages } from "./check-stages.js";
import { checkVisits } from "./check-visits.js";
import { daysWatched, splitOptions } from "./observe-visits.js";
import {
  STAGE_CONVERSION_DEFAULTS,
  type StageConversionOptions,
  type StageConversionOptionsInput,
} from "./options.js";
import type { ShareEstimate, StageConversion, StageVisit } from "./types.js";
import { visitsByCustomer } from "./visits-by-customer.js";

/**
 * The share of the customers who enter one stage that reach another within a number of days, by any
 * way. Customers who have not been watched for so long count for as long as they have been (Aalen and
 * Johansen, 1978), instead of being left out or counted as failures.
 *
 * A migration to another version of the lifecycle ends the watching; a correction into the stage
 * counts as reaching it.
 *
 * @param visits - from `listVisits`, or your own; in any order
 * @param options - `from`, `to`, `horizonDays` and `asOf` are required
 * @returns the share with its interval; `undefined` where nobody was watched for so long
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, INVALID_DATA
 * @example
 * stageConversion(visits, { from: "trial", to: "customer", horizonDays: 30, asOf }).share?.share //=> 0.42
 */
export function stageConversion(
  visits: readonly StageVisit[],
  options: StageConversionOptionsInput,
): StageConversion {
  const { span, others } = splitOptions(options);
  const { from, to, horizonDays, ...choices } = others;
  const read = withDefaults(STAGE_CONVERSION_DEFAULTS, choices);
  checkQuestion({ from, to, horizonDays }, read);
  checkVisits(visits);
  const ends = new Set([to, ...read.unless]);
  const times: number[] = [];
  const entries: number[] = [];
  const causes: (string | undefined)[] = [];
  for (const ofCustomer of visitsByCustomer(visits).values()) {
    for (const start of entriesInto(from, ofCustomer, read.entries)) {
      const { endedMs, cause } = findEnd(ofCustomer, start, ends);
      const days = daysWatched(ofCustomer[start]!.enteredMs, endedMs, span);
      if (days === undefined) continue;
      times.push(days.untilDays);
      entries.push(days.fromDays);
      causes.push(days.isOver ? cause : undefined);
    }
  }
  const { interval, level } = read;
  const curves = aalenJohansen({ times, entries, causes }, { interval, level });
  const reached = curves.causes.find(({ cause }) => cause === to);
  const half = reached?.incidence.findIndex((share) => share >= 0.5) ?? -1;
  return {
    from,
    to,
    horizonDays,
    entries: times.length,
    converted: causes.filter((cause) => cause === to).length,
    share: shareAt(curves, to, horizonDays),
    medianDays: curves.times[half],
    curves,
  };
}

function checkQuestion(
  { from, to, horizonDays }: Pick<StageConversionOptionsInput, "from" | "to" | "horizonDays">,
  { unless, entries }: StageConversionOptions,
): void {
  for (const [name, stage] of [
    ["from", from],
    ["to", to],
  ] as const) {
    if (typeof stage !== "string" || stage === "") {
      throw invalid(`options.${name}`, "the name of a stage", stage);
    }
  }
  checkNumber(horizonDays, "options.horizonDays", "positive");
  checkOneOf(entries, "options.entries", ["first", "all"]);
  checkStages(unless, "options.unless");
  if (unless.includes(to)) throw invalid("options.unless", "without the stage to reach", to);
}

function entriesInto(
  stage: string,
  visits: readonly StageVisit[],
  which: StageConversionOptions["entries"],
): number[] {
  const all = visits.flatMap((visit, index) => (visit.stage === stage ? [index] : []));
  return which === "all" ? all : all.slice(0, 1);
}

/** The first of the ends after the start, or the migration before it. */
function findEnd(
  visits: readonly StageVisit[],
  start: number,
  ends: ReadonlySet<string>,
): { readonly endedMs?: number | undefined; readonly cause?: string | undefined } {
  for (let index = start; index < visits.length; index++) {
    const { leftMs, next, kind } = visits[index] as StageVisit;
    if (kind === "migrate") return { endedMs: leftMs };
    if (next !== undefined && ends.has(next)) return { endedMs: leftMs, cause: next };
  }
  return {};
}

function shareAt(curves: IncidenceCurves, to: string, days: number): ShareEstimate | undefined {
  if (curves.causes.some(({ cause }) => cause === to)) {
    const [point] = incidenceAt(curves, to, [days]);
    if (point === undefined || point.incidence > 0) {
      return point && { share: point.incidence, ...boundsOf(point) };
    }
  }
  const step = curves.times.findIndex((time) => time >= days);
  if (step < 0 && curves.survival.at(-1) !== 0) return undefined;
  // Where nobody has converted, the bound of as many who were watched to the end (Clopper and Pearson, 1934).
  const watched = curves.atRisk[step] ?? 0;
  const upper = watched === 0 ? 1 : 1 - ((1 - curves.level) / 2) ** (1 / watched);
  return { share: 0, standardError: 0, lower: 0, upper };
}

function boundsOf({ standardError, lower, upper }: IncidencePoint): Omit<ShareEstimate, "share"> {
  return { standardError, lower, upper };
}
