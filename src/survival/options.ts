/**
 * How an interval around a probability p with standard error s is formed: `plain` p ± z s, cut off at
 * 0 and 1; `log` on the scale of ln p; `logLog` on the scale of ln(-ln p), which never leaves 0 to 1
 * and is nearest to its level in small samples (Borgan and Liestøl, 1990).
 */
export type ProbabilityInterval = "plain" | "log" | "logLog";

/** Options of `kaplanMeier`. */
export interface KaplanMeierOptions {
  readonly interval: ProbabilityInterval;
  /** The level of the intervals, above 0 and below 1. */
  readonly level: number;
  /**
   * The curve is that of subjects who have got beyond this time: S(t) / S(from). With late entries it
   * keeps clear of early times when hardly anybody was under observation.
   */
  readonly from: number | undefined;
}

/** Options of `kaplanMeier`, each of them optional. */
export type KaplanMeierOptionsInput = Partial<KaplanMeierOptions>;

/** Intervals that stay within 0 and 1, at 95 %, from the origin. */
export const KAPLAN_MEIER_DEFAULTS: KaplanMeierOptions = {
  interval: "logLog",
  level: 0.95,
  from: undefined,
};

/** Options of `nelsonAalen`. */
export interface NelsonAalenOptions {
  /** `plain` H ± z s, cut off at 0; `log` on the scale of ln H. */
  readonly interval: "plain" | "log";
  /** The level of the intervals, above 0 and below 1. */
  readonly level: number;
}

/** Options of `nelsonAalen`, each of them optional. */
export type NelsonAalenOptionsInput = Partial<NelsonAalenOptions>;

/** Intervals that stay above 0, at 95 %. */
export const NELSON_AALEN_DEFAULTS: NelsonAalenOptions = { interval: "log", level: 0.95 };

/** Options of `aalenJohansen`. */
export interface AalenJohansenOptions {
  readonly interval: ProbabilityInterval;
  /** The level of the intervals, above 0 and below 1. */
  readonly level: number;
}

/** Options of `aalenJohansen`, each of them optional. */
export type AalenJohansenOptionsInput = Partial<AalenJohansenOptions>;

/** Intervals that stay within 0 and 1, at 95 %. */
export const AALEN_JOHANSEN_DEFAULTS: AalenJohansenOptions = { interval: "logLog", level: 0.95 };

/** Options of `restrictedMean`. */
export interface RestrictedMeanOptions {
  /** Up to where the mean is taken, in the unit of the times; without it, up to the last time. */
  readonly horizon: number | undefined;
}

/** Options of `restrictedMean`, each of them optional. */
export type RestrictedMeanOptionsInput = Partial<RestrictedMeanOptions>;

/** Up to the last time. */
export const RESTRICTED_MEAN_DEFAULTS: RestrictedMeanOptions = { horizon: undefined };

/** Options of `logRankTest`. */
export interface LogRankOptions {
  /**
   * What an event counts: `logRank` 1, best where hazards are in one proportion throughout; `gehan`
   * the number at risk; `taroneWare` its root; `petoPeto` the pooled Kaplan-Meier survival just
   * before (Fleming and Harrington's rho = 1), the last three for differences that come early.
   */
  readonly weighting: "logRank" | "gehan" | "taroneWare" | "petoPeto";
}

/** Options of `logRankTest`, each of them optional. */
export type LogRankOptionsInput = Partial<LogRankOptions>;

/** Every event counts the same. */
export const LOG_RANK_DEFAULTS: LogRankOptions = { weighting: "logRank" };
