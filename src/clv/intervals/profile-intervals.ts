import { checkLevel } from "../../core/check-level.js";
import { checkOneOf } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { chiSquareCritical } from "../../core/math/index.js";
import { withDefaults } from "../../core/options.js";
import type { FittedModel, PurchaseHistories, PurchaseModelKind } from "../types.js";
import { PROFILE_DEFAULTS, type ProfileOptions } from "./options.js";
import { findProfileBound, openProfile } from "./profile-likelihood.js";
import type { ParameterInterval } from "./types.js";

/**
 * Profile-likelihood intervals of the parameters: all values of one for which the likelihood, highest
 * over the others, is not significantly lower (Venzon and Moolgavkar, 1988). They need no covariance,
 * bend with the likelihood, and stay open where it never falls.
 *
 * @param model - fitted, of purchases in continuous time
 * @param histories - those that it was fitted to
 * @param options - `level` (default 0.95), `parameters` to look at (default all)
 * @returns an interval for each of them; a bound is left out where the likelihood stays as high
 * over fifteen powers of e
 * @throws ClienteleError INVALID_DATA for other histories than those of the fit; INVALID_ARGUMENT,
 * LENGTH_MISMATCH, UNKNOWN_OPTION, UNSUPPORTED_VERSION
 * @example
 * profileIntervals(model, histories).beta; //=> { estimate: 11.67, low: …, high: … }
 */
export function profileIntervals<Name extends string>(
  model: FittedModel<PurchaseModelKind, Name>,
  histories: PurchaseHistories,
  options: Partial<ProfileOptions> = {},
): Partial<Record<Name, ParameterInterval>> {
  const { level, parameters } = withDefaults(PROFILE_DEFAULTS, options);
  checkLevel(level);
  const profile = openProfile(model, histories);
  const drop = chiSquareCritical(1 - level, 1) / 2;
  const wanted = readNames(parameters, profile.names);
  const intervals = wanted.map((name): [Name, ParameterInterval] => {
    const index = profile.names.indexOf(name);
    const estimate = model.params[name];
    const low = findProfileBound(profile, index, drop, -1);
    const high = findProfileBound(profile, index, drop, 1);
    return [
      name,
      {
        estimate,
        ...(low !== undefined && { low: estimate * Math.exp(low) }),
        ...(high !== undefined && { high: estimate * Math.exp(high) }),
      },
    ];
  });
  return Object.fromEntries(intervals) as Partial<Record<Name, ParameterInterval>>;
}

function readNames<Name extends string>(
  parameters: readonly string[] | undefined,
  names: readonly Name[],
): readonly Name[] {
  if (parameters === undefined) return names;
  if (!Array.isArray(parameters))
    throw invalid("options.parameters", "a list of names", parameters);
  for (const name of parameters) checkOneOf(name, "options.parameters", names);
  return parameters;
}
