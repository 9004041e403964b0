import { checkColumn, type NumberColumn } from "../../core/column.js";
import { ClienteleError, invalid } from "../../core/errors.js";
import type { RenewalCounts } from "./types.js";

/**
 * The renewals of cohorts of which the survivors are known: of those who started, how many were left
 * after the first renewal, the second, and so on. Cohorts may be observed for different lengths.
 *
 * @param cohorts - one column of survivors per cohort, the newcomers first
 * @returns rows for `fitSbg` and `fitBdw`; the last survivors of each cohort are the censored ones
 * @throws ClienteleError INVALID_ARGUMENT for what are no counts; INVALID_DATA for survivors that rise
 * @example
 * fitSbg(renewalsOfCohorts([[1000, 631, 468, 382, 326], [800, 500]]));
 */
export function renewalsOfCohorts(cohorts: readonly NumberColumn[]): RenewalCounts {
  if (!Array.isArray(cohorts))
    throw invalid("cohorts", "an array of columns of survivors", cohorts);
  const [renewals, churned, active]: [number[], number[], number[]] = [[], [], []];
  cohorts.forEach((survivors: NumberColumn, cohort) => {
    checkColumn(survivors, `cohorts[${cohort}]`, "count");
    for (let made = 0; made < survivors.length; made++) {
      const here = survivors[made] as number;
      const isLast = made === survivors.length - 1;
      const next = isLast ? 0 : (survivors[made + 1] as number);
      if (next > here) throw rising(cohort, made + 1, here, next);
      renewals.push(made);
      churned.push(isLast ? 0 : here - next);
      active.push(isLast ? here : 0);
    }
  });
  return { renewals, churned, active };
}

function rising(cohort: number, at: number, before: number, after: number): ClienteleError {
  const where = `cohorts[${cohort}][${at}]`;
  return new ClienteleError(
    "INVALID_DATA",
    `${where} is ${after} after ${before}, but a cohort cannot gain customers; count those who come back, or come later, in a cohort of their own`,
    { where, expected: `at most ${before}`, got: String(after) },
  );
}
