import { groupRows, type RowGroups } from "../data/group-rows.js";
import type { Covariate } from "./read-covariates.js";

/** The rows of customers with the same covariates. */
export interface Profile {
  /** Values, in the order of the covariates. */
  readonly values: readonly number[];
  readonly rows: Int32Array;
}

/** Sorts rows into profiles, in an order that no order of the rows changes. */
export function groupProfiles(covariates: readonly Covariate[], rows: number): Profile[] {
  let groups: Pick<RowGroups, "count" | "groupOf"> = {
    count: Math.min(rows, 1),
    groupOf: new Int32Array(rows),
  };
  for (const { values } of covariates) {
    groups = groupRows([Float64Array.from(groups.groupOf), values]);
  }
  const sizes = new Int32Array(groups.count);
  for (const group of groups.groupOf) sizes[group]!++;
  const members = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(groups.count);
  groups.groupOf.forEach((group, row) => {
    members[group]![filled[group]!++] = row;
  });
  const profiles = members.map((ofGroup) => ({
    values: covariates.map(({ values }) => values[ofGroup[0]!]!),
    rows: ofGroup,
  }));
  return profiles.sort((left, right) => compare(left.values, right.values));
}

function compare(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : left[at]! - right[at]!;
}
