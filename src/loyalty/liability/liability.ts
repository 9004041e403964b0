import {
  checkModel,
  checkNumber,
  invalid,
  normalQuantile,
  withDefaults,
} from "../../core/index.js";
import { allocate, checkMoney, type Money, multiplyMoney } from "../../money/index.js";
import type { PointValue } from "../program/types.js";
import { fitRedemption } from "./fit-redemption.js";
import { LIABILITY_DEFAULTS, type LiabilityOptionsInput } from "./options.js";
import { accumulateHazard, type CumulativeHazard } from "./redemption-curve.js";
import type {
  Liability,
  LiabilityRow,
  OutstandingPoints,
  RedemptionModel,
  VintageTable,
} from "./types.js";

/**
 * What a programme owes: its outstanding points times the share that will be redeemed before they
 * lapse, by the fitted redemption curve, at the value of a point. The interval holds what is
 * uncertain of the curve (delta method) and of redemptions to come, with their dispersion, on the
 * logit scale so that it stays between nothing and all.
 *
 * @param table - from `tabulateVintages`
 * @param options - the value of a point; the model, where it was fitted elsewhere
 * @returns all zero without points; without breakage where there is no model
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION, UNSAFE_INTEGER
 * @example
 * const { value, redemption } = liability(vintages, { value: { points: 100, value: money(100, "EUR") } });
 */
export function liability(table: VintageTable, options: LiabilityOptionsInput): Liability {
  if (typeof table !== "object" || table === null || table.kind !== "pointVintages") {
    throw invalid("table", "a table of tabulateVintages", table);
  }
  const settings = withDefaults(
    { ...LIABILITY_DEFAULTS, value: checkValue(options?.value) },
    options,
  );
  checkShare(settings.activation, "options.activation");
  checkShare(settings.confidence, "options.confidence");
  const { activation, confidence, value } = settings;
  const model = settings.model ?? fitRedemption(table.vintages);
  if (model !== undefined) checkModel(model, "pointRedemption", 1);
  const hazard = model && accumulateHazard(model.params);
  const groups = table.outstanding.map((group) => expectGroup(group, hazard, activation));
  const points = sum(groups, (group) => group.points);
  const redemption = rateOf(groups, points, model, confidence);
  const worth = (share: number) => worthOf(value, points * share);
  const total = worth(redemption.rate);
  return {
    asOfMs: table.asOfMs,
    points,
    pendingPoints: sum(groups, (group) => (group.isPending ? group.points : 0)),
    debtPoints: table.debt,
    faceValue: worth(1),
    redemption,
    value: total,
    low: worth(redemption.low),
    high: worth(redemption.high),
    byVintage: rowsOf(groups, ({ vintage }) => vintage, total),
    byExpiryMonth: rowsOf(groups, ({ expiryMonth }) => expiryMonth, total),
    model,
  };
}

interface ExpectedGroup extends OutstandingPoints {
  readonly expected: number;
  /** The variance of what will be redeemed, were points redeemed one by one. */
  readonly variance: number;
  /** The derivatives of `expected` by level and slope. */
  readonly gradient: readonly [number, number];
}

function checkValue(value: PointValue): PointValue {
  if (typeof value !== "object" || value === null) throw invalid("options.value", "a value", value);
  checkNumber(value.points, "options.value.points", "positive");
  checkMoney(value.value, "options.value.value");
  return value;
}

function checkShare(share: number, where: string): void {
  checkNumber(share, where, "nonNegative");
  if (share > 1) throw invalid(where, "at most 1", share);
}

function expectGroup(
  group: OutstandingPoints,
  hazard: ((age: number) => CumulativeHazard) | undefined,
  activation: number,
): ExpectedGroup {
  const { points, age, expiryAge, isPending } = group;
  const active = isPending ? activation : 1;
  if (hazard === undefined) {
    return { ...group, expected: points * active, variance: 0, gradient: [0, 0] };
  }
  const now = hazard(age);
  const end = hazard(Math.max(age, expiryAge));
  const unredeemed = Math.exp(now.hazard - end.hazard);
  const share = active * (1 - unredeemed);
  const slopes = points * active * unredeemed;
  return {
    ...group,
    expected: points * share,
    variance: points * share * (1 - share),
    gradient: [slopes * (end.byLevel - now.byLevel), slopes * (end.bySlope - now.bySlope)],
  };
}

function rateOf(
  groups: readonly ExpectedGroup[],
  points: number,
  model: RedemptionModel | undefined,
  confidence: number,
): Liability["redemption"] {
  if (points === 0) return { rate: 0, low: 0, high: 0 };
  const rate = Math.min(1, sum(groups, ({ expected }) => expected) / points);
  if (model === undefined || rate <= 0 || rate >= 1) return { rate, low: rate, high: rate };
  const { covariance, dispersion } = model.fit;
  const g = [0, 1].map((index) => sum(groups, ({ gradient }) => gradient[index]!));
  const ofCurve = sum(
    [0, 1],
    (row) => g[row]! * sum([0, 1], (col) => covariance[row]![col]! * g[col]!),
  );
  const ofRedemptions = dispersion * sum(groups, ({ variance }) => variance);
  const deviation = Math.sqrt(ofCurve + ofRedemptions) / points;
  const width = (normalQuantile((1 + confidence) / 2) * deviation) / (rate * (1 - rate));
  const odds = rate / (1 - rate);
  const shareOf = (shift: number) => 1 / (1 + Math.exp(-shift) / odds);
  return { rate, low: shareOf(-width), high: shareOf(width) };
}

function rowsOf(
  groups: readonly ExpectedGroup[],
  monthOf: (group: ExpectedGroup) => string | undefined,
  total: Money,
): LiabilityRow[] {
  const byMonth = new Map<string | undefined, ExpectedGroup[]>();
  for (const group of groups) {
    const month = monthOf(group);
    byMonth.set(month, [...(byMonth.get(month) ?? []), group]);
  }
  const months = [...byMonth.keys()].sort((a, b) => compareMonths(a, b));
  const expected = months.map((month) => sum(byMonth.get(month)!, (group) => group.expected));
  const isNothing = expected.every((points) => points === 0);
  const values = isNothing ? months.map(() => total) : allocate(total, expected);
  return months.map((month, index) => {
    const points = sum(byMonth.get(month)!, (group) => group.points);
    const redeemed = expected[index]!;
    return {
      month,
      points,
      expected: redeemed,
      breakage: points - redeemed,
      value: values[index]!,
    };
  });
}

function compareMonths(a = "~", b = "~"): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function worthOf({ points: per, value }: PointValue, points: number): Money {
  const factor = { numerator: Math.round(points), denominator: per };
  return multiplyMoney(value, factor, { rounding: "halfEven" });
}

function sum<T>(items: readonly T[], measure: (item: T) => number): number {
  return items.reduce((so, item) => so + measure(item), 0);
}
