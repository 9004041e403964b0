import { checkModel } from "../../core/index.js";
import type { RedemptionModel, RedemptionParams } from "./types.js";

/** Points that never lapse are followed for a hundred years. */
const MOST_MONTHS = 1200;

/** The accumulated hazard of redemption up to an age, with its derivatives by level and slope. */
export interface CumulativeHazard {
  readonly hazard: number;
  readonly byLevel: number;
  readonly bySlope: number;
}

/** The probability that a point unredeemed so far is redeemed in month `age` (0, 1, …) of its life. */
export function hazardAt({ level, slope }: RedemptionParams, age: number): number {
  return 1 / (1 + Math.exp(-(level + slope * Math.log(age + 1))));
}

/**
 * The hazard from age 0 on, accumulated: minus the logarithm of the share not redeemed. Within a
 * month it is even.
 */
export function accumulateHazard(params: RedemptionParams): (age: number) => CumulativeHazard {
  const known: CumulativeHazard[] = [{ hazard: 0, byLevel: 0, bySlope: 0 }];
  const upTo = (months: number): CumulativeHazard => {
    for (let age = known.length; age <= months; age++) {
      known.push(addMonth(known[age - 1]!, params, age - 1, 1));
    }
    return known[months]!;
  };
  return (age) => {
    const bounded = Math.min(Math.max(age, 0), MOST_MONTHS);
    const months = Math.floor(bounded);
    return addMonth(upTo(months), params, months, bounded - months);
  };
}

function addMonth(
  so: CumulativeHazard,
  params: RedemptionParams,
  age: number,
  share: number,
): CumulativeHazard {
  const hazard = hazardAt(params, age);
  return {
    hazard: so.hazard + share * -Math.log1p(-hazard),
    // d/dx of -log(1 - 1/(1 + e^-x)) is 1/(1 + e^-x).
    byLevel: so.byLevel + share * hazard,
    bySlope: so.bySlope + share * hazard * Math.log(age + 1),
  };
}

/**
 * The share of points that is redeemed between two ages, of those not redeemed before.
 *
 * @param model - from `fitRedemption`
 * @param fromAge - months since they were earned
 * @param toAge - when they lapse; `Infinity` for never
 * @returns from 0 to 1
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION
 * @example
 * redemptionProbability(model, 0, 12) //=> 0.72
 */
export function redemptionProbability(
  model: RedemptionModel,
  fromAge: number,
  toAge: number,
): number {
  checkModel(model, "pointRedemption", 1);
  const hazard = accumulateHazard(model.params);
  return -Math.expm1(hazard(fromAge).hazard - hazard(Math.max(fromAge, toAge)).hazard);
}
